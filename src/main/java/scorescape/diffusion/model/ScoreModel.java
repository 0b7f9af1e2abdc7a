package scorescape.diffusion.model;

import java.util.OptionalInt;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// What a model has for the score `∇ ln p_t`: the exact one, or one that is wrong in a known way.
///
/// The prediction that goes with a wrong score follows from Tweedie's formula, `x̂₀ = (x + σ² s)/α`. Errors of the score are
/// given in units of `1/σ`, the size of a score among noise. On pure noise a score says nothing of the data, and on clean
/// data no size is natural: there added errors are left out, so that all stays finite.
///
/// Faults compose by value: one holds the model that it spoils.
public sealed interface ScoreModel {

    /// The score as it is.
    ScoreModel EXACT = new Exact();

    /// What the model says at a state. Log density and covariance are those of the law that it has learnt; added faults
    /// leave them alone.
    ///
    /// @param label the class, or empty for all data
    PointEstimate at(NoisedModel model, NoiseLevel level, OptionalInt label, Vec2 x);

    /// The same at all states of a batch; with a label, for all data and for the class.
    void evaluate(NoisedModel model, NoiseLevel level, OptionalInt label, PointBatch batch);

    /// The exact score.
    record Exact() implements ScoreModel {

        @Override
        public PointEstimate at(NoisedModel model, NoiseLevel level, OptionalInt label, Vec2 x) {
            return law(model, level, label).at(x);
        }

        @Override
        public void evaluate(NoisedModel model, NoiseLevel level, OptionalInt label, PointBatch batch) {
            evaluateLaw(model, level, label, batch);
        }
    }

    /// The exact score of blurred data: the model has seen each sample with noise of standard deviation `d`.
    ///
    /// Its score is that at the level `(α, s)` with `s² = σ² + α² d²`, its prediction
    ///
    ///     x̂₀ᵇ = (σ² D(x) + α d² x)/s²   with D the denoiser at that level
    ///
    /// and its covariance `(σ²/s²)² Cov + (σ² d²/s²) I`, such that the Jacobian of the prediction stays `(α/σ²)` times it.
    ///
    /// Source: the closed form is that of arXiv:2411.10257.
    ///
    /// @param blur `d`, in data units: positive and finite
    record Blurred(double blur) implements ScoreModel {

        public Blurred {
            if (!(blur > 0 && blur < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("blur must be positive and finite: " + blur);
            }
        }

        @Override
        public PointEstimate at(NoisedModel model, NoiseLevel level, OptionalInt label, Vec2 x) {
            NoiseLevel blurred = blurred(level);
            PointEstimate at = law(model, blurred, label).at(x);
            double share = share(level, blurred);
            return new PointEstimate(at.logDensity(), at.score(),
                    at.denoised().times(share).plus(x.times(own(level, blurred))),
                    at.covariance().times(share * share).plusScalar(share * blur * blur));
        }

        @Override
        public void evaluate(NoisedModel model, NoiseLevel level, OptionalInt label, PointBatch batch) {
            NoiseLevel blurred = blurred(level);
            evaluateLaw(model, blurred, label, batch);
            double share = share(level, blurred);
            double own = own(level, blurred);
            combine(share, batch.denoisedX(), own, batch.x(), batch.size());
            combine(share, batch.denoisedY(), own, batch.y(), batch.size());
            if (label.isPresent()) {
                combine(share, batch.classDenoisedX(), own, batch.x(), batch.size());
                combine(share, batch.classDenoisedY(), own, batch.y(), batch.size());
            }
        }

        private NoiseLevel blurred(NoiseLevel level) {
            return new NoiseLevel(level.alpha(), Math.hypot(level.sigma(), level.alpha() * blur));
        }

        /// `σ²/s²`.
        private static double share(NoiseLevel level, NoiseLevel blurred) {
            double ratio = level.sigma() / blurred.sigma();
            return ratio * ratio;
        }

        /// `α d²/s²`.
        private double own(NoiseLevel level, NoiseLevel blurred) {
            double ratio = blur / blurred.sigma();
            return level.alpha() * ratio * ratio;
        }

        private static void combine(double a, double[] out, double b, double[] state, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = a * out[i] + b * state[i];
            }
        }
    }

    /// A model with a smooth random error, see [ErrorField]. The fields of the classes and of all data have nothing in common,
    /// so that guidance amplifies their difference.
    record Erring(ScoreModel model, ErrorField field) implements ScoreModel {

        @Override
        public PointEstimate at(NoisedModel exact, NoiseLevel level, OptionalInt label, Vec2 x) {
            PointEstimate at = model.at(exact, level, label, x);
            return isPlain(level)
                    ? moved(at, level,
                            field.waves(label).at(x.times(1 / level.alpha())).times(field.size() / level.sigma()))
                    : at;
        }

