package scorescape.diffusion.guidance;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// Autoguidance: away from a worse model of the same data, `x̂₀ᵇ + γ (x̂₀ − x̂₀ᵇ)`.
///
/// The worse model has seen the data blurred by `N(0, d² I)`. Its prediction is exact and closed,
///
///     x̂₀ᵇ = (σ² D(x) + α d² x)/(σ² + α² d²)   with D the denoiser at the level (α, √(σ² + α² d²))
///
/// Look for outliers between the modes that are pulled in, and for classes that keep their share.
///
/// Sources: Karras et al. 2024, arXiv:2406.02507; the closed form is that of arXiv:2411.10257.
///
/// @param label the class that both models know, or empty
/// @param blur `d`, in data units: positive and finite
/// @param scale γ: 0 is the worse model, 1 the better one; in `[MIN_SCALE, MAX_SCALE]`
public record Autoguidance(OptionalInt label, double blur, double scale) implements ScaledGuidance {

    public Autoguidance {
        ScaledGuidance.requireScale(scale);
        if (!(blur > 0 && blur < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("blur must be positive and finite: " + blur);
        }
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
        double alpha = at.level().alpha();
        double variance = at.level().sigma() * at.level().sigma();
        double blurred = alpha * alpha * blur * blur;
        var level = new NoiseLevel(alpha, Math.sqrt(variance + blurred));
        NoisedDistribution noised = label.isPresent()
                ? at.model().noised(level, label.getAsInt())
                : at.model().noised(level);
        if (variance == 0) {
            return at.x().plus(noised.at(at.x()).score());
        }
        Vec2 denoised = noised.at(at.x()).denoised();
        return denoised.times(variance).plus(at.x().times(alpha * blur * blur)).times(1 / (variance + blurred));
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
