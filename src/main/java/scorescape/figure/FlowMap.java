package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.document.Document.Coordinates;
import scorescape.math.Vec2;

/// A regular grid of starting noises, carried by the deterministic sampler: the map that the flow is.
///
/// The lines are half a standard deviation of the noise apart and reach to [#REACH] of them. They are carried by DDIM
/// without fresh noise, in the steps of the run and with its guidance, whatever sampler the run has. Where the flow tears
/// neighbours apart, towards different parts of the data, a line between them stays: the map is continuous.
final class FlowMap {

    /// Standard deviations of the noise to either side.
    private static final double REACH = 2.5;

    /// Lines in either direction.
    private static final int LINES = 11;

    /// Starts along a line.
    private static final int POINTS = 121;

    private static final double WIDTH = 1;
    private static final double OPACITY = 0.6;

    /// The starts, by number: along all upright lines, then along all level ones. Equal to every other one.
    private record GridStarts() implements NoiseSource {

        @Override
        public Vec2 at(int particle, int step, int draw) {
            double along = -REACH + 2 * REACH * (particle % POINTS) / (POINTS - 1);
            int line = Math.floorDiv(particle, POINTS);
            double across = -REACH + 2 * REACH * (line % LINES) / (LINES - 1);
            return line < LINES ? new Vec2(across, along) : new Vec2(along, across);
        }
    }

    private FlowMap() {}

    static TrajectoryBundle.Request request(DiffusionProcess process, Guidance guidance) {
        return new TrajectoryBundle.Request(process, guidance, new DdimSampler(0), new GridStarts(),
                2 * LINES * POINTS);
    }

    /// @param carried the bundle of [#request]
    /// @param position of the playhead in the run
    static List<Mark> marks(TrajectoryBundle carried, double position, Coordinates coordinates, Viewport viewport,
            double opacity) {
        double[] x = new double[carried.particles()];
        double[] y = new double[carried.particles()];
        switch (coordinates) {
            case STATE -> carried.positions(position, x, y);
            case RESCALED -> carried.rescaledPositions(position, x, y);
        }
        List<Mark> marks = new ArrayList<>();
        for (int line = 0; line < 2 * LINES; line++) {
            List<Vec2> points = new ArrayList<>();
            for (int i = line * POINTS; i < (line + 1) * POINTS; i++) {
                points.add(viewport.toPixel(new Vec2(x[i], y[i])));
            }
            marks.add(new Mark.Polyline(points, WIDTH * viewport.scale(), Role.FLOW, OPACITY * opacity, false));
        }
        return marks;
    }
}
