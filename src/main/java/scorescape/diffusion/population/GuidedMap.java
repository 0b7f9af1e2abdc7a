package scorescape.diffusion.population;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.math.Vec2;

/// A sampler without noise as a map from its starts to its ends, on a grid of starts.
///
/// The law of the ends follows by the change of variables `q(Φ(z)) = φ(z)/|det ∂Φ/∂z|`, without sampling noise. It is taken
/// in its integral form: the mass of a square of starts goes to the quadrilateral of their ends, so that it is kept
/// exactly, also where the map folds. It is the law of the sampler with all its steps, not of an ideal flow.
///
/// Samplers that draw noise are given none here, see [#drawsNoise].
public final class GuidedMap {

    /// How far the starts reach, in standard deviations: beyond are 6 of 100,000 of a normal law.
    private static final double REACH = 4;

    /// A quadrilateral is cut into so many parts along each side at most.
    private static final int MOST_PARTS = 24;

    private final TrajectoryBundle bundle;
    private final int side;

    private GuidedMap(TrajectoryBundle bundle, int side) {
        this.bundle = bundle;
        this.side = side;
    }

    /// Follows `side × side` starts.
    ///
    /// @param request what to run; its noise and number of particles do not matter
    /// @param side at least 2
    public static GuidedMap of(Request request, int side, BooleanSupplier cancelled) {
        NoiseSource starts = new Starts(side);
        return new GuidedMap(TrajectoryBundle.run(new Request(request.process(), request.guidance(), request.sampler(),
                starts, side * side), cancelled), side);
    }

    /// Whether a request's sampler draws noise, so that its ends are no function of its starts.
    public static boolean drawsNoise(Request request) {
        return IntStream.range(0, request.process().steps())
                .anyMatch(i -> request.sampler()
                        .plan(request.sampler().levels(request.process().levels()), i)
                        .drawsNoise());
    }

    private record Starts(int side) implements NoiseSource {

        @Override
        public Vec2 at(int particle, int step, int draw) {
            return step == START
                    ? new Vec2(coordinate(particle % side, side), coordinate(Math.floorDiv(particle, side), side))
                    : Vec2.ZERO;
        }
    }

    private static double coordinate(int index, int side) {
        return REACH * (2.0 * index / (side - 1) - 1);
    }

    /// The law of the ends on a grid.
    public CellMasses law(CellMasses.Grid grid) {
        double[] share = new double[side - 1];
        var normal = new NormalDistribution();
        double all = normal.cumulativeProbability(REACH) - normal.cumulativeProbability(-REACH);
        for (int i = 0; i < share.length; i++) {
            share[i] = (normal.cumulativeProbability(coordinate(i + 1, side))
                    - normal.cumulativeProbability(coordinate(i, side))) / all;
        }
        double[] masses = new double[grid.size()];
        for (int row = 0; row < side - 1; row++) {
            for (int column = 0; column < side - 1; column++) {
                spread(grid, row * side + column, share[column] * share[row], masses);
            }
        }
        return CellMasses.of(masses);
    }

    /// Spreads a mass over the quadrilateral of four ends, by the bilinear map from a square.
    private void spread(CellMasses.Grid grid, int corner, double mass, double[] masses) {
        if (bundle.diverged(corner) || bundle.diverged(corner + 1) || bundle.diverged(corner + side)
                || bundle.diverged(corner + side + 1)) {
            return;
        }
        Vec2 a = bundle.end(corner);
        Vec2 b = bundle.end(corner + 1);
        Vec2 c = bundle.end(corner + side);
        Vec2 d = bundle.end(corner + side + 1);
        int across = parts(grid, a, b, c, d);
        int up = parts(grid, a, c, b, d);
        double each = mass / (across * up);
        // Each quadrilateral has its own offset, so that parts and cells make no pattern of stripes.
        double shiftX = fraction(corner * 0.754_877_666_246_692_7);
        double shiftY = fraction(corner * 0.569_840_290_998_053_2);
        for (int j = 0; j < up; j++) {
            double v = (j + shiftY) / up;
            Vec2 left = a.lerp(c, v);
            Vec2 right = b.lerp(d, v);
            for (int i = 0; i < across; i++) {
                Vec2 at = left.lerp(right, (i + shiftX) / across);
                int cell = grid.cell(at.x(), at.y());
                if (cell >= 0) {
                    masses[cell] += each;
                }
            }
        }
    }

    /// Into how many parts to cut two opposite sides, so that a part is no longer than an eighth of a cell.
    private static int parts(CellMasses.Grid grid, Vec2 from, Vec2 to, Vec2 otherFrom, Vec2 otherTo) {
        double length = Math.max(cells(grid, from, to), cells(grid, otherFrom, otherTo));
        return (int) Math.clamp(Math.ceil(8 * length), 1, MOST_PARTS);
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }

    private static double cells(CellMasses.Grid grid, Vec2 from, Vec2 to) {
        return Math.max(Math.abs(to.x() - from.x()) / grid.cellWidth(),
                Math.abs(to.y() - from.y()) / grid.cellHeight());
    }
}
