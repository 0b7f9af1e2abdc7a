package scorescape.figure;

/// How text is put into a picture.
public enum Lettering {
    /// As outlines of its glyphs: looks the same everywhere.
    OUTLINES,
    /// As text, which can be searched and edited, where the file can hold it. Formulas stay outlines.
    TEXT
}
