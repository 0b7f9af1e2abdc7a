package scorescape.export;

import scorescape.export.gif.FrameSource;

/// A film from a formula for a pixel.
record TestFilm(int width, int height, int frames, boolean transparent, Pixel pixel) implements FrameSource {

    interface Pixel {
        /// @return `0xAARRGGBB`
        int at(int frame, int x, int y);
    }

    /// A ball that flies over stripes.
    static final TestFilm BALL = new TestFilm(48, 30, 7, false,
            (frame, x, y) -> Math.hypot(x - 8 - 5 * frame, y - 15) < 6 ? 0xcc3322 : (x / 7 + y / 5) % 2 * 0x557799);

    @Override
    public int delayCentiseconds(int frame) {
        return frame == frames - 1 ? 40 : 10;
    }

    @Override
    public void paint(int frame, int[] argb) {
        for (int i = 0; i < width * height; i++) {
            argb[i] = pixel.at(frame, i % width, i / width);
        }
    }

    int[] painted(int frame) {
        int[] argb = new int[width * height];
        paint(frame, argb);
        return argb;
    }
}
