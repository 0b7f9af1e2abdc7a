package scorescape.figure;

import java.util.ArrayList;
import java.util.List;

/// Collects marks that share a factor of their opacity, and drops those that would not be seen.
final class MarkList {

    private static final double INVISIBLE = 1.0 / 512;

    private final double opacity;
    private final List<Mark> marks = new ArrayList<>();

    MarkList(double opacity) {
        this.opacity = opacity;
    }

    void add(Mark mark) {
        if (mark.opacity() * opacity > INVISIBLE) {
            marks.add(opacity == 1 ? mark : mark.withOpacity(mark.opacity() * opacity));
        }
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }
}
