package scorescape.diffusion.schedule;

import java.util.List;

/// A variance-preserving schedule drawn by hand: the log signal-to-noise ratio λ as a falling line through a few knots.
///
///     α² = 1/(1 + exp(−λ)),  σ² = 1/(1 + exp(λ))
///
/// @param knots at least two, at rising times from 0 to 1 and falling λ
public record DrawnSchedule(List<Knot> knots) implements NoiseSchedule {

    /// A corner of the line.
    ///
    /// @param time in `[0, 1]`
    /// @param logSnr λ: from −[#MAX_LOG_SNR] to [#MAX_LOG_SNR]
    public record Knot(double time, double logSnr) {

        public static final double MAX_LOG_SNR = 30;

        public Knot {
            NoiseSchedule.requireTime(time);
            if (!(Math.abs(logSnr) <= MAX_LOG_SNR)) {
                throw new IllegalArgumentException(
                        "logSNR must be from -" + MAX_LOG_SNR + " to " + MAX_LOG_SNR + ": " + logSnr);
            }
        }
    }

    public DrawnSchedule {
        knots = List.copyOf(knots);
        if (knots.size() < 2 || knots.getFirst().time() != 0 || knots.getLast().time() != 1) {
            throw new IllegalArgumentException("a drawn schedule needs knots from time 0 to time 1: " + knots);
        }
        for (int i = 1; i < knots.size(); i++) {
            Knot before = knots.get(i - 1);
            Knot after = knots.get(i);
            if (!(after.time() > before.time() && after.logSnr() < before.logSnr())) {
                throw new IllegalArgumentException("times must rise and logSNR fall: " + before + ", " + after);
            }
        }
    }

    @Override
    public NoiseLevel at(double t) {
        NoiseSchedule.requireTime(t);
        Knot from = knots.get(piece(t));
        return level(from.logSnr() + slope(t) * (t - from.time()));
    }

    @Override
    public NoiseLevel atRatio(double ratio) {
        return NoiseLevel.variancePreserving(ratio);
    }

    @Override
    public double timeAt(double logSnr) {
        for (int i = 1; i < knots.size(); i++) {
            Knot from = knots.get(i - 1);
            Knot to = knots.get(i);
            if (logSnr >= to.logSnr()) {
                double within = (from.logSnr() - logSnr) / (from.logSnr() - to.logSnr());
                return from.time() + Math.clamp(within, 0, 1) * (to.time() - from.time());
            }
        }
        return 1;
    }

    @Override
    public double drift(double t) {
        double sigma = at(t).sigma();
        return 0.5 * sigma * sigma * slope(t);
    }

    @Override
    public double diffusion(double t) {
        return at(t).sigma() * Math.sqrt(-slope(t));
    }

    /// Time 0: the drawing says how little noise is the least.
    @Override
    public double smallestTime() {
        return 0;
    }

    private static NoiseLevel level(double logSnr) {
        return new NoiseLevel(1 / Math.sqrt(1 + Math.exp(-logSnr)), 1 / Math.sqrt(1 + Math.exp(logSnr)));
    }

    /// The index of the knot before `t`.
    private int piece(double t) {
        int piece = 0;
        while (piece < knots.size() - 2 && t >= knots.get(piece + 1).time()) {
            piece++;
        }
        return piece;
    }

    private double slope(double t) {
        Knot from = knots.get(piece(t));
        Knot to = knots.get(piece(t) + 1);
        return (to.logSnr() - from.logSnr()) / (to.time() - from.time());
    }
}
