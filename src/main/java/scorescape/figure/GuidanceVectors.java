package scorescape.figure;

import java.util.Comparator;
import java.util.List;
import scorescape.diffusion.guidance.GuidanceArrow;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;

/// The vectors that lead from the predictions to the guided one, in pixels.
///
/// They are displacements of a prediction, whatever the rule: a classifier's gradient is drawn as the
/// `(σ²/α) ∇ ln p(y|x_t)` by which it moves `x̂₀`, so that with the exact classifier its picture is that of
/// classifier-free guidance.
final class GuidanceVectors {

    private static final double GROWTH = 0.45;
    private static final double STRETCH = 0.5;
    private static final double WIDTH = 2.3;

    /// The scaled vector is a little wider than the unscaled one, which lies on it.
    private static final double SCALED_WIDTH = 2.9;

    /// One vector with its label.
    ///
    /// @param grownFrom where the tip is when the growth begins
    /// @param since the stage that brings it
    /// @param delay seconds into that stage
    record Vector(Vec2 from, Vec2 grownFrom, Vec2 to, double width, Role ink, String latex, Stage since,
            double delay) {

        private Mark.Arrow mark(StageClock clock, double scale) {
            double grown = clock.done(since, delay, grownFrom.equals(from) ? GROWTH : STRETCH);
            double shown = clock.done(since, delay, 0.1);
            return new Mark.Arrow(from, grownFrom.lerp(to, grown), width * scale, ink, shown, true);
        }
    }

    private final List<Vector> vectors;

    GuidanceVectors(List<GuidanceArrow> arrows, Viewport viewport) {
        vectors = arrows.stream().map(arrow -> vector(arrow, arrows.getFirst(), viewport)).toList();
    }

    private static Vector vector(GuidanceArrow arrow, GuidanceArrow first, Viewport viewport) {
        Vec2 from = viewport.toPixel(arrow.foot());
        Vec2 to = viewport.toPixel(arrow.tip());
        return switch (arrow.role()) {
            case DIFFERENCE -> unscaled(from, to, "\\delta", 0);
            case GRADIENT -> unscaled(from, to, "\\nabla\\log p(y|x_t)", 0);
            case PARALLEL -> unscaled(from, to, "\\delta_\\parallel", 0.45);
            case PERPENDICULAR -> unscaled(from, to, "\\delta_\\perp", 0.45);
            case AMPLIFIED -> {
                // Stretches the vector it scales, if it stands on the same foot.
                Vec2 grownFrom = first.foot().equals(arrow.foot()) ? viewport.toPixel(first.tip()) : from;
                String latex = first.role() == GuidanceArrow.Role.GRADIENT ? "\\gamma\\nabla\\log p" : "\\gamma\\delta";
                yield new Vector(from, grownFrom, to, SCALED_WIDTH, Role.SCALED_DIFFERENCE, latex, Stage.AMPLIFY, 0.1);
            }
            case CORRECTION -> new Vector(from, from, to, WIDTH, Role.COMBINED, "", Stage.AMPLIFY, 0.6);
        };
    }

    private static Vector unscaled(Vec2 from, Vec2 to, String latex, double delay) {
        return new Vector(from, from, to, WIDTH, Role.DIFFERENCE, latex, Stage.DIFFERENCE, delay);
    }

    List<Vector> vectors() {
        return vectors;
    }

    /// Longer vectors first: where two share their foot and their line, the shorter one lies on top.
    void addTo(MarkList marks, StageClock clock, double scale) {
        vectors.stream()
                .sorted(Comparator.comparingDouble((Vector v) -> v.from().distance(v.to())).reversed())
                .forEach(vector -> marks.add(vector.mark(clock, scale)));
    }
}
