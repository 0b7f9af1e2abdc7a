package scorescape.export.gif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Chooses the colours of a table so that the mean squared error in RGB over all pixels of a film is small.
///
/// Boxes of colours are split where that lowers the error most until there are enough of them; their means are then
/// improved by rounds of k-means. A mean whose cell is mostly one colour becomes that colour, so that a white
/// background stays white and a flat area flat.
///
/// Sources: X. Wu, "Color quantization by dynamic programming and principal analysis", ACM Trans. Graphics 11 (1992),
/// for the split; S. Lloyd, "Least squares quantization in PCM", IEEE Trans. Inf. Theory 28 (1982), for the rounds.
final class PaletteFitter {

    private static final int ROUNDS = 24;
    private static final int POWER_ITERATIONS = 16;

    /// Above this many different colours they are first averaged in cells of 4 × 4 × 4 levels, of which there are as
    /// many.
    private static final int MAX_POINTS = 1 << 18;
    private static final int CELLS = 1 << 18;

    /// A colour counted so much more often than the mean is common.
    private static final double COMMON = 4;

    /// What little time allows.
    private static final int FEW_POINTS = 1 << 14;
    private static final int FEW_ROUNDS = 2;

    private final Metric metric;
    private final int points;
    private final double[] red;
    private final double[] green;
    private final double[] blue;
    private final double[] weight;

    private PaletteFitter(int points, Metric metric) {
        this.metric = metric;
        this.points = points;
        red = new double[points];
        green = new double[points];
        blue = new double[points];
        weight = new double[points];
    }

    /// @param size how many colours to choose at most, from 1 to 255
    static Palette fit(ColourCounts counts, int size, Metric metric) {
        int[] colours = counts.colours();
        if (colours.length <= size) {
            return new Palette(colours, metric);
        }
        return new Palette(points(counts, colours, MAX_POINTS, metric).choose(size), metric);
    }

    /// As [#fit(ColourCounts, int, Metric)], but in little time, beginning from a palette for similar colours.
    static Palette fit(ColourCounts counts, int size, Palette start) {
        Metric metric = start.metric();
        int[] colours = counts.colours();
        if (colours.length <= size) {
            return new Palette(colours, metric);
        }
        PaletteFitter fitter = points(counts, colours, FEW_POINTS, metric);
        return new Palette(fitter.refined(Means.of(start), FEW_ROUNDS), metric);
    }

    /// As [#fit(ColourCounts, int, Metric)], but in little time.
    static Palette fitQuickly(ColourCounts counts, int size, Metric metric) {
        int[] colours = counts.colours();
        if (colours.length <= size) {
            return new Palette(colours, metric);
        }
        PaletteFitter fitter = points(counts, colours, FEW_POINTS, metric);
        return new Palette(fitter.refined(fitter.split(size), FEW_ROUNDS), metric);
    }

    private static PaletteFitter points(ColourCounts counts, int[] colours, int most, Metric metric) {
        if (colours.length > most) {
            return cells(counts, colours, metric);
        }
        var fitter = new PaletteFitter(colours.length, metric);
        for (int i = 0; i < colours.length; i++) {
            fitter.red[i] = colours[i] >> 16;
            fitter.green[i] = colours[i] >> 8 & 255;
            fitter.blue[i] = colours[i] & 255;
            fitter.weight[i] = counts.count(colours[i]);
        }
        return fitter;
    }

    /// Averages colours in cells, but leaves those alone that are common.
    private static PaletteFitter cells(ColourCounts counts, int[] colours, Metric metric) {
        double mean = Arrays.stream(colours).mapToDouble(counts::count).average().orElseThrow();
        int[] placeOfCell = new int[CELLS];
        Arrays.fill(placeOfCell, -1);
        int[] places = new int[colours.length];
        int n = 0;
        for (int i = 0; i < colours.length; i++) {
            int colour = colours[i];
            if (counts.count(colour) > COMMON * mean) {
                places[i] = n++;
            } else {
                int cell = (colour >> 18 & 63) << 12 | (colour >> 10 & 63) << 6 | (colour >> 2 & 63);
                if (placeOfCell[cell] < 0) {
                    placeOfCell[cell] = n++;
                }
                places[i] = placeOfCell[cell];
            }
        }
        var cells = new PaletteFitter(n, metric);
        for (int i = 0; i < colours.length; i++) {
            double count = counts.count(colours[i]);
            cells.red[places[i]] += count * (colours[i] >> 16);
            cells.green[places[i]] += count * (colours[i] >> 8 & 255);
            cells.blue[places[i]] += count * (colours[i] & 255);
            cells.weight[places[i]] += count;
        }
        for (int place = 0; place < n; place++) {
            cells.red[place] /= cells.weight[place];
            cells.green[place] /= cells.weight[place];
            cells.blue[place] /= cells.weight[place];
        }
        return cells;
    }

