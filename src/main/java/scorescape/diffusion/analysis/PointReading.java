package scorescape.diffusion.analysis;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInput;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.model.NoisedModel;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// All that a run would be told at one state: the exact law there, and what the model and the guidance make of it.
///
/// @param level of the noise in the state
/// @param x the state, in data units
/// @param logDensity `ln p_t(x)` of the exact law, `p_t` in 1 / data units squared
/// @param classes the exact posterior probabilities `p_t(y|x)`, in rising order of the labels; the sum is 1
/// @param unconditional the model's prediction `x̂₀` and score
/// @param conditional the same for the guiding class, null without one
/// @param guided the prediction that a run would step towards
/// @param guidedScore the score that says the same as `guided`, null on clean data
public record PointReading(NoiseLevel level, Vec2 x, double logDensity, List<ClassShare> classes,
        PointEstimate unconditional, @Nullable PointEstimate conditional, Vec2 guided, @Nullable Vec2 guidedScore) {

    /// @param probability `p_t(y|x)`, from 0 to 1
    public record ClassShare(int label, double probability) {}

    public PointReading {
        classes = List.copyOf(classes);
    }

    /// Reads at the level from which the step under way begins. A rule that remembers states before is read as at its first.
    ///
    /// @param x finite
    public static PointReading at(NoisedModel model, Guidance guidance, GuidancePosition position, Vec2 x) {
        NoiseLevel level = position.from();
        NoisedDistribution law = model.noised(level);
        double[] posteriors = law.posteriors(x);
        List<Integer> labels = law.labels();
        List<ClassShare> classes = labels.stream()
                .map(label -> new ClassShare(label, posteriors[labels.indexOf(label)]))
                .toList();
        var input = new GuidanceInput(model, position, level, x, Vec2.ZERO);
        OptionalInt label = guidance.guidingClass();
        Vec2 guided = guidance.guide(input);
        return new PointReading(level, x, law.logDensity(x), classes, input.unconditional(),
                label.isPresent() ? input.given(label.getAsInt()) : null, guided,
                level.sigma() == 0 ? null : Prediction.SCORE.of(level, x, guided));
    }

    /// What the class changes, `δ = x̂₀|y − x̂₀`, in data units; null without a class.
    public @Nullable Vec2 difference() {
        return conditional == null ? null : conditional.denoised().minus(unconditional.denoised());
    }
}
