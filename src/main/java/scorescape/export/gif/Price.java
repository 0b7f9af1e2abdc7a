package scorescape.export.gif;

/// What an error costs, in bits per squared level: the Lagrange multiplier between size and error.
///
/// For [GifQuality#SMALL] it is fixed. For [GifQuality#FAITHFUL] it follows the film: after each frame it rises where
/// the errors on the screen exceed the least possible ones by more than a set share, and falls where they do not.
final class Price {

    private static final double SMALL = 0.01;
    private static final double FIRST = 0.1;
    private static final double LEAST = 0.02;
    private static final double MOST = 4;

    /// By what share faithful errors may exceed the least possible ones: 0.07 is 0.3 dB.
    private static final double SHARE = 0.07;

    /// The price moves slowly, since an error stays on the screen for a while: by this power of the excess, and by no
    /// more than a tenth a frame.
    private static final double POWER = 0.25;

    private static final double MAX_RISE = 1.1;
    private static final double MAX_FALL = 0.9;

    private final GifQuality quality;
    private double bitsPerSquaredLevel;

    Price(GifQuality quality) {
        this.quality = quality;
        bitsPerSquaredLevel = switch (quality) {
            case FAITHFUL -> FIRST;
            case SMALL -> SMALL;
        };
    }

    double bitsPerSquaredLevel() {
        return bitsPerSquaredLevel;
    }

    /// Hears what a frame has come to.
    ///
    /// @param least sum over the screen of the squared errors of the nearest colours
    /// @param excess by how much the squared errors of the colours shown exceed that
    void adapt(long least, long excess) {
        if (quality == GifQuality.FAITHFUL && least > 0) {
            double change = Math.clamp(Math.pow(excess / (SHARE * least), POWER), MAX_FALL, MAX_RISE);
            bitsPerSquaredLevel = Math.clamp(bitsPerSquaredLevel * change, LEAST, MOST);
        }
    }
}