        @Override
        public void evaluate(NoisedModel exact, NoiseLevel level, OptionalInt label, PointBatch batch) {
            model.evaluate(exact, level, label, batch);
            if (isPlain(level)) {
                double factor = field.size() / level.sigma();
                double reach = level.sigma() * level.ratio();
                field.waves(OptionalInt.empty()).add(batch.size(), 1 / level.alpha(), batch.x(), batch.y(), factor,
                        reach,
                        batch.scoreX(), batch.scoreY(), batch.denoisedX(), batch.denoisedY());
                if (label.isPresent()) {
                    field.waves(label).add(batch.size(), 1 / level.alpha(), batch.x(), batch.y(), factor, reach,
                            batch.classScoreX(), batch.classScoreY(), batch.classDenoisedX(), batch.classDenoisedY());
                }
            }
        }
    }

    /// A model whose score is turned: its runs go in spirals. The farther out, the larger the error of the prediction.
    ///
    /// @param angle from the x axis towards the y axis, in radians: in `[−π, π]`
    record Rotated(ScoreModel model, double angle) implements ScoreModel {

        public Rotated {
            if (!(Math.abs(angle) <= Math.PI)) {
                throw new IllegalArgumentException("angle must be from -π to π: " + angle);
            }
        }

        @Override
        public PointEstimate at(NoisedModel exact, NoiseLevel level, OptionalInt label, Vec2 x) {
            PointEstimate at = model.at(exact, level, label, x);
            Vec2 s = at.score();
            return moved(at, level, new Vec2(less() * s.x() - Math.sin(angle) * s.y(),
                    Math.sin(angle) * s.x() + less() * s.y()));
        }

        @Override
        public void evaluate(NoisedModel exact, NoiseLevel level, OptionalInt label, PointBatch batch) {
            model.evaluate(exact, level, label, batch);
            double reach = isPlain(level) ? level.sigma() * level.ratio() : 0;
            turn(batch.size(), reach, batch.scoreX(), batch.scoreY(), batch.denoisedX(), batch.denoisedY());
            if (label.isPresent()) {
                turn(batch.size(), reach, batch.classScoreX(), batch.classScoreY(), batch.classDenoisedX(),
                        batch.classDenoisedY());
            }
        }

        private void turn(int count, double reach, double[] scoreX, double[] scoreY, double[] denoisedX,
                double[] denoisedY) {
            double less = less();
            double sine = Math.sin(angle);
            for (int i = 0; i < count; i++) {
                double dx = less * scoreX[i] - sine * scoreY[i];
                double dy = sine * scoreX[i] + less * scoreY[i];
                scoreX[i] += dx;
                scoreY[i] += dy;
                denoisedX[i] += reach * dx;
                denoisedY[i] += reach * dy;
            }
        }

        /// `cos a − 1`, with its digits.
        private double less() {
            double half = Math.sin(0.5 * angle);
            return -2 * half * half;
        }
    }

    /// A model whose score is off by the same vector everywhere. The difference of two predictions is not.
    ///
    /// @param bias in units of `1/σ`: finite
    record Biased(ScoreModel model, Vec2 bias) implements ScoreModel {

        public Biased {
            if (!bias.isFinite()) {
                throw new IllegalArgumentException("bias must be finite: " + bias);
            }
        }

        @Override
        public PointEstimate at(NoisedModel exact, NoiseLevel level, OptionalInt label, Vec2 x) {
            PointEstimate at = model.at(exact, level, label, x);
            return isPlain(level) ? moved(at, level, bias.times(1 / level.sigma())) : at;
        }

        @Override
        public void evaluate(NoisedModel exact, NoiseLevel level, OptionalInt label, PointBatch batch) {
            model.evaluate(exact, level, label, batch);
            if (isPlain(level)) {
                Vec2 score = bias.times(1 / level.sigma());
                Vec2 denoised = bias.times(level.ratio());
                shift(batch.size(), score.x(), batch.scoreX(), denoised.x(), batch.denoisedX());
                shift(batch.size(), score.y(), batch.scoreY(), denoised.y(), batch.denoisedY());
                if (label.isPresent()) {
                    shift(batch.size(), score.x(), batch.classScoreX(), denoised.x(), batch.classDenoisedX());
                    shift(batch.size(), score.y(), batch.classScoreY(), denoised.y(), batch.classDenoisedY());
                }
            }
        }

        private static void shift(int count, double byScore, double[] score, double byDenoised, double[] denoised) {
            for (int i = 0; i < count; i++) {
                score[i] += byScore;
                denoised[i] += byDenoised;
            }
        }
    }

    private static NoisedDistribution law(NoisedModel model, NoiseLevel level, OptionalInt label) {
        return label.isPresent() ? model.noised(level, label.getAsInt()) : model.noised(level);
    }

    private static void evaluateLaw(NoisedModel model, NoiseLevel level, OptionalInt label, PointBatch batch) {
        if (label.isPresent()) {
            model.noised(level).evaluate(batch, label.getAsInt());
        } else {
            model.noised(level).evaluate(batch);
        }
    }

    /// Whether there is noise and signal.
    private static boolean isPlain(NoiseLevel level) {
        return level.alpha() > 0 && level.sigma() > 0;
    }

    /// The same with a score that is off by `error`.
    private static PointEstimate moved(PointEstimate at, NoiseLevel level, Vec2 error) {
        Vec2 denoised = isPlain(level)
                ? at.denoised().plus(error.times(level.sigma() * level.ratio()))
                : at.denoised();
        return new PointEstimate(at.logDensity(), at.score().plus(error), denoised, at.covariance());
    }
}
