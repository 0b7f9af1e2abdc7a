package scorescape.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.analysis.Prediction;
import scorescape.diffusion.guidance.GuidanceInput;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.PointQuery;
import scorescape.export.DataTable.Quantity;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Everything the engine knows about the data of a scene at points and noise levels, a row a point: densities, scores and
/// predictions of the exact model, of each class, guided by given γ, and what the scene's own rule makes of them.
///
/// What has no value is absent, such as the noise that is predicted on clean data. The scene's own rule is asked as in the
/// step of its run whose noise is nearest, without a memory of steps before. Remembers the last noise levels; for one thread.
public final class Evaluation {

    /// How many cells a grid has at most.
    public static final int MAX_CELLS = 100_000_000;

    /// How many noised distributions are remembered.
    private static final int LEVELS = 64;

    /// A process keeps the levels that it was asked for, as a run wants it: in a stream of points each may have its own.
    private static final int LEVELS_OF_PROCESS = 2048;

    private static final Vec2 NO_VECTOR = new Vec2(Double.NaN, Double.NaN);
    private static final SymMat2 NO_MATRIX = new SymMat2(Double.NaN, Double.NaN, Double.NaN);

    /// Puts the numbers of a quantity into a row, from a column on.
    @FunctionalInterface
    private interface Values {

        void put(At at, double[] row, int column);
    }

    private record Said(Quantity quantity, Values values) {}

    /// What is known of a noise level.
    ///
    /// @param position where the run of the scene is nearest to it
    private record Law(NoisedDistribution all, Map<Integer, NoisedDistribution> classes, GuidancePosition position) {}

    /// What is known at one point.
    private record At(PointQuery query, Law law, PointEstimate all, Map<Integer, PointEstimate> classes,
            PointEstimate guided) {

        Vec2 x() {
            return query.x();
        }

        NoiseLevel level() {
            return query.level();
        }

        boolean noisy() {
            return level().sigma() > 0;
        }

        PointEstimate of(@Nullable Integer label) {
            return label == null ? all : classes.getOrDefault(label, all);
        }

        NoisedDistribution lawOf(@Nullable Integer label) {
            return label == null ? law.all() : law.classes().getOrDefault(label, law.all());
        }
    }

    private final Document document;
    private DiffusionProcess process;

