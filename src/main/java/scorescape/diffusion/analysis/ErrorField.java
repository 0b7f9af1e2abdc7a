package scorescape.diffusion.analysis;

import java.util.random.RandomGenerator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// A smooth random vector field, the error of a model that has not learnt all: a score model that answers
/// `s(x) + size · e(x)/σ`, where the true score is of size `1/σ`.
///
/// `e` is a sum of plane waves of random direction, phase and polarisation, with mean 0 and mean square 1 over the plane
/// and the correlation length `length`:
///
///     e(x) = √(2/n) Σ aᵢ cos(kᵢ · x/α + φᵢ),  kᵢ ~ N(0, I/length²),  aᵢ unit vectors
///
/// It is a function of `x/α`, so that the same places of the data are wrong at all noise levels.
///
/// Source: Rahimi & Recht 2007, random features of a Gaussian kernel.
public final class ErrorField {

    private static final int WAVES = 64;

    private final double size;
    private final double[] waveX = new double[WAVES];
    private final double[] waveY = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private final Vec2[] polarisation = new Vec2[WAVES];

    /// @param size of the error relative to that of the score: finite, not negative
    /// @param length over which the error changes, in data units: positive
    /// @param random the same state gives the same field
    public ErrorField(double size, double length, RandomGenerator random) {
        if (!(size >= 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("size must be finite and not negative: " + size);
        }
        if (!(length > 0)) {
            throw new IllegalArgumentException("length must be positive: " + length);
        }
        this.size = size;
        for (int i = 0; i < WAVES; i++) {
            waveX[i] = random.nextGaussian() / length;
            waveY[i] = random.nextGaussian() / length;
            phase[i] = random.nextDouble(2 * Math.PI);
            polarisation[i] = Vec2.ofAngle(random.nextDouble(2 * Math.PI));
        }
    }

    /// The error of the score at a state, in 1 / data units.
    ///
    /// @param level with noise and signal
    public Vec2 scoreError(NoiseLevel level, Vec2 x) {
        return at(x.times(1 / level.alpha())).times(size / level.sigma());
    }

    /// The error of the prediction `x̂₀` that goes with it, `σ²/α` times that of the score, in data units.
    ///
    /// @param level with noise and signal
    public Vec2 predictionError(NoiseLevel level, Vec2 x) {
        return at(x.times(1 / level.alpha())).times(size * level.ratio());
    }

    /// The field itself, of mean square 1 over the plane.
    Vec2 at(Vec2 place) {
        Vec2 sum = Vec2.ZERO;
        for (int i = 0; i < WAVES; i++) {
            double wave = Math.cos(waveX[i] * place.x() + waveY[i] * place.y() + phase[i]);
            sum = sum.plus(polarisation[i].times(wave));
        }
        return sum.times(Math.sqrt(2.0 / WAVES));
    }
}
