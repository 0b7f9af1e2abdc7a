package scorescape.export.gif;

/// What a film may lose for a smaller file. What stands still never leaves its colour, whatever the quality.
public enum GifQuality {

    /// Frames whose colours the film's table does not hold well have tables of their own, and what stands still comes
    /// closer to its colours by a level or two where more of them are to be had. For printing and projection.
    BEST,

    /// The errors that 255 colours make anyhow grow by a few hundredths; a colour that the table has stays exact, so a
    /// film of up to 255 colours loses nothing. What stands still never changes.
    FAITHFUL,

    /// Colours may be off by about ten levels where that saves much, less the longer they stay. Frames have tables of their
    /// own where those save more than they take. Flat areas stay exact, what stands still never changes.
    SMALL;

    Trade trade() {
        return switch (this) {
            case BEST -> new Trade(0.2, new Price.Worth(0.4), 12, false, true, true, new Metric(4), 2.5f, 8);
            case FAITHFUL ->
                new Trade(2, new Price.Worth(Double.POSITIVE_INFINITY), 500, false, false, false, new Metric(0), 1, 0);
            case SMALL -> new Trade(0.01, new Price.Fixed(), 500, true, true, false, new Metric(2), 3, 0);
        };
    }
}
