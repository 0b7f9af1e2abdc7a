package scorescape.export.gif;

import org.jspecify.annotations.Nullable;

/// A part of the screen, in pixels from the left and from the top.
record Box(int left, int top, int width, int height) {

    /// Grows to the smallest box that holds what was added.
    static final class Bounds {

        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = -1;
        private int bottom = -1;

        void add(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }

        void add(Box box) {
            add(box.left, box.top);
            add(box.left + box.width - 1, box.top + box.height - 1);
        }

        /// The box, or null if nothing was added.
        @Nullable
        Box box() {
            return right < 0 ? null : new Box(left, top, right - left + 1, bottom - top + 1);
        }
    }
}
