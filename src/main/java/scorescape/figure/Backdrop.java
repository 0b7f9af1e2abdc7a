package scorescape.figure;

/// What lies behind a picture.
public enum Backdrop {
    /// The background of its theme.
    OPAQUE,
    /// Whatever the picture is laid on: the background is clear, and the density is as transparent as it is faint.
    CLEAR
}