    /// Of how many levels there was a law to make.
    private int levelsSeen;
    private final List<Said> said = new ArrayList<>();
    private final int columns;
    private final DataTable table;
    private final Map<NoiseLevel, Law> laws = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<NoiseLevel, Law> eldest) {
            return size() > LEVELS;
        }
    };

    /// Writes what stands before the first row.
    ///
    /// @param gammas scales of classifier-free guidance to say the result of
    /// @param out left open
    public Evaluation(Document document, List<Double> gammas, DataFormat format, Writer out) throws IOException {
        this.document = document;
        process = process(document);
        vector("x", DataTable.DATA, At::x);
        number("t", DataTable.NONE, at -> {
            Double time = at.query().time();
            return time == null ? Double.NaN : time;
        });
        number("alpha", DataTable.NONE, at -> at.level().alpha());
        number("sigma", DataTable.DATA, at -> at.level().sigma());
        law("", null);
        int components = document.data().components().size();
        said.add(new Said(Quantity.list("responsibilities", DataTable.NONE, components),
                (at, row, column) -> System.arraycopy(at.law().all().responsibilities(at.x()), 0, row, column,
                        components)));
        vector("noise", DataTable.NONE,
                at -> at.noisy() ? Prediction.NOISE.of(at.level(), at.x(), at.all()) : NO_VECTOR);
        vector("v", DataTable.DATA, at -> at.noisy() ? Prediction.V.of(at.level(), at.x(), at.all()) : NO_VECTOR);
        vector("velocity", "data units per unit of time", this::velocity);
        vector("guided/score", DataTable.PER_DATA, at -> at.guided().score());
        vector("guided/denoised", DataTable.DATA, at -> at.guided().denoised());
        for (int label : document.data().labels()) {
            String group = "given/" + label + "/";
            law(group, label);
            number(group + "logPosterior", "ln 1", at -> at.law().all().logPosterior(label, at.x()));
            vector(group + "classifierGradient", DataTable.PER_DATA,
                    at -> at.law().all().posteriorGradient(label, at.x()));
            if (document.data().hasDensity()) {
                cleanClassifier(group, label, document.data().noised(NoiseLevel.CLEAN));
            }
            for (double gamma : gammas) {
                String scaled = group + "cfg/" + String.valueOf(gamma).replaceFirst("\\.0$", "");
                vector(scaled + "/score", DataTable.PER_DATA,
                        at -> at.all().score().lerp(at.of(label).score(), gamma));
                vector(scaled + "/denoised", DataTable.DATA,
                        at -> at.all().denoised().lerp(at.of(label).denoised(), gamma));
            }
        }
        columns = said.stream().mapToInt(each -> each.quantity().columns().size()).sum();
        table = new DataTable(document, "points", said.stream().map(Said::quantity).toList(), format, out);
    }

    /// Writes the row of a point.
    ///
    /// @throws IllegalArgumentException with a sentence for people, if nothing can be said there
    public void write(PointQuery query) throws IOException {
        Law law = laws.computeIfAbsent(query.level(), this::law);
        Map<Integer, PointEstimate> classes = new HashMap<>();
        law.classes().forEach((label, own) -> classes.put(label, own.at(query.x())));
        var at = new At(query, law, law.all().at(query.x()), classes, guided(query, law.position()));
        double[] row = new double[columns];
        int column = 0;
        for (Said each : said) {
            each.values().put(at, row, column);
            column += each.quantity().columns().size();
        }
        table.row(row);
    }

    /// Writes the rows of the middles of the cells that divide what the scene's camera sees, from the top left.
    ///
    /// @param t in `[0, 1]`
    public void writeGrid(int columns, int rows, double t) throws IOException {
        writeGrid(columns, rows, x -> PointQuery.at(x, document.schedule(), t), Progress.NONE);
    }

    /// The same at a noise level.
    ///
    /// @throws CancellationException if `progress` cancelled
    public void writeGrid(int columns, int rows, NoiseLevel level, Progress progress) throws IOException {
        writeGrid(columns, rows, x -> PointQuery.at(x, level), progress);
    }

    private void writeGrid(int columns, int rows, Function<Vec2, PointQuery> query, Progress progress)
            throws IOException {
        Bounds seen = document.camera().bounds();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                write(query.apply(new Vec2(seen.minX() + (column + 0.5) * seen.width() / columns,
                        seen.maxY() - (row + 0.5) * seen.height() / rows)));
            }
            progress.report(row + 1, rows);
            if (progress.cancelled()) {
                throw new CancellationException("the grid was cancelled");
            }
        }
    }

    /// Writes what stands after the last row.
    public void end() throws IOException {
        table.end();
    }

    private static DiffusionProcess process(Document document) {
        return new DiffusionProcess(document.data(), document.levels(), document.sampling().model());
    }

    private Law law(NoiseLevel level) {
        levelsSeen++;
        if (levelsSeen % LEVELS_OF_PROCESS == 0) {
            process = process(document);
        }
        NoisedDistribution all = document.data().noised(level);
        Map<Integer, NoisedDistribution> classes = new HashMap<>();
        all.labels().forEach(label -> classes.put(label, all.given(label)));
        return new Law(all, classes, nearest(level));
    }

    private GuidancePosition nearest(NoiseLevel level) {
        List<NoiseLevel> levels = process.levels();
        int step = IntStream.range(0, levels.size() - 1)
                .boxed()
                .min(Comparator
                        .comparingDouble(i -> Math.abs(Math.atan(levels.get(i).ratio()) - Math.atan(level.ratio()))))
                .orElseThrow();
        return new GuidancePosition(step, process.steps(), levels.get(step), levels.get(step + 1));
    }

    /// The law of all data, or of one class.
    private void law(String group, @Nullable Integer label) {
        number(group + "logDensity", DataTable.LOG_DENSITY, at -> at.of(label).logDensity());
        vector(group + "score", DataTable.PER_DATA, at -> at.of(label).score());
        vector(group + "denoised", DataTable.DATA, at -> at.of(label).denoised());
        matrix(group + "covariance", "data units²", at -> at.of(label).covariance());
        matrix(group + "hessian", "1 / data units²", at -> Double.isFinite(at.of(label).logDensity())
                ? at.lawOf(label).hessian(at.x())
                : NO_MATRIX);
    }

    /// What a classifier of clean data says at the point itself, and at the prediction with the gradient through it, as
    /// universal guidance asks it: `J ∇ ln p₀(y|x̂₀)` with `J = ∂x̂₀/∂x = (α/σ²) Cov`.
    private void cleanClassifier(String group, int label, NoisedDistribution clean) {
        number(group + "clean/logPosterior", "ln 1", at -> clean.logPosterior(label, at.x()));
        vector(group + "clean/gradient", DataTable.PER_DATA, at -> clean.posteriorGradient(label, at.x()));
        number(group + "universal/logPosterior", "ln 1", at -> clean.logPosterior(label, at.all().denoised()));
        vector(group + "universal/gradientAtPrediction", DataTable.PER_DATA,
                at -> clean.posteriorGradient(label, at.all().denoised()));
        vector(group + "universal/gradient", DataTable.PER_DATA, at -> {
            Vec2 gradient = clean.posteriorGradient(label, at.all().denoised());
            NoiseLevel level = at.level();
            return at.noisy()
                    ? at.all().covariance().times(level.alpha() / level.sigma() / level.sigma()).times(gradient)
                    : gradient.times(1 / level.alpha());
        });
    }

    private Vec2 velocity(At at) {
        Vec2 velocity =
                Prediction.flow(document.schedule(), at.query().time(), at.level(), at.x(), at.all());
        return velocity == null ? NO_VECTOR : velocity;
    }

    /// What the scene's rule makes of the point: its prediction, and the score that says the same.
    private PointEstimate guided(PointQuery query, GuidancePosition position) {
        NoiseLevel level = query.level();
        Vec2 prediction = document.guidance()
                .guide(new GuidanceInput(process, position, level, query.x(), Vec2.ZERO));
        boolean clean = level.sigma() == 0;
        return new PointEstimate(Double.NaN,
                clean
                        ? prediction.minus(query.x())
                        : Prediction.SCORE.of(level, query.x(), prediction),
                clean ? NO_VECTOR : prediction, NO_MATRIX);
    }

    private void number(String name, String unit, ToDoubleFunction<At> value) {
        said.add(new Said(Quantity.number(name, unit),
                (at, row, column) -> row[column] = value.applyAsDouble(at)));
    }

    private void vector(String name, String unit, Function<At, Vec2> value) {
        said.add(new Said(Quantity.vector(name, unit), (at, row, column) -> {
            Vec2 vector = value.apply(at);
            row[column] = vector.x();
            row[column + 1] = vector.y();
        }));
    }

    private void matrix(String name, String unit, Function<At, SymMat2> value) {
        said.add(new Said(Quantity.matrix(name, unit), (at, row, column) -> {
            SymMat2 matrix = value.apply(at);
            row[column] = matrix.xx();
            row[column + 1] = matrix.xy();
            row[column + 2] = matrix.yy();
        }));
    }
}
