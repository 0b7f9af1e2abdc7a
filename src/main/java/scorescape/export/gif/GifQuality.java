package scorescape.export.gif;

/// What a film may lose for a smaller file. What stands still never flickers, whatever the quality.
public enum GifQuality {

    /// The errors that 255 colours make anyhow grow by a few hundredths; a colour that the table has stays exact, so a
    /// film of up to 255 colours loses nothing.
    FAITHFUL(24),

    /// Colours may be off by about ten levels where that saves much. Flat areas stay exact.
    SMALL(100);

    private final int maxExcess;

    GifQuality(int maxExcess) {
        this.maxExcess = maxExcess;
    }

    /// By how much the squared error of a pixel may exceed the least that the table allows, in squared levels.
    int maxExcess() {
        return maxExcess;
    }
}
