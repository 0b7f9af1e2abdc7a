package scorescape.export.gif;

/// What an error costs, in bits per squared level: the Lagrange multiplier between size and error.
///
/// Unless it is fixed it follows the film, by no more than a tenth a frame, since an error stays on the screen for a
/// while.
final class Price {

    private static final double LEAST = 0.02;
    private static final double MAX_RISE = 1.1;
    private static final double MAX_FALL = 0.9;

    /// How the price of errors is found.
    sealed interface Rule {}

    /// As it begins.
    record Fixed() implements Rule {}

    /// So that a hundredth less error in a frame is worth a hundredth of the bits that a frame of the film takes: a film
    /// gets bytes where they serve it, and so does each of its frames. The more bits a pixel takes, the less: where
    /// everything moves nobody sees so small errors.
    ///
    /// @param mostPerPixel the price where a pixel takes one bit and errors are rare
    record Worth(double mostPerPixel) implements Rule {

        /// The squared error of a pixel that the frames have themselves, since their colours are whole levels: 1/12 for
        /// each of three.
        private static final double ROUNDING = 0.25;

        /// Over how many frames the error is averaged.
        private static final int MEMORY = 8;
    }

    private final Rule rule;
    private final int frames;
    private final int pixels;
    private double bitsPerSquaredLevel;
    private int heard;
    private double firstBits;
    private double laterBits;
    private double recentError;

    /// @param frames how many the film has
    /// @param pixels of a frame
    Price(Trade trade, int frames, int pixels) {
        rule = trade.priceRule();
        bitsPerSquaredLevel = trade.bitsPerSquaredLevel();
        this.frames = frames;
        this.pixels = pixels;
    }

    double bitsPerSquaredLevel() {
        return bitsPerSquaredLevel;
    }

    /// Hears what a frame has come to.
    ///
    /// @param bits that it took
    /// @param error the sum over the screen, see [Screen#error()]
    void adapt(double bits, double error) {
        switch (rule) {
            case Fixed() -> {
                // It stays.
            }
            case Worth worth -> change(worth(worth, bits / pixels, error / pixels) / bitsPerSquaredLevel);
        }
    }

    private void change(double by) {
        bitsPerSquaredLevel = Math.max(LEAST, bitsPerSquaredLevel * Math.clamp(by, MAX_FALL, MAX_RISE));
    }

    /// @param bits of the frame for a pixel
    /// @param error of a pixel of the screen
    private double worth(Worth worth, double bits, double error) {
        if (heard++ == 0) {
            firstBits = bits;
        } else {
            laterBits += bits;
        }
        recentError += (error - recentError) / Math.min(heard, Worth.MEMORY);
        // The first frame is paid for once, by all.
        double bitsOfPixel = firstBits / frames + laterBits / Math.max(1, heard - 1);
        return Math.min(bitsOfPixel / (recentError + Worth.ROUNDING), worth.mostPerPixel / bitsOfPixel);
    }
}
