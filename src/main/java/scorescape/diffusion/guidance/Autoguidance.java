package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.diffusion.model.ScoreModel.Blurred;
import scorescape.math.Vec2;

/// Autoguidance: away from a worse model of the same data, `x̂₀ᵇ + γ (x̂₀ − x̂₀ᵇ)`.
///
/// The worse model has seen the data blurred by `N(0, d² I)`, see [Blurred].
///
/// Look for outliers between the modes that are pulled in, and for classes that keep their share.
///
/// Source: Karras et al. 2024, arXiv:2406.02507.
///
/// @param label the class that both models know, or empty
/// @param blur `d`, in data units: positive and finite
/// @param scale γ: 0 is the worse model, 1 the better one; in `[MIN_SCALE, MAX_SCALE]`
public record Autoguidance(OptionalInt label, double blur, double scale) implements ScaledGuidance {

    public Autoguidance {
        ScaledGuidance.requireScale(scale);
        // Refuses an impossible blur.
        new Blurred(blur);
    }

    /// The worse model.
    public Blurred worse() {
        return new Blurred(blur);
    }

    @Override
    public Vec2 guide(GuidanceInput at) {
        return bad(at).lerp(good(at), scale);
    }

    @Override
    public List<GuidanceArrow> arrows(GuidanceInput at) {
        return GuidanceArrows.amplified(bad(at), good(at), guide(at));
    }

    private Vec2 good(GuidanceInput at) {
        return label.isPresent() ? at.prediction(label.getAsInt()) : at.prediction();
    }

    private Vec2 bad(GuidanceInput at) {
        return at.prediction(worse().at(at.model(), at.level(), label, at.x()));
    }

    @Override
    public OptionalInt guidingClass() {
        return label;
    }

    @Override
    public Autoguidance relabelled(IntUnaryOperator labels) {
        return label.isPresent()
                ? new Autoguidance(OptionalInt.of(labels.applyAsInt(label.getAsInt())), blur, scale)
                : this;
    }

    @Override
    public Autoguidance withScale(double newScale) {
        return new Autoguidance(label, blur, newScale);
    }
}
