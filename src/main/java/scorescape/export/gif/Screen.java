package scorescape.export.gif;

import java.util.Arrays;
import scorescape.export.gif.Picture.Freedom;

/// What a viewer has on the screen, and what the next frame wants there.
final class Screen {

    /// A pixel whose colour could be closer to its own.
    private static final int OFF = 1;

    /// A pixel that wants a new colour.
    private static final int NEW = 2;

    private final Trade trade;
    private final Metric metric;
    private final Lifetimes lifetimes;
    private final int width;
    private final int height;

    /// The colour that each pixel shows, or [Picture#NOTHING].
    private final int[] shown;

    /// The colour that each pixel showed last: what stands still gets it again where the screen was wiped.
    private final int[] kept;

    /// What a pixel asks for: 0 for nothing, [#OFF] or [#NEW].
    private final byte[] asks;

    /// How much an error counts at a pixel.
    private final float[] weight;
    private final Busyness busyness;
    private boolean mayStay;

    /// What the next frame wants. Set by [#want].
    private int[] wanted = new int[0];

    private double error;

    /// Which pixels a frame may write.
    enum Scope {

        /// None: all stays as it is.
        NOTHING(NEW + 1),

        /// Those that want a new colour.
        CHANGES(NEW),

        /// Those, and what stands still and can come closer to its colour.
        CLOSER(OFF);

        private final int from;

        Scope(int from) {
            this.from = from;
        }
    }

    Screen(Trade trade, Lifetimes lifetimes, int width, int height) {
        this.trade = trade;
        this.lifetimes = lifetimes;
        this.width = width;
        this.height = height;
        metric = trade.metric();
        shown = new int[width * height];
        kept = new int[width * height];
        asks = new byte[width * height];
        weight = new float[width * height];
        busyness = new Busyness(width, height);
        Arrays.fill(shown, Picture.NOTHING);
    }

    /// Begins the frame that the lifetimes have begun.
    ///
    /// @param argb the colours that it wants, see [#isLeftOut]; must not change before [#show]
    void want(int[] argb) {
        wanted = argb;
        float even = trade.evenWeight();
        if (even > 1) {
            busyness.look(argb);
        }
        mayStay = true;
        for (int i = 0; i < argb.length; i++) {
            mayStay &= shown[i] != Picture.NOTHING || isLeftOut(argb[i]);
            asks[i] = asks(i);
            weight[i] = lifetimes.rest(i) * (even > 1 ? 1 + (even - 1) * busyness.weight(i) : 1);
        }
    }

