package scorescape.diffusion.generator;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GeneratorTest {

    private static final List<Vec2> SQUARE =
            List.of(new Vec2(-1, -1), new Vec2(1, -1), new Vec2(1, 1), new Vec2(-1, 1));
    private static final List<Vec2> HOLE = SQUARE.stream().map(corner -> corner.times(0.6)).toList();

    static Stream<Generator> drawn() {
        return Stream.of(new TwoMoons(200, 1, 0.05), new Spiral(3, 1.2, 150, 2, 0.04), new SwissRoll(200, 2, 0.05),
                new Pinwheel(5, 100, 1, 0.8, 0.03), new Tree(4, 3),
                new Letters(List.of(List.of(SQUARE, HOLE)), 300, 0.01));
    }

    static Stream<Generator> all() {
        return Stream.concat(drawn(),
                Stream.of(new Checkerboard(4, 4), new Sketch(List.of(SQUARE, List.of(Vec2.ZERO, new Vec2(0, 2))))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void sameSeedGivesTheSameData(Generator generator) {
        assertEquals(generator.generate(5), generator.generate(5));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void anotherSeedGivesOtherData(Generator generator) {
        assertNotEquals(generator.generate(5), generator.generate(6));
    }

    @ParameterizedTest
    @MethodSource("all")
    void dataAreOfTheSizeOfTheWindow(Generator generator) {
        Bounds bounds = generator.generate(1).bounds();

        assertTrue(bounds.width() > 0.5 && bounds.width() < 8, bounds::toString);
        assertTrue(bounds.height() > 0.5 && bounds.height() < 8, bounds::toString);
    }

    @ParameterizedTest
    @MethodSource("all")
    void classesAreCountedFromZero(Generator generator) {
        List<Integer> labels = generator.generate(1).labels();

        assertEquals(0, labels.getFirst());
        assertEquals(labels.size() - 1, labels.getLast());
    }

    @Test
    void darkSquaresTouchOnlyAtTheirCorners() {
        DataDistribution board = new Checkerboard(4, 4).generate(0);

        assertEquals(8, board.components().size());
        assertTrue(board.components().stream().allMatch(RectangleComponent.class::isInstance));
        NoiseLevel level = new NoiseLevel(1, 1e-6);
        assertEquals(-Math.log(8), board.noised(level).logDensity(new Vec2(-1.5, -1.5)), 1e-9);
        assertTrue(board.noised(level).logDensity(new Vec2(-0.5, -1.5)) < -1e6);
    }

    @Test
    void aLetterKeepsItsHole() {
        DataDistribution ring = new Letters(List.of(List.of(SQUARE, HOLE)), 2000, 1e-6).generate(3);

        assertTrue(ring.sample(2000, Cases.random(1)).stream()
                .allMatch(s -> Math.max(Math.abs(s.at().x()), Math.abs(s.at().y())) > 0.6 - 1e-4));
    }

    @Test
    void aStrokeWeighsWhatItIsLong() {
        DataDistribution sketch =
                new Sketch(List.of(List.of(Vec2.ZERO, new Vec2(3, 0)), List.of(Vec2.ZERO, new Vec2(0, 1)))).generate(0);

        assertEquals(0.75, sketch.prior(0), 1e-15);
    }

    @Test
    void theWholeTreeHasAsManyGaussiansAsThePublishedOne() {
        DataDistribution tree = new Tree(7, 8).generate(2);

        assertEquals(2 * 1016, tree.components().size());
        assertEquals(0.5, tree.prior(0), 0.05);
    }

    @Test
    void parametersOutOfTheirRangeAreExplained() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> new TwoMoons(0, 1, 0.1));

        assertEquals("points must be from 1 to 20000: 0", thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Spiral(3, Double.NaN, 10, 1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Sketch(List.of(List.of(Vec2.ZERO))));
        assertThrows(IllegalArgumentException.class, () -> new Letters(List.of(List.of(List.of())), 10, 0.1));
    }

    @Test
    void aGlyphWithoutAreaIsExplained() {
        var line = new Letters(List.of(List.of(List.of(Vec2.ZERO, new Vec2(1, 1), new Vec2(2, 2)))), 10, 0.1);

        assertThrows(IllegalArgumentException.class, () -> line.generate(1));
    }
}
