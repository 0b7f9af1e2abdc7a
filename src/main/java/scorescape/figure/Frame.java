package scorescape.figure;

import java.util.List;
import scorescape.document.Layer;

/// One picture as plain data: everything computed and placed, nothing left to decide for the painter.
///
/// Immutable, so it may go from the thread that computes to any other.
///
/// @param viewport the part of the plane shown, and the size of the picture
/// @param theme its colours
/// @param ground the density of `p_t` and the classes' regions on the background
/// @param strata layers between the ground and the marks of the story, in the order of painting
/// @param marks what the stages show, in the order of painting
/// @param labels of the marks with the lines that lead to some of them, painted over all marks
/// @param furniture caption, legend and the like, painted last
public record Frame(Viewport viewport, Theme theme, Raster ground, List<Stratum> strata, List<Mark> marks,
        List<Mark> labels, List<Mark> furniture) {

    /// What a layer draws. A list that is the same object in two frames looks the same in both.
    public record Stratum(Layer layer, List<Mark> marks) {

        public Stratum {
            marks = List.copyOf(marks);
        }
    }

    public Frame {
        strata = List.copyOf(strata);
        marks = List.copyOf(marks);
        labels = List.copyOf(labels);
        furniture = List.copyOf(furniture);
    }
}