    /// Empties a box.
    void wipe(Box box) {
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            int first = y * width + box.left();
            Arrays.fill(shown, first, first + box.width(), Picture.NOTHING);
        }
    }

    /// Counts the colours of the pixels in scope, those of long life and in even areas more often.
    void count(Scope scope, ColourCounts counts) {
        // Most of a first picture stays, and so do its bands.
        float even = mayStay ? 0 : trade.evenAtFirst();
        for (int i = 0; i < wanted.length; i++) {
            if (isIn(scope, i)) {
                counts.add(target(i), Math.round(weight[i] * (1 + even * busyness.weight(i))));
            }
        }
    }

    /// Finds the nearest colours for the pixels in scope.
    void match(Scope scope, Palette palette, Match match) {
        match.begin(palette, scope);
        int last = target(0);
        int index = palette.indexOf(last);
        int error = palette.squaredDistance(last, index);
        for (int i = 0; i < wanted.length; i++) {
            if (isIn(scope, i)) {
                int target = target(i);
                if (target != last) {
                    last = target;
                    index = palette.indexOf(last);
                    error = palette.squaredDistance(last, index);
                }
                match.set(i, index, error);
            }
        }
    }

    /// The least weighted error of the pixels in scope.
    double error(Match match) {
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (isIn(match.scope(), i)) {
                sum += weight[i] * (isBetter(match, i) ? match.least(i) : metric.squared(wanted[i], shown[i]));
            }
        }
        return sum;
    }

    /// What it is worth, in bits, to bring what stands still closer to its colours.
    ///
    /// @param bitsPerPixel what it costs to write a pixel
    double worthOfCloser(Match match, double bitsPerSquaredLevel, double bitsPerPixel) {
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (lifetimes.of(i) == 0 && shown[i] != Picture.NOTHING && isIn(Scope.CLOSER, i)) {
                int gain = metric.squared(wanted[i], shown[i]) - match.least(i);
                sum += Math.max(0, bitsPerSquaredLevel * weight[i] * gain - bitsPerPixel);
            }
        }
        return sum;
    }

    /// By how much the weighted error falls, if these indices are written instead of nothing.
    ///
    /// @param chosen for the box, row by row
    double gain(Palette palette, Box box, byte[] chosen) {
        double sum = 0;
        int k = 0;
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            for (int i = y * width + box.left(); i < y * width + box.left() + box.width(); i++) {
                int index = chosen[k++] & 255;
                if (index != palette.transparent()) {
                    int fall = metric.squared(wanted[i], shown[i]) - palette.squaredDistance(wanted[i], index);
                    sum += weight[i] * fall;
                }
            }
        }
        return sum;
    }

    /// The smallest box that holds every pixel that a palette shows better than the screen does, and all that goes away
    /// after the frame; one pixel when there are none.
    Box change(Match match) {
        var bounds = new Box.Bounds();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (isIn(match.scope(), i) && isBetter(match, i)) {
                    bounds.add(x, y);
                }
            }
        }
        Box leaving = lifetimes.leaving();
        if (leaving != null) {
            bounds.add(leaving);
        }
        Box box = bounds.box();
        return box == null ? new Box(0, 0, 1, 1) : box;
    }

    private boolean isBetter(Match match, int i) {
        return shown[i] == Picture.NOTHING || match.least(i) < metric.squared(wanted[i], shown[i]);
    }

    /// Writes what the frame wants in a box into `picture`.
    void describe(Match match, Box box, Picture picture) {
        Palette palette = match.palette();
        picture.begin(palette);
        int last = Picture.NOTHING;
        int index = Picture.NOTHING;
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            for (int x = box.left(); x < box.left() + box.width(); x++) {
                int i = y * width + x;
                Freedom freedom = freedom(match, x, y);
                if (freedom == Freedom.HELD) {
                    if (shown[i] != last) {
                        last = shown[i];
                        index = last == Picture.NOTHING ? Picture.NOTHING : palette.exactIndexOf(last);
                    }
                    picture.hold(index);
                } else {
                    int target = target(i);
                    int error = shown[i] == Picture.NOTHING ? Integer.MAX_VALUE : metric.squared(target, shown[i]);
                    picture.add(target, match.nearest(i), match.least(i), error, freedom, weight[i]);
                }
            }
        }
    }

    /// Takes over what was written for the frame.
    ///
    /// @param chosen indices for the box, row by row
    void show(Match match, Box box, byte[] chosen) {
        Palette palette = match.palette();
        int k = 0;
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            for (int x = box.left(); x < box.left() + box.width(); x++) {
                int index = chosen[k++] & 255;
                if (index != palette.transparent()) {
                    shown[y * width + x] = palette.colour(index);
                    kept[y * width + x] = palette.colour(index);
                }
            }
        }
        error = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (shown[i] != Picture.NOTHING) {
                error += weight[i] / lifetimes.rest(i) * metric.squared(wanted[i], shown[i]);
            }
        }
    }

    /// Whether the frame may show what is on the screen: not where it wants a colour and nothing is there.
    boolean mayStay() {
        return mayStay;
    }

    /// The sum of the squared errors of what was shown last, counted more in even areas.
    double error() {
        return error;
    }

    /// Whether a pixel of a transparent film shows what is behind it.
    static boolean isLeftOut(int argb) {
        return argb >>> 24 < 0x80;
    }

    /// The colour to write, as `0xRRGGBB`.
    private int target(int i) {
        return lifetimes.of(i) == 0 && shown[i] == Picture.NOTHING ? kept[i] : wanted[i] & 0xffffff;
    }

    private byte asks(int i) {
        if (isLeftOut(wanted[i])) {
            return 0;
        }
        if (lifetimes.of(i) > 0 || shown[i] == Picture.NOTHING) {
            return NEW;
        }
        return ((shown[i] ^ wanted[i]) & 0xffffff) == 0 ? 0 : (byte) OFF;
    }

    private boolean isIn(Scope scope, int i) {
        return asks[i] >= scope.from;
    }

    private Freedom freedom(Match match, int x, int y) {
        int i = y * width + x;
        if (!isIn(match.scope(), i)) {
            return Freedom.HELD;
        }
        if (lifetimes.of(i) == 0) {
            return shown[i] == Picture.NOTHING
                    ? Freedom.EXACT
                    : isBetter(match, i) ? Freedom.CLOSER : Freedom.HELD;
        }
        boolean exact = match.least(i) == 0 && (!trade.onlyFlatExact() || busyness.isFlat(wanted, x, y));
        return exact ? Freedom.EXACT : Freedom.FREE;
    }
}
