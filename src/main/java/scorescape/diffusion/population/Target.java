package scorescape.diffusion.population;

import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import scorescape.diffusion.analysis.TiltedLaw;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.DataDistribution.LabelledPoint;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// What populations are measured by: a class of the data, an axis, and all that does not depend on the runs. Prepared once
/// and immutable, so that a sweep over γ prepares nothing anew.
public final class Target {

    /// Size of the samples that energy distances are measured with. Half a thousand keeps a measurement at some two
    /// milliseconds.
    static final int SAMPLE = 512;

    /// Cells of the tilted law, and how many of them make one cell of the grid on which laws are compared.
    private static final int COLUMNS = 192;
    private static final int ROWS = 120;
    private static final int CELLS_PER_SIDE = 6;

    private static final long SEED = 20_240_913;

    /// How far out Gaussians are followed, in standard deviations.
    private static final double REACH = 5;

    /// Room around the data, as a part of its size.
    private static final double MARGIN = 0.05;

    private final DataDistribution data;
    private final int label;
    private final ClassSupport support;
    private final Axis axis;
    private final Moments moments;
    private final List<Integer> modes;
    private final double[] sampleX;
    private final double[] sampleY;
    private final TiltedLaw law;

    /// @param label the class `y`
    /// @param tolerance see [ClassSupport]
    /// @throws IllegalArgumentException if no component has `label`
    public Target(DataDistribution data, int label, Axis axis, double tolerance) {
        this.data = data;
        this.label = label;
        this.axis = axis;
        DataDistribution given = data.given(label);
        support = new ClassSupport(given, tolerance);
        moments = Moments.of(given);
        modes = IntStream.range(0, data.components().size())
                .filter(k -> data.components().get(k).label() == label)
                .boxed()
                .toList();
        List<LabelledPoint> sample =
                given.sample(SAMPLE, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
        sampleX = sample.stream().mapToDouble(p -> p.at().x()).toArray();
        sampleY = sample.stream().mapToDouble(p -> p.at().y()).toArray();
        Bounds bounds = reach(data);
        double blur = isThin(data) ? bounds.width() / COLUMNS : 0;
        law = new TiltedLaw(data, blur, label, 1, bounds, COLUMNS, ROWS);
    }

    /// The box in which all but a millionth of the data lies, with a margin.
    private static Bounds reach(DataDistribution data) {
        Bounds all = data.components().stream().map(Target::reach).reduce(Bounds::union).orElseThrow();
        double margin = MARGIN * Math.max(Math.max(all.width(), all.height()), 1e-3);
        return Bounds.around(all.centre(), new Vec2(0.5 * all.width() + margin, 0.5 * all.height() + margin));
    }

    private static Bounds reach(Component component) {
        return switch (component) {
            case GaussianComponent(_, _, Vec2 mean, var covariance) -> Bounds.around(mean,
                    new Vec2(REACH * Math.sqrt(covariance.xx()), REACH * Math.sqrt(covariance.yy())));
            case KernelEstimate estimate -> grown(estimate.points().bounds(), REACH * estimate.bandwidth());
            default -> component.bounds();
        };
    }

    private static Bounds grown(Bounds bounds, double by) {
        return new Bounds(bounds.minX() - by, bounds.minY() - by, bounds.maxX() + by, bounds.maxY() + by);
    }

    /// Whether parts of the data have no density in the plane.
    private static boolean isThin(DataDistribution data) {
        return data.components().stream().anyMatch(c -> !(c instanceof GaussianComponent
                || c instanceof RectangleComponent || c instanceof KernelEstimate));
    }

    DataDistribution data() {
        return data;
    }

    int label() {
        return label;
    }

    public ClassSupport support() {
        return support;
    }

    public Axis axis() {
        return axis;
    }

    /// Mean and covariance of the class.
    public Moments moments() {
        return moments;
    }

    /// The components of the class, by their place in the data.
    public List<Integer> modes() {
        return modes;
    }

    double[] sampleX() {
        return sampleX;
    }

    double[] sampleY() {
        return sampleY;
    }

    /// The tilted law `p(x) p(y|x)^γ / Z`, on a grid that holds all data.
    public TiltedLaw tilted(double gamma) {
        return law.withGamma(gamma);
    }

    /// The grid on which laws are compared, over the data and as far beyond as `also` goes.
    ///
    /// @param also a box that the grid is to hold, too; of one that is too far out it holds as much as is reasonable
    public CellMasses.Grid grid(Bounds also) {
        return grid(also, CELLS_PER_SIDE);
    }

    /// The same with cells of a third of the size, for pictures.
    public CellMasses.Grid fineGrid(Bounds also) {
        return grid(also, CELLS_PER_SIDE / 3);
    }

    private CellMasses.Grid grid(Bounds also, int cellsPerSide) {
        Bounds inner = reach(data);
        double cellWidth = inner.width() * cellsPerSide / COLUMNS;
        double cellHeight = inner.height() * cellsPerSide / ROWS;
        int left = cells(inner.minX() - also.minX(), cellWidth, COLUMNS / cellsPerSide);
        int right = cells(also.maxX() - inner.maxX(), cellWidth, COLUMNS / cellsPerSide);
        int below = cells(inner.minY() - also.minY(), cellHeight, ROWS / cellsPerSide);
        int above = cells(also.maxY() - inner.maxY(), cellHeight, ROWS / cellsPerSide);
        return new CellMasses.Grid(inner.minX() - left * cellWidth, inner.minY() - below * cellHeight, cellWidth,
                cellHeight, COLUMNS / cellsPerSide + left + right, ROWS / cellsPerSide + below + above);
    }

    private static int cells(double length, double cell, int most) {
        return (int) Math.clamp(Math.ceil(length / cell - 1e-9), 0, most);
    }
}
