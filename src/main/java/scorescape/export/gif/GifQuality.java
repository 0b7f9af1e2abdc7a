package scorescape.export.gif;

/// What a film may lose for a smaller file. What stands still never flickers, whatever the quality.
public enum GifQuality {

    /// Frames whose colours the film's table does not hold well have tables of their own. For printing and projection.
    BEST,

    /// The errors that 255 colours make anyhow grow by a few hundredths; a colour that the table has stays exact, so a
    /// film of up to 255 colours loses nothing.
    FAITHFUL,

    /// Colours may be off by about ten levels where that saves much. Flat areas stay exact.
    SMALL;

    Trade trade() {
        return switch (this) {
            case BEST -> new Trade(0.35, Trade.FIXED, 12, false, true, new Metric(4), 3, 20);
            case FAITHFUL -> new Trade(0.1, 0.07, 24, false, false, new Metric(0), 1, 1);
            case SMALL -> new Trade(0.01, Trade.FIXED, 100, true, false, new Metric(0), 1, 1);
        };
    }
}
