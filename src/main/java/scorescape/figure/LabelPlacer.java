package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// Finds places for labels: near what they name, off each other, off lines and dots, inside the picture.
///
/// Every label has some hundred candidate places around its anchor, each with a cost. The labels choose one after the
/// other and then reconsider in turn until none wants to move. The result depends on nothing but the arguments. All
/// lengths are in pixels.
final class LabelPlacer {

    /// What a label names.
    sealed interface Anchor {

        /// The point of what is named that is nearest to `point`.
        Vec2 nearest(Vec2 point);

        /// A dot: the label stands beside it.
        record Point(Vec2 at, double radius) implements Anchor {
            @Override
            public Vec2 nearest(Vec2 point) {
                double distance = at.distance(point);
                return distance > radius ? at.lerp(point, radius / distance) : point;
            }
        }

        /// An arrow: the label stands along it.
        ///
        /// @param radius half its width
        record Along(Vec2 from, Vec2 to, double radius) implements Anchor {
            @Override
            public Vec2 nearest(Vec2 point) {
                Vec2 along = to.minus(from);
                double squared = along.dot(along);
                double t = squared > 0 ? point.minus(from).dot(along) / squared : 0;
                return from.lerp(to, Math.clamp(t, 0, 1));
            }
        }
    }

    /// A label to be placed: its size and its anchor.
    ///
    /// @param led whether a line leads from it to its anchor, which should not cross other labels
    record Wish(double width, double height, Anchor anchor, boolean led) {

        Wish(double width, double height, Anchor anchor) {
            this(width, height, anchor, false);
        }
    }

    /// Something a label should not cover.
    sealed interface Obstacle {

        /// @param weight cost of covering it, per pixel of its length
        record Line(Vec2 from, Vec2 to, double weight) implements Obstacle {}

        record Disc(Vec2 at, double radius) implements Obstacle {}

        record Box(Bounds bounds) implements Obstacle {}
    }

    private static final int DIRECTIONS = 16;

    /// Distances from the anchor, in units of the least one.
    private static final double[] RINGS = {1, 2, 3.2, 5, 8, 12, 17, 23, 32, 45};

