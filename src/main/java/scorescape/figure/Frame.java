package scorescape.figure;

import java.util.List;
import scorescape.math.Vec2;

/// One picture as plain data: everything computed and placed, nothing left to decide for the painter.
///
/// Immutable, so it may go from the thread that computes to any other.
///
/// @param viewport the part of the plane shown, and the size of the picture
/// @param theme its colours
/// @param ground the density of `p_t` on the background
/// @param samples of the data
/// @param marks what the stages show, in the order of painting
/// @param labels of the marks with the lines that lead to some of them, painted over all marks
/// @param furniture caption, legend and the like, painted last
public record Frame(Viewport viewport, Theme theme, Raster ground, List<Sample> samples, List<Mark> marks,
        List<Mark> labels, List<Mark> furniture) {

    /// A data sample, in pixels.
    public record Sample(Vec2 at, ClassInk ink) {}

    public Frame {
        samples = List.copyOf(samples);
        marks = List.copyOf(marks);
        labels = List.copyOf(labels);
        furniture = List.copyOf(furniture);
    }
}
