package scorescape.diffusion.generator;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// Filled outlines, such as the letters of a word; one class for each glyph.
///
/// @param glyphs each a list of closed polygons, in data units; a place is inside where an odd number of them are around
///     it, so that an O keeps its hole
/// @param points how many are drawn in each glyph
/// @param thickness standard deviation of the kernel around each point, in data units
public record Letters(List<List<List<Vec2>>> glyphs, int points, double thickness) implements Generator {

    /// A glyph so thin that so many throws of a point miss it counts as empty.
    private static final int MAX_MISSES = 100_000;

    private static final int MAX_GLYPHS = 50;

    public Letters {
        glyphs = glyphs.stream().map(glyph -> glyph.stream().map(List::copyOf).toList()).toList();
        if (glyphs.isEmpty() || glyphs.size() > MAX_GLYPHS) {
            throw new IllegalArgumentException("there must be from 1 to " + MAX_GLYPHS + " glyphs: " + glyphs.size());
        }
        if (glyphs.stream().anyMatch(glyph -> glyph.stream().noneMatch(polygon -> polygon.size() >= 3))) {
            throw new IllegalArgumentException("each glyph needs a polygon of at least three corners");
        }
        if (glyphs.stream().flatMap(List::stream).flatMap(List::stream).anyMatch(corner -> !corner.isFinite())) {
            throw new IllegalArgumentException("the corners must be finite");
        }
        Generator.requirePoints(points);
        Generator.requirePositive("thickness", thickness);
    }

    @Override
    public DataDistribution generate(long seed) {
        RandomGenerator random = Generator.random(seed);
        return new DataDistribution(IntStream.range(0, glyphs.size())
                .<Component>mapToObj(label -> {
                    List<List<Vec2>> glyph = glyphs.get(label);
                    Bounds bounds = bounds(glyph);
                    return Blur.around(label, points, thickness, () -> inside(glyph, bounds, random));
                })
                .toList());
    }

    private static Bounds bounds(List<List<Vec2>> glyph) {
        return glyph.stream()
                .flatMap(List::stream)
                .map(corner -> new Bounds(corner.x(), corner.y(), corner.x(), corner.y()))
                .reduce(Bounds::union)
                .orElseThrow();
    }

    private static Vec2 inside(List<List<Vec2>> glyph, Bounds bounds, RandomGenerator random) {
        for (int i = 0; i < MAX_MISSES; i++) {
            Vec2 point = new Vec2(bounds.minX() + bounds.width() * random.nextDouble(),
                    bounds.minY() + bounds.height() * random.nextDouble());
            if (isInside(glyph, point)) {
                return point;
            }
        }
        throw new IllegalArgumentException("a glyph has no area");
    }

    /// Whether a ray from the point crosses the outlines an odd number of times.
    private static boolean isInside(List<List<Vec2>> glyph, Vec2 point) {
        boolean inside = false;
        for (List<Vec2> polygon : glyph) {
            Vec2 before = polygon.isEmpty() ? point : polygon.getLast();
            for (Vec2 corner : polygon) {
                if ((corner.y() > point.y()) != (before.y() > point.y())) {
                    double share = (point.y() - corner.y()) / (before.y() - corner.y());
                    inside ^= point.x() < corner.x() + share * (before.x() - corner.x());
                }
                before = corner;
            }
        }
        return inside;
    }
}
