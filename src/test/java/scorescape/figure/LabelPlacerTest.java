package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.Cases;
import scorescape.figure.LabelPlacer.Anchor;
import scorescape.figure.LabelPlacer.Obstacle;
import scorescape.figure.LabelPlacer.Wish;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelPlacerTest {

    private static final Bounds PICTURE = new Bounds(0, 0, 960, 540);
    private static final Bounds CAPTION = new Bounds(720, 480, 940, 525);
    private static final double GAP = 4;

    /// Labels for five dots and the arrows between them: dots anywhere, or all within a few pixels of each other.
    record Case(List<Wish> wishes, List<Obstacle> obstacles) {}

    static Stream<Named<Case>> cases() {
        return Cases.of(200, LabelPlacerTest::scene);
    }

    private static Case scene(RandomGenerator random) {
        boolean crowded = random.nextInt(4) == 0;
        Vec2 middle = new Vec2(random.nextDouble(30, 930), random.nextDouble(30, 510));
        List<Vec2> dots = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            dots.add(crowded
                    ? middle.plus(new Vec2(random.nextDouble(-8, 8), random.nextDouble(-8, 8)))
                    : new Vec2(random.nextDouble(960), random.nextDouble(540)));
        }
        List<Wish> wishes = new ArrayList<>();
        List<Obstacle> obstacles = new ArrayList<>();
        obstacles.add(new Obstacle.Box(CAPTION));
        for (int i = 0; i < 5; i++) {
            Vec2 dot = dots.get(i);
            Vec2 next = dots.get((i + 1) % 5);
            wishes.add(new Wish(random.nextDouble(12, 45), 20, new Anchor.Point(dot, 4)));
            obstacles.add(new Obstacle.Disc(dot, 4));
            obstacles.add(new Obstacle.Line(dot, next, 3));
            if (i < 3) {
                wishes.add(new Wish(random.nextDouble(8, 25), 20, new Anchor.Along(dot, next, 2)));
            }
        }
        return new Case(wishes, obstacles);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void labelsOverlapNeitherEachOtherNorABoxNorTheEdge(Case c) {
        List<Bounds> boxes = new LabelPlacer(PICTURE, c.obstacles(), GAP).place(c.wishes());

        for (int i = 0; i < boxes.size(); i++) {
            Bounds box = boxes.get(i);
            assertTrue(PICTURE.contains(new Vec2(box.minX(), box.minY())), box::toString);
            assertTrue(PICTURE.contains(new Vec2(box.maxX(), box.maxY())), box::toString);
            assertFalse(overlap(box, CAPTION), box::toString);
            for (int j = 0; j < i; j++) {
                assertFalse(overlap(box, boxes.get(j)), box + " and " + boxes.get(j));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void labelsOfScatteredDotsCoverNoDot(Case c) {
        List<Bounds> boxes = new LabelPlacer(PICTURE, c.obstacles(), GAP).place(c.wishes());

        for (Bounds box : boxes) {
            for (Obstacle obstacle : c.obstacles()) {
                if (obstacle instanceof Obstacle.Disc(Vec2 at, double radius)) {
                    assertTrue(LabelPlacer.distance(box, at) >= radius || !PICTURE.contains(at), box::toString);
                }
            }
        }
    }

    @Test
    void aLoneDotHasItsLabelRightBesideIt() {
        Vec2 dot = new Vec2(400, 300);
        var placer = new LabelPlacer(PICTURE, List.of(new Obstacle.Disc(dot, 4)), GAP);

        Bounds box = placer.place(List.of(new Wish(30, 20, new Anchor.Point(dot, 4)))).getFirst();

        assertEquals(4 + GAP, LabelPlacer.distance(box, dot), 1e-9);
        assertEquals(30, box.width(), 1e-9);
        assertEquals(20, box.height(), 1e-9);
    }

    @Test
    void aLoneArrowHasItsLabelBesideItsMiddle() {
        var anchor = new Anchor.Along(new Vec2(300, 300), new Vec2(500, 300), 3);
        var placer = new LabelPlacer(PICTURE, List.of(new Obstacle.Line(anchor.from(), anchor.to(), 3)), GAP);

        Bounds box = placer.place(List.of(new Wish(30, 20, anchor))).getFirst();

        assertEquals(400, box.centre().x(), 1e-9);
        assertEquals(3 + GAP, LabelPlacer.distance(box, new Vec2(400, 300)), 1e-9);
    }

    /// A picture with a leader leaves the side on which the label of its dot stands.
    @Test
    void aLeaderCrossesNoBox() {
        Vec2 dot = new Vec2(400, 300);
        var label = new Bounds(408, 200, 440, 400);
        var placer = new LabelPlacer(PICTURE, List.of(new Obstacle.Disc(dot, 4), new Obstacle.Box(label)), 22);

        Bounds box = placer.place(List.of(new Wish(70, 70, new Anchor.Point(dot, 4), true))).getFirst();

        assertTrue(box.maxX() < dot.x() + 4, box::toString);
    }

    /// Where a run has arrived, its last states and predictions are one dot, and all their pictures hang around it.
    @Test
    void noPictureStandsOnTheLeaderOfAnother() {
        Vec2 dot = new Vec2(400, 300);
        var wish = new Wish(70, 70, new Anchor.Point(dot, 4), true);
        var placer = new LabelPlacer(PICTURE, List.of(new Obstacle.Disc(dot, 4)), 22);

        List<Bounds> boxes = placer.place(List.of(wish, wish, wish, wish, wish, wish));

        for (Bounds box : boxes) {
            Vec2 foot = LabelPlacer.nearest(box, dot);
            for (Bounds other : boxes) {
                assertTrue(other.equals(box) || Clip.of(other, foot, dot) == null, box + " and " + other);
            }
        }
    }

    static boolean overlap(Bounds a, Bounds b) {
        return a.minX() < b.maxX() && b.minX() < a.maxX() && a.minY() < b.maxY() && b.minY() < a.maxY();
    }
}