    /// Places along an arrow, the preferred ones first.
    private static final double[] STATIONS = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0, 1};

    private static final int ROUNDS = 6;

    private static final double OVERLAP = 1e4;
    private static final double OUTSIDE = 2e4;
    private static final double BOX = 5e3;
    private static final double DISC = 300;
    private static final double AMBIGUOUS = 40;
    private static final double FARTHER = 2.2;
    private static final double OFF_CENTRE = 10;

    /// Cost of a leader that crosses a box or a line.
    private static final double CROSSING = 60;

    /// @param leader from the box to its anchor, null if the label has none
    private record Candidate(Bounds box, @Nullable Leader leader, double cost) {

        /// Whether one of the two stands on the leader of the other.
        private boolean isCrossedBy(Candidate other) {
            return (leader != null && leader.crosses(other.box()))
                    || (other.leader != null && other.leader.crosses(box));
        }
    }

    /// A line from a box to what it names.
    private record Leader(Vec2 foot, Vec2 tip) {

        private static Leader of(Bounds box, Anchor anchor) {
            Vec2 foot = nearest(box, anchor.nearest(box.centre()));
            return new Leader(foot, anchor.nearest(foot));
        }

        private boolean crosses(Bounds box) {
            return Clip.of(box, foot, tip) != null;
        }

        private boolean crosses(Vec2 from, Vec2 to) {
            return separates(from, to, foot, tip) && separates(foot, tip, from, to);
        }

        /// Whether `a` and `b` lie on different sides of the line through two points.
        private static boolean separates(Vec2 from, Vec2 to, Vec2 a, Vec2 b) {
            Vec2 normal = to.minus(from).perpendicular();
            return normal.dot(a.minus(from)) * normal.dot(b.minus(from)) < 0;
        }
    }

    private final Bounds area;
    private final List<Obstacle> obstacles;
    private final double gap;

    /// @param area where labels may stand
    /// @param gap least distance between a label and its anchor
    LabelPlacer(Bounds area, List<Obstacle> obstacles, double gap) {
        this.area = area;
        this.obstacles = List.copyOf(obstacles);
        this.gap = gap;
    }

    /// The boxes for the labels, in their order; those that come first have the first choice.
    List<Bounds> place(List<Wish> wishes) {
        List<List<Candidate>> candidates = wishes.stream().map(this::candidates).toList();
        Candidate[] chosen = new Candidate[wishes.size()];
        for (int round = 0; round < ROUNDS; round++) {
            boolean moved = false;
            for (int i = 0; i < chosen.length; i++) {
                Candidate best = best(candidates.get(i), chosen, i);
                moved |= !best.equals(chosen[i]);
                chosen[i] = best;
            }
            if (!moved) {
                break;
            }
        }
        List<Bounds> boxes = new ArrayList<>();
        for (Candidate candidate : chosen) {
            boxes.add(candidate.box());
        }
        return boxes;
    }

    private Candidate best(List<Candidate> candidates, Candidate[] chosen, int self) {
        Candidate best = candidates.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (Candidate candidate : candidates) {
            double cost = candidate.cost();
            for (int i = 0; i < chosen.length && cost < least; i++) {
                if (i != self && chosen[i] != null) {
                    cost += OVERLAP * overlap(grown(candidate.box()), chosen[i].box())
                            + (candidate.isCrossedBy(chosen[i]) ? CROSSING : 0);
                }
            }
            if (cost < least) {
                least = cost;
                best = candidate;
            }
        }
        return best;
    }

    private List<Candidate> candidates(Wish wish) {
        List<Candidate> candidates = new ArrayList<>();
        switch (wish.anchor()) {
            case Anchor.Point(Vec2 at, double radius) -> addAround(candidates, wish, at, radius, 0);
            case Anchor.Along(Vec2 from, Vec2 to, double radius) -> {
                double length = from.distance(to);
                Vec2 normal = length > 0 ? to.minus(from).times(1 / length).perpendicular() : new Vec2(0, 1);
                for (double ring : RINGS) {
                    for (double station : STATIONS) {
                        for (int side = -1; side <= 1; side += 2) {
                            Vec2 out = normal.times(side);
                            Vec2 centre = from.lerp(to, station).plus(out.times(radius + ring * gap))
                                    .plus(support(out, wish));
                            double off = OFF_CENTRE * Math.abs(station - 0.5);
                            add(candidates, wish, centre, off + FARTHER * (ring - 1) * gap);
                        }
                    }
                }
                // Where there is no room along the arrow, as in a corner behind a box.
                addAround(candidates, wish, from.lerp(to, 0.5), 0, 0.5 * length);
            }
        }
        return candidates;
    }

    private void addAround(List<Candidate> candidates, Wish wish, Vec2 at, double radius, double cost) {
        for (double ring : RINGS) {
            for (int i = 0; i < DIRECTIONS; i++) {
                Vec2 out = Vec2.ofAngle(2 * Math.PI * i / DIRECTIONS);
                Vec2 centre = at.plus(out.times(radius + ring * gap)).plus(support(out, wish));
                add(candidates, wish, centre, cost + FARTHER * (ring - 1) * gap);
            }
        }
    }

    /// From the side of a box that faces away from `out` to its centre, so that the box just clears what lies behind.
    private static Vec2 support(Vec2 out, Wish wish) {
        return new Vec2(0.5 * wish.width() * Math.clamp(1.45 * out.x(), -1, 1),
                0.5 * wish.height() * Math.clamp(1.45 * out.y(), -1, 1));
    }

    private void add(List<Candidate> candidates, Wish wish, Vec2 centre, double cost) {
        Bounds box = Bounds.around(centre, new Vec2(0.5 * wish.width(), 0.5 * wish.height()));
        double total = cost + placeCost(box);
        if (wish.anchor() instanceof Anchor.Point(Vec2 at, double radius) && isNearerToAnother(box, at, radius)) {
            total += AMBIGUOUS;
        }
        Leader leader = wish.led() ? Leader.of(box, wish.anchor()) : null;
        if (leader != null) {
            total += CROSSING * crossings(leader);
        }
        candidates.add(new Candidate(box, leader, total));
    }

    private double placeCost(Bounds box) {
        double out = Math.max(0, area.minX() - box.minX()) + Math.max(0, box.maxX() - area.maxX())
                + Math.max(0, area.minY() - box.minY()) + Math.max(0, box.maxY() - area.maxY());
        double cost = out > 0 ? OUTSIDE + 100 * out : 0;
        Bounds grown = grown(box);
        for (Obstacle obstacle : obstacles) {
            cost += switch (obstacle) {
                case Obstacle.Line(Vec2 from, Vec2 to, double weight) -> weight * lengthInside(grown, from, to);
                case Obstacle.Disc(Vec2 at, double radius) -> distance(grown, at) < radius ? DISC : 0;
                case Obstacle.Box(Bounds bounds) -> BOX * overlap(grown, bounds);
            };
        }
        return cost;
    }

    /// How many boxes and lines of the picture a leader crosses.
    private long crossings(Leader leader) {
        return obstacles.stream().filter(obstacle -> switch (obstacle) {
            case Obstacle.Box(Bounds bounds) -> leader.crosses(bounds);
            case Obstacle.Line(Vec2 from, Vec2 to, double _) -> leader.crosses(from, to);
            case Obstacle.Disc _ -> false;
        }).count();
    }

    /// Whether a reader would take the label of the dot at `own` for that of another dot.
    private boolean isNearerToAnother(Bounds box, Vec2 own, double radius) {
        double near = distance(box, own) - radius + 0.5 * gap;
        for (Obstacle obstacle : obstacles) {
            if (obstacle instanceof Obstacle.Disc(Vec2 at, double other) && distance(box, at) - other < near
                    && own.distance(at) > radius) {
                return true;
            }
        }
        return false;
    }

    private Bounds grown(Bounds box) {
        double margin = 0.5 * gap;
        return new Bounds(box.minX() - margin, box.minY() - margin, box.maxX() + margin, box.maxY() + margin);
    }

    /// 0 for boxes that do not touch, else 1 and more, the more they overlap.
    private static double overlap(Bounds a, Bounds b) {
        double x = Math.min(a.maxX(), b.maxX()) - Math.max(a.minX(), b.minX());
        double y = Math.min(a.maxY(), b.maxY()) - Math.max(a.minY(), b.minY());
        return x > 0 && y > 0 ? 1 + x * y / 1000 : 0;
    }

    /// From a point to the nearest one of a box: 0 inside.
    static double distance(Bounds box, Vec2 point) {
        return nearest(box, point).distance(point);
    }

    /// The point of a box that is nearest to `point`.
    static Vec2 nearest(Bounds box, Vec2 point) {
        return new Vec2(Math.clamp(point.x(), box.minX(), box.maxX()),
                Math.clamp(point.y(), box.minY(), box.maxY()));
    }

    private static double lengthInside(Bounds box, Vec2 from, Vec2 to) {
        Clip clip = Clip.of(box, from, to);
        return clip == null ? 0 : (clip.end() - clip.start()) * from.distance(to);
    }
}
