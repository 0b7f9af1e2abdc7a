package scorescape.export.png;

/// Text inside a PNG file.
///
/// @param keyword what it is: 1 to 79 characters of Latin-1
public record PngText(String keyword, String text) {}
