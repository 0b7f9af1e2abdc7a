package scorescape.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.math.Vec2;
import scorescape.text.Texts;

/// What is asked of the population of a scene, beside the picture of the scene itself.
///
/// @param shown the picture or one of the plots
/// @param scales the guidance scales γ that plots compare, at least one and at most [#MAX_SCALES], rising
/// @param axis along which the population is followed, or null for the one between the classes
/// @param tolerance how far beside boxes and points a sample may lie and still be good, see [Parameters#TOLERANCE]
public record Study(Shown shown, List<Double> scales, @Nullable Axis axis, double tolerance) {

    public static final int MAX_SCALES = 8;

    /// What a new scene shows.
    public static final Study DEFAULT =
            new Study(Shown.SCENE, List.of(1.0, 2.0, 4.0, 8.0), null, Parameters.TOLERANCE.defaultValue());

    static final String SCALES = "from 1 to " + MAX_SCALES + " guidance scales in rising order";

    /// Two points of the plane with a line from one to the other.
    public record Axis(Vec2 from, Vec2 to) {

        static final String POINTS = "two points that are not the same";

        public Axis {
            Document.requireInReach(from, "study.axis[0]");
            Document.requireInReach(to, "study.axis[1]");
            Check.that(from.distance(to) > 0, "study.axis", POINTS, from);
        }
    }

    /// The picture of the scene, and the plots of its population.
    public enum Shown {

        SCENE,
        PROJECTION,
        SAMPLES,
        SWEEP,
        PROMISED,
        LAW,
        COMMITMENT,
        METHODS,
        ERRORS,
        FACTORS,
        DIMENSIONS;

        /// A word for people.
        public String title() {
            return Texts.of(this);
        }

        /// One sentence for a newcomer.
        public String help() {
            return Texts.of(this, "help");
        }
    }

    public Study {
        scales = List.copyOf(scales);
        Check.that(isValid(scales), "study.scales", SCALES, scales);
        Parameters.TOLERANCE.require(tolerance);
    }

    static boolean isValid(List<Double> scales) {
        for (int i = 0; i < scales.size(); i++) {
            if (!Parameters.GUIDANCE_SCALE.accepts(scales.get(i)) || (i > 0 && !(scales.get(i) > scales.get(i - 1)))) {
                return false;
            }
        }
        return !scales.isEmpty() && scales.size() <= MAX_SCALES;
    }

    public Study withShown(Shown newShown) {
        return new Study(newShown, scales, axis, tolerance);
    }

    public Study withScales(List<Double> newScales) {
        return new Study(shown, newScales, axis, tolerance);
    }

    /// @param newAxis null for the one between the classes
    public Study withAxis(@Nullable Axis newAxis) {
        return new Study(shown, scales, newAxis, tolerance);
    }

    public Study withTolerance(double newTolerance) {
        return new Study(shown, scales, axis, newTolerance);
    }
}