    private int[] choose(int size) {
        return refined(split(size), ROUNDS);
    }

    private int[] refined(Means means, int rounds) {
        int[] cells = new int[points];
        for (int round = 0; round < rounds && assign(means, cells); round++) {
            means.moveTo(cells, this);
        }
        return snapped(means, cells);
    }

    /// Points of the RGB cube that stand for the colours around them.
    private static final class Means {

        private final double[] red;
        private final double[] green;
        private final double[] blue;

        Means(int size) {
            red = new double[size];
            green = new double[size];
            blue = new double[size];
        }

        static Means of(Palette palette) {
            var means = new Means(palette.size());
            for (int k = 0; k < palette.size(); k++) {
                int colour = palette.colour(k);
                means.red[k] = colour >> 16;
                means.green[k] = colour >> 8 & 255;
                means.blue[k] = colour & 255;
            }
            return means;
        }

        int size() {
            return red.length;
        }

        /// Moves each mean to the middle of its cell. One whose cell is empty stays.
        void moveTo(int[] cells, PaletteFitter points) {
            Moments[] moments = moments(cells, points);
            for (int k = 0; k < size(); k++) {
                if (moments[k].weight > 0) {
                    red[k] = moments[k].red / moments[k].weight;
                    green[k] = moments[k].green / moments[k].weight;
                    blue[k] = moments[k].blue / moments[k].weight;
                }
            }
        }

        private Moments[] moments(int[] cells, PaletteFitter points) {
            Moments[] moments = new Moments[size()];
            Arrays.setAll(moments, k -> new Moments());
            for (int i = 0; i < cells.length; i++) {
                moments[cells[i]].add(points, i);
            }
            return moments;
        }
    }

    /// Sums over a set of weighted colours.
    private static final class Moments {

        private double weight;
        private double red;
        private double green;
        private double blue;

        void add(PaletteFitter points, int i) {
            double w = points.weight[i];
            weight += w;
            red += w * points.red[i];
            green += w * points.green[i];
            blue += w * points.blue[i];
        }

        /// `weight · |mean|²`: the larger its sum over the parts of a box, the smaller the squared error that is left.
        double explained() {
            return (red * red + green * green + blue * blue) / weight;
        }

        Moments minus(Moments part) {
            var rest = new Moments();
            rest.weight = weight - part.weight;
            rest.red = red - part.red;
            rest.green = green - part.green;
            rest.blue = blue - part.blue;
            return rest;
        }
    }

    /// A run of the sorted points, with the best way to cut it in two.
    ///
    /// @param gain by how much the squared error falls if it is cut before `cut`; 0 if it cannot be
    private record Box(int from, int to, int cut, double gain) {}

    /// Cuts the box whose cut gains most until there are `size` boxes or nothing more to gain.
    private Means split(int size) {
        int[] order = new int[points];
        Arrays.setAll(order, i -> i);
        List<Box> boxes = new ArrayList<>(List.of(box(order, 0, points)));
        int most = 0;
        while (boxes.size() < size && boxes.get(most).gain() > 0) {
            Box box = boxes.get(most);
            boxes.set(most, box(order, box.from(), box.cut()));
            boxes.add(most + 1, box(order, box.cut(), box.to()));
            most = 0;
            for (int k = 1; k < boxes.size(); k++) {
                most = boxes.get(k).gain() > boxes.get(most).gain() ? k : most;
            }
        }
        var means = new Means(boxes.size());
        for (int k = 0; k < boxes.size(); k++) {
            Moments moments = moments(order, boxes.get(k).from(), boxes.get(k).to());
            means.red[k] = moments.red / moments.weight;
            means.green[k] = moments.green / moments.weight;
            means.blue[k] = moments.blue / moments.weight;
        }
        return means;
    }

