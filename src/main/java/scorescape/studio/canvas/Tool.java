package scorescape.studio.canvas;

/// What a press of the mouse on the picture begins.
public enum Tool {
    /// Selects, moves, resizes and turns.
    SELECT,
    GAUSSIAN,
    RECTANGLE,
    /// A full circle; its end is then pulled open.
    RING,
    SEGMENT,
    /// One point for a click, a cloud for a drag.
    BRUSH,
    /// Takes points and segments away.
    ERASER,
    /// A line drawn by hand, made of segments.
    SKETCH,
    /// Letters as clouds.
    TEXT,
    /// Moves the camera.
    HAND,
    /// Reads numbers at points.
    PROBE;
}
