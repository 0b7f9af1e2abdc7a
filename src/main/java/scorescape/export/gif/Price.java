package scorescape.export.gif;

/// What an error costs, in bits per squared level: the Lagrange multiplier between size and error.
///
/// Unless it is fixed it follows the film, by no more than a tenth a frame, since an error stays on the screen for a
/// while.
final class Price {

    private static final double LEAST = 0.02;
    private static final double MOST = 4;
    private static final double MAX_RISE = 1.1;
    private static final double MAX_FALL = 0.9;

    /// How the price of errors is found.
    sealed interface Rule {}

    /// As it begins.
    record Fixed() implements Rule {}

    /// So that the errors on the screen exceed the least that the colour tables allow by a share: 0.03 is 0.13 dB.
    record ExcessShare(double share) implements Rule {

        /// The price moves slowly: by this power of the excess.
        private static final double POWER = 0.25;
    }

    /// So that a hundredth less error is worth a share of a hundredth of the file: a film gets bytes where they serve it.
    /// The more bits a pixel takes, the less: where everything moves nobody sees so small errors.
    ///
    /// @param share of the bits of a frame that all its errors are worth, where bits are few
    /// @param mostPerPixel the price where a pixel takes one bit and errors are rare
    record Worth(double share, double mostPerPixel) implements Rule {}

    private final Rule rule;
    private final int frames;
    private final int pixels;
    private double bitsPerSquaredLevel;
    private int heard;
    private double firstBits;
    private double laterBits;
    private double errors;

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
    /// @param least sum over the screen of the squared errors of the nearest colours
    /// @param excess by how much the squared errors of the colours shown exceed that
    void adapt(double bits, long least, long excess) {
        switch (rule) {
            case Fixed() -> {
                // It stays.
            }
            case ExcessShare(double share) -> {
                if (least > 0) {
                    change(Math.pow(excess / (share * least), ExcessShare.POWER));
                }
            }
            case Worth worth -> change(worth(worth, bits, (double) least + excess) / bitsPerSquaredLevel);
        }
    }

    private void change(double by) {
        bitsPerSquaredLevel *= Math.clamp(by, MAX_FALL, MAX_RISE);
        bitsPerSquaredLevel = Math.clamp(bitsPerSquaredLevel, LEAST, MOST);
    }

    private double worth(Worth worth, double bits, double error) {
        if (heard++ == 0) {
            firstBits = bits;
        } else {
            laterBits += bits;
        }
        errors += error;
        // The first frame is paid for once, by all.
        double bitsOfFrame = firstBits / frames + laterBits / Math.max(1, heard - 1);
        double errorOfFrame = errors / heard;
        double bitsOfPixel = bitsOfFrame / pixels;
        return Math.min(worth.share * bitsOfFrame / errorOfFrame, worth.mostPerPixel / (bitsOfPixel * bitsOfPixel));
    }
}