    /// Sorts the run along the direction in which it varies most, and finds the best cut across it.
    private Box box(int[] order, int from, int to) {
        Moments all = moments(order, from, to);
        double[] axis = principalAxis(order, from, to, all);
        long[] sorted = new long[to - from];
        for (int k = from; k < to; k++) {
            int i = order[k];
            // Projections of levels of 0 to 255 are below 2¹⁰: 20 bits of fraction leave room for the sign.
            long along = Math.round(0x1p20 * (axis[0] * red[i] + axis[1] * green[i] + axis[2] * blue[i]));
            sorted[k - from] = along << 32 | i;
        }
        Arrays.sort(sorted);
        for (int k = from; k < to; k++) {
            order[k] = (int) sorted[k - from];
        }
        var low = new Moments();
        double whole = all.explained();
        int cut = from;
        double gain = 0;
        for (int k = from; k + 1 < to; k++) {
            low.add(this, order[k]);
            double here = low.explained() + all.minus(low).explained() - whole;
            if (here > gain) {
                gain = here;
                cut = k + 1;
            }
        }
        return new Box(from, to, cut, gain);
    }

    private Moments moments(int[] order, int from, int to) {
        var moments = new Moments();
        for (int k = from; k < to; k++) {
            moments.add(this, order[k]);
        }
        return moments;
    }

    /// The eigenvector of the covariance with the largest eigenvalue, by power iteration from the longest axis.
    private double[] principalAxis(int[] order, int from, int to, Moments all) {
        double[][] covariance = new double[3][3];
        for (int k = from; k < to; k++) {
            int i = order[k];
            double[] d = {red[i] - all.red / all.weight, green[i] - all.green / all.weight,
                blue[i] - all.blue / all.weight};
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    covariance[a][b] += weight[i] * d[a] * d[b];
                }
            }
        }
        int longest = 0;
        for (int a = 1; a < 3; a++) {
            if (covariance[a][a] > covariance[longest][longest]) {
                longest = a;
            }
        }
        double[] axis = covariance[longest].clone();
        for (int i = 0; i < POWER_ITERATIONS; i++) {
            double norm = Math.hypot(Math.hypot(axis[0], axis[1]), axis[2]);
            if (norm == 0) {
                return new double[]{1, 0, 0};
            }
            double[] next = new double[3];
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    next[a] += covariance[a][b] * axis[b] / norm;
                }
            }
            axis = next;
        }
        double norm = Math.hypot(Math.hypot(axis[0], axis[1]), axis[2]);
        return norm == 0 ? new double[]{1, 0, 0} : new double[]{axis[0] / norm, axis[1] / norm, axis[2] / norm};
    }

    /// Puts every point into the cell of its nearest mean.
    ///
    /// @return whether any changed its cell
    private boolean assign(Means means, int[] cells) {
        var nearest = new NearestColour(means.red, means.green, means.blue, metric);
        boolean changed = false;
        for (int i = 0; i < points; i++) {
            int cell = nearest.find(red[i], green[i], blue[i], cells[i]);
            changed |= cell != cells[i];
            cells[i] = cell;
        }
        return changed;
    }

    /// The means in whole levels, or the colour that makes up more than half of a cell. Equal ones become one.
    private int[] snapped(Means means, int[] cells) {
        int[] commonest = new int[means.size()];
        double[] total = new double[means.size()];
        Arrays.fill(commonest, -1);
        for (int i = 0; i < points; i++) {
            int k = cells[i];
            total[k] += weight[i];
            if (commonest[k] < 0 || weight[i] > weight[commonest[k]]) {
                commonest[k] = i;
            }
        }
        return IntStream.range(0, means.size())
                .filter(k -> commonest[k] >= 0)
                .map(k -> 2 * weight[commonest[k]] > total[k]
                        ? rounded(red[commonest[k]], green[commonest[k]], blue[commonest[k]])
                        : rounded(means.red[k], means.green[k], means.blue[k]))
                .distinct()
                .toArray();
    }

    private static int rounded(double r, double g, double b) {
        return (int) Math.round(r) << 16 | (int) Math.round(g) << 8 | (int) Math.round(b);
    }
}
