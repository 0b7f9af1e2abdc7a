package scorescape.diffusion.guidance;

import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.model.NoisedModel;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// What a guidance rule may know about the state it bends: where it is, how noisy, and what the model says there.
///
/// The model is asked only for what a rule wants, and only once. Confined to one thread.
public final class GuidanceInput {

    private final NoisedModel model;
    private final GuidancePosition position;
    private final NoiseLevel level;
    private final Vec2 x;
    private final Vec2 memory;
    private @Nullable PointEstimate unconditional;
    private @Nullable Vec2 prediction;

    /// The class asked for last, and what is known for it.
    private int label;
    private @Nullable PointEstimate given;
    private @Nullable Vec2 predictionGiven;

    /// @param position the step that the state belongs to
    /// @param level the noise in `x`: that of the step's start, or of an inner state of the step
    /// @param x the state, finite
    /// @param memory what the rule asked to [remember][Guidance#remember] at the state before, zero at the first
    public GuidanceInput(NoisedModel model, GuidancePosition position, NoiseLevel level, Vec2 x, Vec2 memory) {
        this.model = model;
        this.position = position;
        this.level = level;
        this.x = x;
        this.memory = memory;
    }

    /// Takes predictions that have been computed elsewhere, so that the model need not be asked for them.
    ///
    /// @param unconditionalPrediction see [#prediction()]
    public void know(Vec2 unconditionalPrediction) {
        prediction = unconditionalPrediction;
    }

    /// The same for a class, see [#prediction(int)].
    public void know(int classLabel, Vec2 classPrediction) {
        label = classLabel;
        given = null;
        predictionGiven = classPrediction;
    }

    NoisedModel model() {
        return model;
    }

    GuidancePosition position() {
        return position;
    }

    NoiseLevel level() {
        return level;
    }

    Vec2 x() {
        return x;
    }

    Vec2 memory() {
        return memory;
    }

    /// What the model says at `x`.
    public PointEstimate unconditional() {
        if (unconditional == null) {
            unconditional = model.at(level, x);
        }
        return unconditional;
    }

    /// What the model says at `x` of one class.
    ///
    /// @throws IllegalArgumentException if no component has `classLabel`
    public PointEstimate given(int classLabel) {
        if (given == null || label != classLabel) {
            given = model.at(level, classLabel, x);
            predictionGiven = label == classLabel ? predictionGiven : null;
            label = classLabel;
        }
        return given;
    }

    /// The unconditional prediction, see [#prediction(PointEstimate)].
    Vec2 prediction() {
        if (prediction == null) {
            prediction = prediction(unconditional());
        }
        return prediction;
    }

    /// The prediction for one class, see [#prediction(PointEstimate)].
    Vec2 prediction(int classLabel) {
        if (predictionGiven == null || label != classLabel) {
            predictionGiven = prediction(given(classLabel));
        }
        return predictionGiven;
    }

    /// The prediction `x̂₀`, or `x + s` on clean data, where `x̂₀ = x` says nothing of the score `s`.
    ///
    /// Either way the prediction is [#reach] times the score beyond `x/α`, so a rule that combines predictions
    /// combines scores.
    Vec2 prediction(PointEstimate estimate) {
        return level.sigma() == 0 ? x.plus(estimate.score()) : estimate.denoised();
    }

    /// How far a score moves the prediction, in data units squared: `σ²/α`, or 1 on clean data.
    double reach() {
        return level.sigma() == 0 ? 1 : level.sigma() * level.ratio();
    }
}
