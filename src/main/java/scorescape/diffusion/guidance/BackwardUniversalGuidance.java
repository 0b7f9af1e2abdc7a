package scorescape.diffusion.guidance;

import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// Backward universal guidance: the prediction itself is improved, by some steps of gradient ascent on `ln p₀(y|·)`, and
/// the step then goes towards it.
///
///     x̂₀ ← x̂₀ + rate · ∇ ln p₀(y|x̂₀),   again and again
///
/// It needs no derivative of the denoiser, and heeds no posterior: look for predictions that leave the data. It stands
/// after another rule, in the paper after the forward one.
///
/// Source: Bansal et al. 2023, arXiv:2302.07121, section 3.2.
///
/// @param rule whose prediction is improved
/// @param label the class `y`
/// @param rate length of the steps, in data units squared: positive and finite
/// @param iterations of the ascent, from 0 to [#MAX_ITERATIONS]
/// @param blur of the classifier's data, see [Classifier.Clean]
public record BackwardUniversalGuidance(Guidance rule, int label, double rate, int iterations, double blur)
        implements
            CorrectingGuidance {

    public static final int MAX_ITERATIONS = 1000;

    public BackwardUniversalGuidance {
        CleanClasses.requireBlur(blur);
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rate must be positive and finite: " + rate);
        }
        if (!(iterations >= 0 && iterations <= MAX_ITERATIONS)) {
            throw new IllegalArgumentException("iterations must be from 0 to " + MAX_ITERATIONS + ": " + iterations);
        }
    }

    @Override
    public Vec2 correct(GuidanceInput at, Vec2 guided) {
        Vec2 prediction = guided;
        for (int i = 0; i < iterations; i++) {
            prediction = prediction.plus(CleanClasses.gradient(at, label, blur, prediction).times(rate));
        }
        return prediction;
    }

    @Override
    public OptionalInt guidingClass() {
        return OptionalInt.of(label);
    }

    @Override
    public BackwardUniversalGuidance atLevel(NoiseLevel level) {
        return new BackwardUniversalGuidance(rule.atLevel(level), label, rate, iterations, blur);
    }

    @Override
    public BackwardUniversalGuidance relabelled(IntUnaryOperator labels) {
        return new BackwardUniversalGuidance(rule.relabelled(labels), labels.applyAsInt(label), rate, iterations,
                blur);
    }
}
