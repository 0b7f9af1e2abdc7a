package scorescape.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Layers.Lengths;
import scorescape.document.Layers.ScoreOf;
import scorescape.math.RoundNumbers;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// A vector field as a layer.
///
/// Arrows whose length means something have their foot where the vector is taken, others their middle.
///
/// @param scale what the lengths of the arrows mean, or null if they mean nothing
record FieldMarks(Frame.Stratum stratum, @Nullable Scale scale) {

    /// Distance of the arrows, in pixels of a picture 540 high.
    private static final double SPACING = 27;

    /// Distance of the nodes between which streamlines interpolate.
    private static final double FINE_SPACING = 9;

    private static final double WIDTH = 1.15;

    /// Length of an arrow whose length means nothing, in spacings.
    private static final double NORMALISED = 0.62;

    /// Length of the arrows that only a tenth of the others exceed, if lengths mean something, in spacings.
    private static final double TYPICAL = 1.1;

    /// No arrow is longer than this, in spacings: near a point of the data a score grows without bound.
    private static final double LONGEST = 4;

    /// Arrows below this share of the typical length are not drawn.
    private static final double NEGLIGIBLE = 0.02;

    private static final double FAINTEST = 0.25;

    /// How long a vector of a round value is drawn.
    ///
    /// @param value in the unit of the field
    /// @param length in pixels
    record Scale(double value, double length, Ink ink, String symbol) {}

    static FieldMarks of(Moment moment, Layers.Score score, double opacity) {
        // Without a class there is but one score.
        ScoreOf of = moment.label().isPresent() ? score.of() : ScoreOf.UNCONDITIONAL;
        Role ink = switch (of) {
            case UNCONDITIONAL -> Role.UNCONDITIONAL;
            case CLASS -> Role.CONDITIONAL;
            case GUIDED -> Role.COMBINED;
            case CLASSIFIER -> Role.DIFFERENCE;
        };
        double scale = moment.viewport().scale();
        return switch (score.lines()) {
            case ARROWS -> arrows(Layer.SCORE, VectorField.score(moment, of, SPACING * scale), score.lengths(), ink,
                    switch (of) {
                        case UNCONDITIONAL -> "|\\nabla\\log p_t|";
                        case CLASS -> "|\\nabla\\log p_t(x|y)|";
                        case GUIDED -> text("legend.guidedScore");
                        case CLASSIFIER -> "|\\nabla\\log p_t(y|x)|";
                    }, opacity, moment.viewport());
            case STREAMLINES -> new FieldMarks(new Frame.Stratum(Layer.SCORE,
                    Streamlines.of(VectorField.score(moment, of, FINE_SPACING * scale), ink, opacity,
                            moment.viewport())),
                    null);
        };
    }

    static FieldMarks of(Moment moment, Layers.Difference difference, double opacity) {
        VectorField field = VectorField.difference(moment, difference.of(), SPACING * moment.viewport().scale());
        return switch (difference.of()) {
            case UNSCALED ->
                arrows(Layer.DIFFERENCE, field, difference.lengths(), Role.DIFFERENCE, "|\\delta|", opacity,
                        moment.viewport());
            case SCALED -> arrows(Layer.DIFFERENCE, field, difference.lengths(), Role.SCALED_DIFFERENCE,
                    "|\\gamma\\delta|", opacity, moment.viewport());
        };
    }

    /// @param symbol of the size of the vectors, in LaTeX
    private static FieldMarks arrows(Layer layer, VectorField field, Lengths lengths, Ink ink, String symbol,
            double opacity, Viewport viewport) {
        double typical = typical(field);
        if (!(typical > 0)) {
            return new FieldMarks(new Frame.Stratum(layer, List.of()), null);
        }
        double longest = TYPICAL * field.spacing();
        // A round factor, so that the arrows do not grow and shrink with every step.
        double perUnit = RoundNumbers.below(longest / typical);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < field.size(); i++) {
            Vec2 vector = field.vector(i);
            double size = vector.norm();
            if (!(size > NEGLIGIBLE * typical && size < Double.POSITIVE_INFINITY)) {
                continue;
            }
            Vec2 direction = new Vec2(vector.x() / size, -vector.y() / size);
            switch (lengths) {
                case NORMALISED -> {
                    double length = NORMALISED * field.spacing();
                    double strength = Math.clamp(Math.sqrt(size / typical), FAINTEST, 1);
                    Vec2 half = direction.times(0.5 * length);
                    marks.add(arrow(field.node(i).minus(half), field.node(i).plus(half), ink, opacity * strength,
                            viewport));
                }
                case TO_SCALE -> {
                    double length = Math.min(size * perUnit, LONGEST * field.spacing());
                    marks.add(arrow(field.node(i), field.node(i).plus(direction.times(length)), ink, opacity,
                            viewport));
                }
            }
        }
        double value = RoundNumbers.below(1.6 * longest / perUnit);
        return new FieldMarks(new Frame.Stratum(layer, marks),
                lengths == Lengths.TO_SCALE ? new Scale(value, value * perUnit, ink, symbol) : null);
    }

    private static Mark arrow(Vec2 from, Vec2 to, Ink ink, double opacity, Viewport viewport) {
        return new Mark.Arrow(from, to, WIDTH * viewport.scale(), ink, opacity, false);
    }

    /// The size that a tenth of the vectors exceed.
    private static double typical(VectorField field) {
        double[] sizes = new double[field.size()];
        Arrays.setAll(sizes, i -> field.vector(i).norm());
        Arrays.sort(sizes);
        return sizes[(int) (0.9 * (sizes.length - 1))];
    }
}
