package scorescape.diffusion.model;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import scorescape.math.Vec2;

/// A smooth random vector field, the error of a model that has not learnt all: the score comes out as
/// `s(x) + size · e(x/α)/σ`, where the true score is of size `1/σ`.
///
/// `e` is a sum of plane waves of random direction, phase and polarisation, with mean 0 and mean square 1 over the plane
/// and the correlation length `length`:
///
///     e(x) = √(2/n) Σ aᵢ cos(kᵢ · x + φᵢ),  kᵢ ~ N(0, I/length²),  aᵢ unit vectors
///
/// It is a function of `x/α`, so that the same places of the data are wrong at all noise levels. Each class has a field of
/// its own, and all data together another one.
///
/// Fields are equal if their parameters are. Source: Rahimi & Recht 2007, random features of a Gaussian kernel.
public final class ErrorField {

    /// Keeps the seeds of classes apart from each other and from those that users choose.
    private static final long CLASS_STRIDE = 0x9E3779B97F4A7C15L;

    private final double size;
    private final double length;
    private final long seed;

    /// By class, made when first asked for.
    private final Map<Integer, Waves> byClass = new ConcurrentHashMap<>();
    private final Waves ofAll;

    /// @param size of the error relative to that of the score: finite, not negative
    /// @param length over which the error changes, in data units: positive and finite
    /// @param seed the same seed gives the same field on every machine
    public ErrorField(double size, double length, long seed) {
        if (!(size >= 0 && size < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("size must be finite and not negative: " + size);
        }
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("length must be positive and finite: " + length);
        }
        this.size = size;
        this.length = length;
        this.seed = seed;
        ofAll = new Waves(length, seed);
    }

    public double size() {
        return size;
    }

    public double length() {
        return length;
    }

    public long seed() {
        return seed;
    }

    /// The field of a class, or of all data.
    Waves waves(OptionalInt label) {
        return label.isEmpty()
                ? ofAll
                : byClass.computeIfAbsent(label.getAsInt(), y -> new Waves(length, seed + CLASS_STRIDE * (y + 1L)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErrorField field && size == field.size && length == field.length && seed == field.seed;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(size) + Double.hashCode(length)) + Long.hashCode(seed);
    }

    @Override
    public String toString() {
        return "ErrorField[size=" + size + ", length=" + length + ", seed=" + seed + "]";
    }

    /// The waves `e` of one class.
    static final class Waves {

        private static final int COUNT = 64;
        private static final int BLOCK = 256;
        private static final double TURN = 2 * Math.PI;
        private static final double AMPLITUDE = Math.sqrt(2.0 / COUNT);

        private final double[] waveX = new double[COUNT];
        private final double[] waveY = new double[COUNT];
        private final double[] phase = new double[COUNT];
        private final Vec2[] polarisation = new Vec2[COUNT];

        Waves(double length, long seed) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            for (int i = 0; i < COUNT; i++) {
                waveX[i] = random.nextGaussian() / length;
                waveY[i] = random.nextGaussian() / length;
                phase[i] = random.nextDouble(TURN);
                polarisation[i] = Vec2.ofAngle(random.nextDouble(TURN)).times(AMPLITUDE);
            }
        }

        Vec2 at(Vec2 place) {
            Vec2 sum = Vec2.ZERO;
            for (int i = 0; i < COUNT; i++) {
                double wave = Math.cos(waveX[i] * place.x() + waveY[i] * place.y() + phase[i]);
                sum = sum.plus(polarisation[i].times(wave));
            }
            return sum;
        }

        /// Adds `factor · e(scale · x)` to the scores, and `reach` times that to the predictions, of `count` states.
        void add(int count, double scale, double[] x, double[] y, double factor, double reach, double[] scoreX,
                double[] scoreY, double[] denoisedX, double[] denoisedY) {
            double[] wave = new double[BLOCK];
            double[] sumX = new double[BLOCK];
            double[] sumY = new double[BLOCK];
            double[] blockX = new double[BLOCK];
            double[] blockY = new double[BLOCK];
            for (int start = 0; start < count; start += BLOCK) {
                int length = Math.min(BLOCK, count - start);
                System.arraycopy(x, start, blockX, 0, length);
                System.arraycopy(y, start, blockY, 0, length);
                for (int i = 0; i < BLOCK; i++) {
                    sumX[i] = 0;
                    sumY[i] = 0;
                }
                for (int k = 0; k < COUNT; k++) {
                    turns(scale * waveX[k] / TURN, scale * waveY[k] / TURN, phase[k] / TURN, blockX, blockY, wave);
                    cosine(wave);
                    addProduct(polarisation[k].x(), wave, sumX);
                    addProduct(polarisation[k].y(), wave, sumY);
                }
                for (int i = 0; i < length; i++) {
                    double dx = factor * sumX[i];
                    double dy = factor * sumY[i];
                    scoreX[start + i] += dx;
                    scoreY[start + i] += dy;
                    denoisedX[start + i] += reach * dx;
                    denoisedY[start + i] += reach * dy;
                }
            }
        }

        /// The angles in turns, less whole ones: from −½ to ½.
        private static void turns(double a, double b, double c, double[] x, double[] y, double[] out) {
            for (int i = 0; i < BLOCK; i++) {
                double turns = Math.fma(a, x[i], Math.fma(b, y[i], c));
                out[i] = turns - Math.rint(turns);
            }
        }

        /// The cosine of angles in turns: that of a quarter of the angle, at most π/4, by its Taylor series, doubled twice.
        private static void cosine(double[] turns) {
            for (int i = 0; i < BLOCK; i++) {
                double a = turns[i] * (TURN / 4);
                double q = a * a;
                double c = 1 + q * (-0.5 + q * (1.0 / 24 + q * (-1.0 / 720 + q * (1.0 / 40_320 + q * (-1.0 / 3_628_800
                        + q * (1.0 / 479_001_600 + q * (-1.0 / 87_178_291_200.0)))))));
                c = 2 * c * c - 1;
                turns[i] = 2 * c * c - 1;
            }
        }

        private static void addProduct(double factor, double[] values, double[] out) {
            for (int i = 0; i < BLOCK; i++) {
                out[i] = Math.fma(factor, values[i], out[i]);
            }
        }
    }
}
