package scorescape.diffusion.population;

import java.util.Arrays;
import java.util.List;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.diffusion.schedule.NoiseLevel;

/// To which class, and to which component of the data, each of many points belongs: the likeliest on clean data.
///
/// Where no class has any density, beside boxes and points, it is the nearest one. A component is called a mode here; a
/// cloud is one.
public final class Attribution {

    private final int[] modes;
    private final int[] labels;

    private Attribution(int[] modes, int[] labels) {
        this.modes = modes;
        this.labels = labels;
    }

    /// @param x of the points, finite
    /// @param y of the points, as many
    public static Attribution of(DataDistribution data, double[] x, double[] y) {
        int count = x.length;
        List<Integer> classes = data.labels();
        var batch = new PointBatch(count);
        System.arraycopy(x, 0, batch.x(), 0, count);
        System.arraycopy(y, 0, batch.y(), 0, count);
        double[] best = filled(count);
        int[] modes = new int[count];
        double[][] largest = new double[classes.size()][];
        double[][] sums = new double[classes.size()][count];
        Arrays.setAll(largest, _ -> filled(count));
        for (int k = 0; k < data.components().size(); k++) {
            Component component = data.components().get(k);
            int index = classes.indexOf(component.label());
            new DataDistribution(List.of(component)).noised(NoiseLevel.CLEAN).evaluate(batch);
            double logWeight = Math.log(component.weight());
            for (int i = 0; i < count; i++) {
                double log = logWeight + batch.logDensity()[i];
                if (log > best[i]) {
                    best[i] = log;
                    modes[i] = k;
                }
                if (log > largest[index][i]) {
                    sums[index][i] = sums[index][i] * Math.exp(largest[index][i] - log) + 1;
                    largest[index][i] = log;
                } else {
                    sums[index][i] += Math.exp(log - largest[index][i]);
                }
            }
        }
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int likeliest = 0;
            for (int c = 1; c < sums.length; c++) {
                if (log(largest, sums, c, i) > log(largest, sums, likeliest, i)) {
                    likeliest = c;
                }
            }
            labels[i] = classes.get(likeliest);
        }
        return new Attribution(modes, labels);
    }

    private static double log(double[][] largest, double[][] sums, int index, int i) {
        return largest[index][i] + Math.log(sums[index][i]);
    }

    private static double[] filled(int count) {
        double[] lowest = new double[count];
        Arrays.fill(lowest, -Double.MAX_VALUE);
        return lowest;
    }

    /// The label of the class of a point.
    public int label(int point) {
        return labels[point];
    }

    /// The index of the component of a point, in the order of the data.
    public int mode(int point) {
        return modes[point];
    }
}
