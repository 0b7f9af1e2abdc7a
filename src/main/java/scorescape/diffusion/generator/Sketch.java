package scorescape.diffusion.generator;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.math.Vec2;

/// A freehand drawing: strokes made of segments, exactly uniform along each; one class for each stroke.
///
/// @param strokes lines through points in data units, each of at least two different ones
public record Sketch(List<List<Vec2>> strokes) implements Generator {

    private static final int MAX_SEGMENTS = 1000;

    public Sketch {
        strokes = strokes.stream().map(List::copyOf).toList();
        if (strokes.isEmpty()) {
            throw new IllegalArgumentException("a sketch needs a stroke");
        }
        int segments = strokes.stream().mapToInt(stroke -> stroke.size() - 1).sum();
        if (segments > MAX_SEGMENTS) {
            throw new IllegalArgumentException(
                    "a sketch has at most " + MAX_SEGMENTS + " segments: " + segments);
        }
        if (strokes.stream().anyMatch(stroke -> !(length(stroke) > 0 && length(stroke) < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("each stroke needs two different finite points");
        }
    }

    /// A sketch has nothing random: it is the same for all seeds.
    @Override
    public DataDistribution generate(long seed) {
        List<Component> components = new ArrayList<>();
        for (int label = 0; label < strokes.size(); label++) {
            List<Vec2> stroke = strokes.get(label);
            for (int i = 1; i < stroke.size(); i++) {
                double length = stroke.get(i).distance(stroke.get(i - 1));
                if (length > 0) {
                    components.add(new SegmentComponent(length, label, stroke.get(i - 1), stroke.get(i)));
                }
            }
        }
        return new DataDistribution(components);
    }

    private static double length(List<Vec2> stroke) {
        double length = 0;
        for (int i = 1; i < stroke.size(); i++) {
            length += stroke.get(i).distance(stroke.get(i - 1));
        }
        return length;
    }
}
