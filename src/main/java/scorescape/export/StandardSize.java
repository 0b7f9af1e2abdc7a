package scorescape.export;

import java.util.Arrays;
import java.util.Optional;
import scorescape.text.Texts;

/// A size that people ask for by its use. Pixels of a vector format are 96ths of an inch.
public enum StandardSize {

    MESSAGE("message", 640, 360),
    FIGURE("figure", 960, 540),
    HD("720p", 1280, 720),
    WIDE_SLIDE("16:9", 1920, 1080),
    SLIDE("4:3", 1440, 1080),
    A4("a4", 1123, 794),
    /// 345 pt: the text of `article` at 10 pt.
    TEXT_WIDTH("text", 460, 288),
    /// 252 pt: one of the two columns of a journal.
    COLUMN("column", 336, 210);

    private final String id;
    private final int width;
    private final int height;

    StandardSize(String id, int width, int height) {
        this.id = id;
        this.width = width;
        this.height = height;
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
        return Texts.of(this, "use");
    }
}
