package scorescape.figure;

import java.util.Comparator;
import java.util.List;
import scorescape.diffusion.guidance.GuidanceArrow;
import scorescape.lesson.RuleStory;
import scorescape.lesson.Stage;
import scorescape.lesson.Telling;
import scorescape.math.Vec2;

/// The vectors that lead from the predictions to the guided one, in pixels.
///
/// They are displacements of a prediction, whatever the rule: a classifier's gradient is the `(σ²/α) ∇ ln p(y|x_t)` by
/// which it moves `x̂₀`, so that with the exact classifier its picture is that of classifier-free guidance. The story of
/// classifier guidance shows them at `x_t`, as long as they act in the step, see [ToldStep].
final class GuidanceVectors {

    private static final double GROWTH = 0.45;
    private static final double STRETCH = 0.5;
    private static final double WIDTH = 2.3;

    /// The scaled vector is a little wider than the unscaled one, which lies on it.
    private static final double SCALED_WIDTH = 2.9;

    /// A vector this many times as long as the one that it stretches has a part of its own.
    private static final double STICKS_OUT = 1.4;

    /// One vector with its label.
    ///
    /// @param role what the vector means
    /// @param grownFrom where the tip is when the growth begins
    /// @param since the stage that brings it
    /// @param delay seconds into that stage
    record Vector(GuidanceArrow.Role role, Vec2 from, Vec2 grownFrom, Vec2 to, double width, Role ink, String latex,
            Stage since, double delay) {

        /// Where the part begins that the label names: what sticks out of the vector that it stretches, if much does.
        Vec2 named() {
            Vec2 own = to.minus(from);
            Vec2 stretched = grownFrom.minus(from);
            return own.dot(stretched) > 0 && own.norm() > STICKS_OUT * stretched.norm() ? grownFrom : from;
        }

        private Mark.Arrow mark(StageClock clock, double scale) {
            double grown = clock.done(since, delay, grownFrom.equals(from) ? GROWTH : STRETCH);
            double shown = clock.done(since, delay, 0.1);
            return new Mark.Arrow(from, grownFrom.lerp(to, grown), width * scale, ink, shown, true);
        }

        /// The same vector from another foot.
        ///
        /// @param factor how much longer it is there
        private Vector at(Vec2 foot, double factor) {
            return new Vector(role, foot, foot.plus(grownFrom.minus(from).times(factor)),
                    foot.plus(to.minus(from).times(factor)), width, ink, latex, since, delay);
        }
    }

    private final List<Vector> vectors;

    private GuidanceVectors(List<Vector> vectors) {
        this.vectors = vectors;
    }

    static GuidanceVectors of(List<GuidanceArrow> arrows, RuleStory story, Viewport viewport) {
        return new GuidanceVectors(
                arrows.stream().map(arrow -> vector(arrow, arrows.getFirst(), story, viewport)).toList());
    }

    private static Vector vector(GuidanceArrow arrow, GuidanceArrow first, RuleStory story, Viewport viewport) {
        Vec2 from = viewport.toPixel(arrow.foot());
        Vec2 to = viewport.toPixel(arrow.tip());
        GuidanceArrow.Role role = arrow.role();
        return switch (role) {
            case DIFFERENCE -> unscaled(role, from, to, "\\delta", Stage.DIFFERENCE, 0);
            // The step, beside which it is seen, comes first.
            case GRADIENT -> unscaled(role, from, to, "\\nabla\\log p(y|x_t)", Stage.GRADIENT, 0.6);
            case PARALLEL -> unscaled(role, from, to, "\\delta_\\parallel", Stage.DIFFERENCE, 0.45);
            case PERPENDICULAR -> unscaled(role, from, to, "\\delta_\\perp", Stage.DIFFERENCE, 0.45);
            case AMPLIFIED -> {
                // Stretches the vector it scales, if it stands on the same foot.
                Vec2 grownFrom = first.foot().equals(arrow.foot()) ? viewport.toPixel(first.tip()) : from;
                yield new Vector(role, from, grownFrom, to, SCALED_WIDTH, Role.SCALED_DIFFERENCE, story.amplified(),
                        story.telling() == Telling.CLASSIFIER ? Stage.SCALE : Stage.AMPLIFY, 0.1);
            }
            case CORRECTION -> new Vector(role, from, from, to, WIDTH, Role.COMBINED, "", Stage.CORRECT, 0.1);
        };
    }

    private static Vector unscaled(GuidanceArrow.Role role, Vec2 from, Vec2 to, String latex, Stage since,
            double delay) {
        return new Vector(role, from, from, to, WIDTH, Role.DIFFERENCE, latex, since, delay);
    }

    List<Vector> vectors() {
        return vectors;
    }

    /// Those of one kind: of classifier guidance, what it adds or what others do to it.
    GuidanceVectors corrections(boolean wanted) {
        return new GuidanceVectors(vectors.stream()
                .filter(vector -> (vector.role() == GuidanceArrow.Role.CORRECTION) == wanted)
                .toList());
    }

    /// The same vectors from one foot, `factor` times as long.
    GuidanceVectors at(Vec2 foot, double factor) {
        return new GuidanceVectors(vectors.stream().map(vector -> vector.at(foot, factor)).toList());
    }

    /// Longer vectors first: where two share their foot and their line, the shorter one lies on top.
    void addTo(MarkList marks, StageClock clock, double scale) {
        vectors.stream()
                .sorted(Comparator.comparingDouble((Vector v) -> v.from().distance(v.to())).reversed())
                .forEach(vector -> marks.add(vector.mark(clock, scale)));
    }
}
