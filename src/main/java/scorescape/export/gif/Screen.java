package scorescape.export.gif;

import java.util.Arrays;
import scorescape.export.gif.Picture.Freedom;

/// What a viewer has on the screen.
final class Screen {

    private final Palette palette;
    private final GifQuality quality;
    private final int width;
    private final int height;

    /// The index that each pixel shows, and the colour that it wanted last.
    private final short[] shown;
    private final int[] last;
    private boolean blank = true;

    private long least;
    private long excess;

    /// A part of the screen, in pixels from the left and from the top.
    record Box(int left, int top, int width, int height) {}

    Screen(Palette palette, GifQuality quality, int width, int height) {
        this.palette = palette;
        this.quality = quality;
        this.width = width;
        this.height = height;
        shown = new short[width * height];
        last = new int[width * height];
        Arrays.fill(shown, (short) Picture.NOTHING);
    }

    /// The smallest box that holds every pixel that has to change to show a frame; one pixel when there are none.
    Box change(int[] argb) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                if (!isHeld(argb, i) && palette.indexOf(argb[i]) != shown[i]) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0 ? new Box(0, 0, 1, 1) : new Box(left, top, right - left + 1, bottom - top + 1);
    }

    /// Writes what a frame wants in a box into `picture`.
    void describe(int[] argb, Box box, Picture picture) {
        picture.clear();
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            for (int x = box.left(); x < box.left() + box.width(); x++) {
                int i = y * width + x;
                picture.add(argb[i], shown[i], freedom(argb, x, y));
            }
        }
    }

    /// Takes over what was written for a frame.
    ///
    /// @param chosen indices for the box, row by row
    void show(int[] argb, Box box, byte[] chosen, int transparent) {
        int k = 0;
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            for (int x = box.left(); x < box.left() + box.width(); x++) {
                int index = chosen[k++] & 255;
                if (index != transparent) {
                    shown[y * width + x] = (short) index;
                }
            }
        }
        least = 0;
        excess = 0;
        for (int i = 0; i < argb.length; i++) {
            int lowest = palette.squaredDistance(argb[i], palette.indexOf(argb[i]));
            least += lowest;
            excess += palette.squaredDistance(argb[i], shown[i]) - lowest;
        }
        System.arraycopy(argb, 0, last, 0, argb.length);
        blank = false;
    }

    /// Sum over the screen of the squared errors that the nearest colours would have.
    long least() {
        return least;
    }

    /// By how much the squared errors of the colours shown exceed [#least].
    long excess() {
        return excess;
    }

    private boolean isHeld(int[] argb, int i) {
        return !blank && argb[i] == last[i];
    }

    /// The first frame is exact: much of it stays for the whole film.
    private Freedom freedom(int[] argb, int x, int y) {
        int i = y * width + x;
        if (isHeld(argb, i)) {
            return Freedom.HELD;
        }
        if (blank) {
            return Freedom.EXACT;
        }
        boolean inTable = palette.squaredDistance(argb[i], palette.indexOf(argb[i])) == 0;
        boolean exact = switch (quality) {
            case FAITHFUL -> inTable;
            case SMALL -> inTable && isFlat(argb, x, y);
        };
        return exact ? Freedom.EXACT : Freedom.FREE;
    }

    /// Whether a pixel and the eight around it have one colour.
    private boolean isFlat(int[] argb, int x, int y) {
        if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
            return false;
        }
        int colour = argb[y * width + x];
        for (int i = (y - 1) * width + x - 1; i <= (y + 1) * width + x - 1; i += width) {
            if (argb[i] != colour || argb[i + 1] != colour || argb[i + 2] != colour) {
                return false;
            }
        }
        return true;
    }
}
