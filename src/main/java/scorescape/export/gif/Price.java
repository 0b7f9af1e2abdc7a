package scorescape.export.gif;

/// What an error costs, in bits per squared level: the Lagrange multiplier between size and error.
///
/// Unless it is fixed it follows the film: after each frame it rises where the errors on the screen exceed the least
/// possible ones by more than a set share, and falls where they do not.
final class Price {

    private static final double LEAST = 0.02;
    private static final double MOST = 4;

    /// The price moves slowly, since an error stays on the screen for a while: by this power of the excess, and by no
    /// more than a tenth a frame.
    private static final double POWER = 0.25;

    private static final double MAX_RISE = 1.1;
    private static final double MAX_FALL = 0.9;

    private final double share;
    private double bitsPerSquaredLevel;

    Price(Trade trade) {
        share = trade.share();
        bitsPerSquaredLevel = trade.bitsPerSquaredLevel();
    }

    double bitsPerSquaredLevel() {
        return bitsPerSquaredLevel;
    }

    /// Hears what a frame has come to.
    ///
    /// @param least sum over the screen of the squared errors of the nearest colours
    /// @param excess by how much the squared errors of the colours shown exceed that
    void adapt(long least, long excess) {
        if (share != Trade.FIXED && least > 0) {
            double change = Math.clamp(Math.pow(excess / (share * least), POWER), MAX_FALL, MAX_RISE);
            bitsPerSquaredLevel = Math.clamp(bitsPerSquaredLevel * change, LEAST, MOST);
        }
    }
}
