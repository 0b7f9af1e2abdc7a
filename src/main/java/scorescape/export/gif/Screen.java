package scorescape.export.gif;

import java.util.Arrays;
import scorescape.export.gif.Picture.Freedom;

/// What a viewer has on the screen, and what the next frame wants there.
final class Screen {

    private final Trade trade;
    private final Metric metric;
    private final Lifetimes lifetimes;
    private final int width;
    private final int height;

    /// The colour that each pixel shows, or [Picture#NOTHING].
    private final int[] shown;

    /// The squared error of the nearest colour when the pixel last wanted a new one.
    private final int[] least;

    /// How much an error counts at a pixel that is not held.
    private final float[] weight;
    private final Busyness busyness;
    private boolean blank = true;

    /// What the next frame wants. Set by [#want].
    private int[] wanted = new int[0];

    private long leastSum;
    private long excessSum;

    /// A part of the screen, in pixels from the left and from the top.
    record Box(int left, int top, int width, int height) {}

    Screen(Trade trade, Lifetimes lifetimes, int width, int height) {
        this.trade = trade;
        this.lifetimes = lifetimes;
        this.width = width;
        this.height = height;
        metric = trade.metric();
        shown = new int[width * height];
        least = new int[width * height];
        weight = new float[width * height];
        busyness = new Busyness(width, height);
        Arrays.fill(shown, Picture.NOTHING);
    }

    /// Begins the frame that the lifetimes have begun.
    ///
    /// @param argb the colours that it wants, see [#isLeftOut]; must not change before [#show]
    void want(int[] argb) {
        wanted = argb;
        if (trade.evenWeight() > 1) {
            busyness.look(argb);
        }
        for (int i = 0; i < argb.length; i++) {
            weight[i] = lifetimes.of(i) * emphasis(i, trade.evenWeight());
        }
    }

    private float emphasis(int i, float even) {
        return even > 1 ? 1 + (even - 1) * busyness.weight(i) : 1;
    }

    /// Wipes the screen: the next frame finds it empty.
    void wipe() {
        Arrays.fill(shown, Picture.NOTHING);
        blank = true;
    }

    /// Counts the colours of the pixels that are not held, those of long life and in even areas more often.
    void countChanges(ColourCounts counts) {
        for (int i = 0; i < wanted.length; i++) {
            if (!isHeld(i)) {
                counts.add(wanted[i] & 0xffffff, Math.round(lifetimes.of(i) * emphasis(i, trade.evenShare())));
            }
        }
    }

    /// The least weighted error of the pixels that are not held.
    double error(Palette palette) {
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (!isHeld(i)) {
                sum += weight[i] * palette.squaredDistance(wanted[i], palette.indexOf(wanted[i]));
            }
        }
        return sum;
    }

    /// The weighted error of the pixels that are not held, if these indices were written.
    ///
    /// @param chosen for the box, row by row
    double error(Palette palette, Box box, byte[] chosen) {
        double sum = 0;
        for (int y = 0; y < height; y++) {
            boolean rowInBox = y >= box.top() && y < box.top() + box.height();
            int first = (y - box.top()) * box.width() - box.left();
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (!isHeld(i)) {
                    int index = rowInBox && x >= box.left() && x < box.left() + box.width()
                            ? chosen[first + x] & 255
                            : palette.transparent();
                    int colour = index == palette.transparent() ? shown[i] : palette.colour(index);
                    sum += weight[i] * metric.squared(wanted[i], colour);
                }
            }
        }
        return sum;
    }

    /// The smallest box that holds every pixel that `palette` shows better than the screen does; one pixel when there
    /// are none.
    Box change(Palette palette) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (!isHeld(i) && isBetter(palette, i)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0 ? new Box(0, 0, 1, 1) : new Box(left, top, right - left + 1, bottom - top + 1);
    }

    private boolean isBetter(Palette palette, int i) {
        return shown[i] == Picture.NOTHING
                || palette.squaredDistance(wanted[i], palette.indexOf(wanted[i])) < metric.squared(wanted[i],
                        shown[i]);
    }

    /// Writes what the frame wants in a box into `picture`.
    void describe(Palette palette, Box box, Picture picture) {
        picture.begin(palette);
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            for (int x = box.left(); x < box.left() + box.width(); x++) {
                int i = y * width + x;
                picture.add(wanted[i], shown[i], freedom(palette, x, y), weight[i]);
            }
        }
    }

    /// Takes over what was written for the frame.
    ///
    /// @param chosen indices for the box, row by row
    void show(Palette palette, Box box, byte[] chosen) {
        for (int i = 0; i < wanted.length; i++) {
            if (!isHeld(i)) {
                least[i] = palette.squaredDistance(wanted[i], palette.indexOf(wanted[i]));
            }
        }
        int k = 0;
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            for (int x = box.left(); x < box.left() + box.width(); x++) {
                int index = chosen[k++] & 255;
                if (index != palette.transparent()) {
                    shown[y * width + x] = palette.colour(index);
                }
            }
        }
        leastSum = 0;
        excessSum = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (shown[i] != Picture.NOTHING) {
                leastSum += least[i];
                excessSum += metric.squared(wanted[i], shown[i]) - least[i];
            }
        }
        blank = false;
    }

    /// Sum over the screen of the squared errors that the nearest colours would have.
    long least() {
        return leastSum;
    }

    /// By how much the squared errors of the colours shown exceed [#least].
    long excess() {
        return excessSum;
    }

    /// Whether a pixel of a transparent film shows what is behind it.
    static boolean isLeftOut(int argb) {
        return argb >>> 24 < 0x80;
    }

    private boolean isHeld(int i) {
        return isLeftOut(wanted[i]) || lifetimes.of(i) == 0;
    }

    /// The first frame is exact: much of it stays for the whole film.
    private Freedom freedom(Palette palette, int x, int y) {
        int i = y * width + x;
        if (isHeld(i)) {
            return Freedom.HELD;
        }
        if (blank) {
            return Freedom.EXACT;
        }
        boolean inTable = palette.squaredDistance(wanted[i], palette.indexOf(wanted[i])) == 0;
        boolean exact = inTable && (!trade.onlyFlatExact() || busyness.isFlat(wanted, x, y));
        return exact ? Freedom.EXACT : Freedom.FREE;
    }
}
