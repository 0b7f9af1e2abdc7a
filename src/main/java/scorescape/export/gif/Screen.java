package scorescape.export.gif;

import java.util.Arrays;

/// What a viewer has on the screen, as indices of the colour table.
final class Screen {

    private static final int NOTHING = -1;

    private final int width;
    private final int height;
    private final short[] shown;
    private final byte[] indices;
    private final boolean[] held;

    /// The smallest box that holds every pixel that a frame changes; one pixel when it changes nothing.
    record Box(int left, int top, int width, int height) {

        int pixels() {
            return width * height;
        }
    }

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
        shown = new short[width * height];
        Arrays.fill(shown, (short) NOTHING);
        indices = new byte[width * height];
        held = new boolean[width * height];
    }

    /// Shows a frame in the colours of `palette`, and tells where that changes anything.
    Box show(int[] argb, Palette palette) {
        int left = width;
        int right = NOTHING;
        int top = height;
        int bottom = NOTHING;
        for (int y = 0; y < height; y++) {
            for (int x = 0, i = y * width; x < width; x++, i++) {
                int index = palette.indexOf(argb[i]);
                held[i] = index == shown[i];
                if (!held[i]) {
                    shown[i] = (short) index;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (right == NOTHING) {
            return cut(0, 0, 1, 1);
        }
        return cut(left, top, right - left + 1, bottom - top + 1);
    }

    /// Moves the box to the front of the arrays, which reads ahead of what it writes.
    private Box cut(int left, int top, int boxWidth, int boxHeight) {
        int k = 0;
        for (int y = top; y < top + boxHeight; y++) {
            for (int i = y * width + left; i < y * width + left + boxWidth; i++) {
                indices[k] = (byte) shown[i];
                held[k++] = held[i];
            }
        }
        return new Box(left, top, boxWidth, boxHeight);
    }

    /// What is to be shown in the box of the last change, row by row; used again for the next.
    byte[] indices() {
        return indices;
    }

    /// Which pixels of that box were on the screen already.
    boolean[] held() {
        return held;
    }
}
