package scorescape.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import scorescape.diffusion.sampler.ProbabilityFlow;
import scorescape.diffusion.sampler.ProbabilityFlow.Likelihood;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.PointQuery;
import scorescape.export.DataTable.Quantity;

/// Where the probability flow of a scene leads from points, solved to rounding, and how it changes densities on the way: a
/// row for each point and each level that is asked for.
///
/// The flow is that of the scene's rule and model. For one thread.
public final class FlowExport {

    private static final List<Quantity> QUANTITIES = List.of(
            Quantity.number("point", "points that have been asked for"), Quantity.vector("x", DataTable.DATA),
            Quantity.number("alpha", DataTable.NONE), Quantity.number("sigma", DataTable.DATA),
            Quantity.number("endAlpha", DataTable.NONE), Quantity.number("endSigma", DataTable.DATA),
            Quantity.vector("end", DataTable.DATA), Quantity.number("growth", "ln 1"),
            Quantity.number("logDensity", DataTable.LOG_DENSITY));

    private final ProbabilityFlow flow;
    private final List<NoiseLevel> ends;
    private final boolean dense;
    private final DataTable table;
    private int points;

    /// Writes what stands before the first row.
    ///
    /// @param ends the levels to follow the flow to, at least one
    /// @param out left open
    public FlowExport(Document document, List<NoiseLevel> ends, DataFormat format, Writer out) throws IOException {
        this.ends = List.copyOf(ends);
        flow = new ProbabilityFlow(document.data(), document.sampling().model(), document.guidance());
        dense = document.data().hasDensity();
        table = new DataTable(document, "curves", QUANTITIES, format, out);
    }

    /// Writes the rows of a point.
    ///
    /// `logDensity` takes the end for normal with its σ, and is absent where the end is not noisier than the point.
    ///
    /// @throws IllegalArgumentException with a sentence for people, if the flow cannot be followed from there
    public void write(PointQuery query) throws IOException {
        points++;
        NoiseLevel from = query.level();
        if (from.sigma() == 0 && !dense) {
            throw new IllegalArgumentException(
                    "clean data without a density, as of points and boxes, have no flow: give the point some noise");
        }
        for (NoiseLevel to : ends) {
            Likelihood curve = curve(query, to);
            boolean known = to.sigma() > 0 && to.ratio() > from.ratio();
            table.row(points, query.x().x(), query.x().y(), from.alpha(), from.sigma(), to.alpha(), to.sigma(),
                    curve.end().x(), curve.end().y(), curve.growth(), known ? curve.logDensity() : Double.NaN);
        }
    }

    /// Densities are followed where there are some at both ends.
    private Likelihood curve(PointQuery query, NoiseLevel to) {
        NoiseLevel from = query.level();
        if (from.ratio() == to.ratio()) {
            // No way to go; both may be pure noise, of different σ.
            double scale = to.alpha() > 0 ? to.alpha() / from.alpha() : to.sigma() / from.sigma();
            return new Likelihood(query.x().times(scale), 2 * Math.log(scale), Double.NaN);
        }
        try {
            return to.sigma() > 0 || dense
                    ? flow.likelihood(from, query.x(), to)
                    : new Likelihood(flow.path(from, query.x(), to).at(to), Double.NaN, Double.NaN);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the flow cannot be followed from there to σ/α = " + to.ratio(), e);
        }
    }

    /// Writes what stands after the last row.
    public void end() throws IOException {
        table.end();
    }
}
