package scorescape.document;

import scorescape.text.Texts;

/// A part of the picture that can be shown or hidden on its own, in the order in which they are painted.
public enum Layer {

    DENSITY(true),
    REGIONS(false),
    GRID(false),
    FLOW(false),
    OUTLINES(false),
    SAMPLES(true),
    SCORE(false),
    DIFFERENCE(false),
    PATHS(false),
    PARTICLES(false),
    ENDS(false),
    MEAN(false),
    AXIS(false),
    RUN(true),
    POSTERIOR(true),
    VECTORS(true),
    THUMBNAILS(true),
    AXES(false),
    LEGEND(true),
    EQUATION(false),
    CAPTION(true),
    STATUS(true);

    private final boolean shownByDefault;

    Layer(boolean shownByDefault) {
        this.shownByDefault = shownByDefault;
    }

    /// A short name for people.
    public String title() {
        return Texts.of(this);
    }

    /// One sentence for a newcomer.
    public String help() {
        return Texts.of(this, "help");
    }

    boolean shownByDefault() {
        return shownByDefault;
    }
}
