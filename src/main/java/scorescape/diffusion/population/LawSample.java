package scorescape.diffusion.population;

import scorescape.diffusion.analysis.TiltedLaw;
import scorescape.math.Vec2;

/// Samples of a law on a grid of cells, evenly spread over its mass: a quasi-random sequence picks cells and places in
/// them, so that small samples represent the law well and are the same each time.
///
/// Source: the sequence of multiples of the plastic number, Roberts 2018, "The unreasonable effectiveness of quasirandom
/// sequences", in three dimensions.
final class LawSample {

    /// Powers of the inverse of the root of `g⁴ = g + 1`.
    private static final double ROOT = 1.220_744_084_605_759_6;

    private LawSample() {}

    static PlaneSample of(TiltedLaw law, int count) {
        int columns = law.columns();
        double[] cumulative = new double[columns * law.rows()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += Math.exp(law.logDensity(i % columns, Math.floorDiv(i, columns)));
            cumulative[i] = sum;
        }
        double width = law.centre(1, 0).x() - law.centre(0, 0).x();
        double height = law.centre(0, 1).y() - law.centre(0, 0).y();
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            int cell = cell(cumulative, fraction(0.5 + (i + 1) / ROOT) * sum);
            Vec2 centre = law.centre(cell % columns, Math.floorDiv(cell, columns));
            x[i] = centre.x() + (fraction(0.5 + (i + 1) / (ROOT * ROOT)) - 0.5) * width;
            y[i] = centre.y() + (fraction(0.5 + (i + 1) / (ROOT * ROOT * ROOT)) - 0.5) * height;
        }
        return new PlaneSample(x, y);
    }

    /// The first cell whose cumulative mass is above `mass`.
    private static int cell(double[] cumulative, double mass) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > mass) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }
}
