package scorescape.export;

import java.util.Arrays;
import java.util.Optional;

/// A size that people ask for by its use. Pixels of a vector format are 96ths of an inch.
public enum StandardSize {

    MESSAGE("message", 640, 360, "For a message"),
    FIGURE("figure", 960, 540, "Figure on a slide"),
    HD("720p", 1280, 720, "For a page or a video"),
    WIDE_SLIDE("16:9", 1920, 1080, "Slide 16:9"),
    SLIDE("4:3", 1440, 1080, "Slide 4:3"),
    A4("a4", 1123, 794, "A4, landscape"),
    /// 345 pt: the text of `article` at 10 pt.
    TEXT_WIDTH("text", 460, 288, "LaTeX text width"),
    /// 252 pt: one of the two columns of a journal.
    COLUMN("column", 336, 210, "LaTeX column");

    private final String id;
    private final int width;
    private final int height;
    private final String use;

    StandardSize(String id, int width, int height, String use) {
        this.id = id;
        this.width = width;
        this.height = height;
        this.use = use;
    }

    /// The size with a name on the command line.
    public static Optional<StandardSize> named(String id) {
        return Arrays.stream(values()).filter(size -> size.id.equals(id)).findFirst();
    }

    /// The name on the command line.
    public String id() {
        return id;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// What it is for, for people.
    public String use() {
        return use;
    }
}
