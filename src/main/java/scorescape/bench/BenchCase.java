package scorescape.bench;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import scorescape.bench.BenchCase.Guided.Solver;
import scorescape.bench.BenchCase.OfPopulation.Measured;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.mixture.CellGrid;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.population.Axis;
import scorescape.diffusion.population.Commitment;
import scorescape.diffusion.population.GuidanceSweep;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.diffusion.population.Target;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// One thing to measure.
public sealed interface BenchCase {

    /// The cases of the table, in its order.
    List<BenchCase> ALL = List.of(new Single(8), new Points(8, 20_000), new Points(64, 20_000), new Points(512, 20_000),
            new Grid(8), new Grid(64), new Guided(Solver.CFG, 8, 5_000, 50), new Guided(Solver.DDPM, 8, 5_000, 50),
            new Guided(Solver.CFG, 8, 10_000, 50), new Guided(Solver.CFG, 64, 20_000, 250),
            new OfPopulation(Measured.STATS, 8, 5_000, 50), new OfPopulation(Measured.SWEEP, 8, 5_000, 50),
            new OfPopulation(Measured.STARTS, 8, 128, 50));

    /// Short name, as [#parse] reads it.
    String name();

    /// What is measured, in words.
    String description();

    int terms();

    /// How many points one run evaluates; a point times a term is the unit of work.
    long points();

    /// Makes the case ready to be run many times. The answer of a run is its check value.
    Run prepare();

    /// A case made ready.
    @FunctionalInterface
    interface Run {
        double run();
    }

    /// `one:K`, `kern:K:N`, `dens:K`, `cfg:N:S:K`, `ddpm:N:S:K`, `stats:N:S:K`, `sweep:N:S:K` or `starts:N:S:K`.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    static BenchCase parse(String name) {
        Matcher matcher =
                Pattern.compile(
                        "(one|kern|dens|cfg|ddpm|stats|sweep|starts):(\\d{1,7})(?::(\\d{1,7}))?(?::(\\d{1,7}))?")
                        .matcher(name);
        if (matcher.matches()) {
            int numbers = matcher.group(4) != null ? 3 : matcher.group(3) != null ? 2 : 1;
            int first = Integer.parseInt(matcher.group(2));
            if (numbers == 1 && matcher.group(1).equals("one")) {
                return new Single(first);
            }
            if (numbers == 1 && matcher.group(1).equals("dens")) {
                return new Grid(first);
            }
            if (numbers == 2 && matcher.group(1).equals("kern")) {
                return new Points(first, Integer.parseInt(matcher.group(3)));
            }
            if (numbers == 3 && matcher.group(1).matches("cfg|ddpm")) {
                return new Guided(matcher.group(1).equals("cfg") ? Solver.CFG : Solver.DDPM,
                        Integer.parseInt(matcher.group(4)), first, Integer.parseInt(matcher.group(3)));
            }
            if (numbers == 3 && matcher.group(1).matches("stats|sweep|starts")) {
                return new OfPopulation(Measured.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                        Integer.parseInt(matcher.group(4)), first, Integer.parseInt(matcher.group(3)));
            }
        }
        throw new IllegalArgumentException("case: must be one:K, kern:K:N, dens:K, cfg:N:S:K, ddpm:N:S:K, stats:N:S:K, "
                + "sweep:N:S:K or starts:N:S:K, but is " + name);
    }

    private static void requirePositive(int... numbers) {
        for (int number : numbers) {
            if (number < 1) {
                throw new IllegalArgumentException("numbers of a case must be positive: " + number);
            }
        }
    }

    /// One point after the other, everything about each.
    record Single(int terms) implements BenchCase {

        private static final int COUNT = 1024;

        public Single {
            requirePositive(terms);
        }

        @Override
        public String name() {
            return "one:" + terms;
        }

        @Override
        public String description() {
            return "single points, each on its own";
        }

        @Override
        public long points() {
            return COUNT;
        }

        @Override
        public Run prepare() {
            NoisedDistribution law = BenchProblem.data(terms).noised(BenchProblem.LEVEL);
            PointBatch batch = BenchProblem.points(COUNT);
            return () -> {
                double sum = 0;
                for (int i = 0; i < COUNT; i++) {
                    PointEstimate at = law.at(batch.point(i));
                    sum += at.logDensity() + at.score().x() + at.covariance().xx();
                }
                return sum / COUNT;
            };
        }
    }

    /// Log density, score, score of a class and prediction, all in one pass.
    record Points(int terms, int count) implements BenchCase {

        public Points {
            requirePositive(terms, count);
        }

        @Override
        public String name() {
            return "kern:" + terms + ":" + count;
        }

        @Override
        public String description() {
            return "density, score, class score, prediction";
        }

        @Override
        public long points() {
            return count;
        }

        @Override
        public Run prepare() {
            NoisedDistribution law = BenchProblem.data(terms).noised(BenchProblem.LEVEL);
            PointBatch batch = BenchProblem.points(count);
            return () -> {
                law.evaluate(batch, BenchProblem.LABEL);
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += batch.logDensity()[i] + batch.scoreX()[i] + batch.classScoreY()[i];
                }
                return sum / count;
            };
        }
    }

    /// Log density on a grid of 400 × 300.
    record Grid(int terms) implements BenchCase {

        private static final int COLUMNS = 400;
        private static final int ROWS = 300;

        public Grid {
            requirePositive(terms);
        }

        @Override
        public String name() {
            return "dens:" + terms;
        }

        @Override
        public String description() {
            return "density on a grid of 400 × 300";
        }

        @Override
        public long points() {
            return COLUMNS * ROWS;
        }

        @Override
        public Run prepare() {
            NoisedDistribution law = BenchProblem.data(terms).noised(BenchProblem.LEVEL);
            double[] out = new double[COLUMNS * ROWS];
            double dx = BenchProblem.WIDTH / COLUMNS;
            double dy = BenchProblem.HEIGHT / ROWS;
            var grid = new CellGrid(0.5 * (dx - BenchProblem.WIDTH), 0.5 * (dy - BenchProblem.HEIGHT), dx, dy, COLUMNS,
                    ROWS);
            return () -> {
                law.logDensityGrid(grid, out);
                double sum = 0;
                for (double log : out) {
                    sum += log;
                }
                return sum / out.length;
            };
        }
    }

    /// A whole guided run of many particles with every position kept, γ = 3, on a cosine schedule.
    ///
    /// The model is prepared anew in each run, as after an edit of the data.
    record Guided(Solver solver, int terms, int particles, int steps) implements BenchCase {

        private static final double SCALE = 3;
        private static final double FIRST_ANGLE = 0.996;
        private static final double LAST_ANGLE = 0.004;

        /// The samplers that are measured.
        public enum Solver {
            /// DDIM without noise.
            CFG,
            /// DDPM with its noise.
            DDPM
        }

        public Guided {
            requirePositive(terms, particles, steps);
        }

        @Override
        public String name() {
            return solver.name().toLowerCase(Locale.ROOT) + ":" + particles + ":" + steps + ":" + terms;
        }

        @Override
        public String description() {
            return switch (solver) {
                case CFG -> "guided run of " + steps + " steps";
                case DDPM -> "the same by DDPM, noise included";
            };
        }

        @Override
        public long points() {
            return (long) particles * steps;
        }

        @Override
        public Run prepare() {
            DataDistribution data = BenchProblem.data(terms);
            List<NoiseLevel> levels = levels(steps);
            NoiseSource noise = new GivenStarts(BenchProblem.noise(particles), new SeededNoise(1));
            var guidance = new ClassifierFreeGuidance(BenchProblem.LABEL, SCALE);
            return () -> {
                var request = new Request(new DiffusionProcess(data, levels), guidance, sampler(), noise,
                        particles);
                TrajectoryBundle bundle = TrajectoryBundle.run(request, () -> false);
                double sum = 0;
                for (int i = 0; i < particles; i++) {
                    sum += Math.abs(bundle.x(steps, i)) + Math.abs(bundle.y(steps, i));
                }
                return sum / particles;
            };
        }

        private Sampler sampler() {
            return switch (solver) {
                case CFG -> new DdimSampler(0);
                case DDPM -> new DdpmSampler(Variance.SMALL);
            };
        }

        private static List<NoiseLevel> levels(int steps) {
            return IntStream.rangeClosed(0, steps).mapToObj(step -> level(step, steps)).toList();
        }

        private static NoiseLevel level(int step, int steps) {
            double angle = Math.PI / 2 * (FIRST_ANGLE + (LAST_ANGLE - FIRST_ANGLE) * step / steps);
            return new NoiseLevel(Math.cos(angle), Math.sin(angle));
        }

        /// The starts of the problem, and noise of our own in the steps.
        private record GivenStarts(PointBatch starts, NoiseSource later) implements NoiseSource {

            @Override
            public Vec2 at(int particle, int step, int draw) {
                return step == START ? starts.point(particle) : later.at(particle, step, draw);
            }

            @Override
            public void fill(int first, int count, int step, int draw, double[] x, double[] y) {
                if (step == START) {
                    System.arraycopy(starts.x(), first, x, 0, count);
                    System.arraycopy(starts.y(), first, y, 0, count);
                } else {
                    later.fill(first, count, step, draw, x, y);
                }
            }
        }
    }

    /// What is made of guided runs by DDIM, from the runs to the numbers: the model is prepared anew each time.
    ///
    /// @param size how many particles, or of starts how many in a row
    record OfPopulation(Measured measured, int terms, int size, int steps) implements BenchCase {

        private static final int SCALES = 21;
        private static final double LARGEST = 8;
        private static final double REACH = 3;

        /// What is measured.
        public enum Measured {
            /// The statistics for γ = 3.
            STATS,
            /// The statistics for 21 scales from 0 to 8.
            SWEEP,
            /// The class reached from each start of a square.
            STARTS
        }

        public OfPopulation {
            requirePositive(terms, size, steps);
        }

        @Override
        public String name() {
            return measured.name().toLowerCase(Locale.ROOT) + ":" + size + ":" + steps + ":" + terms;
        }

        @Override
        public String description() {
            return switch (measured) {
                case STATS -> "a run and its statistics";
                case SWEEP -> "the same for 21 scales";
                case STARTS -> "class reached from size² starts";
            };
        }

        @Override
        public long points() {
            long size = this.size;
            return switch (measured) {
                case STATS -> size * steps;
                case SWEEP -> size * steps * SCALES;
                case STARTS -> size * size * steps;
            };
        }

        @Override
        public Run prepare() {
            DataDistribution data = BenchProblem.data(terms);
            List<NoiseLevel> levels = Guided.levels(steps);
            var target = new Target(data, BenchProblem.LABEL, Axis.towards(data, BenchProblem.LABEL), 0);
            List<Double> scales =
                    IntStream.range(0, SCALES).mapToObj(i -> i * LARGEST / (SCALES - 1)).toList();
            return () -> {
                var request = new Request(new DiffusionProcess(data, levels),
                        new ClassifierFreeGuidance(BenchProblem.LABEL, Guided.SCALE), new DdimSampler(0),
                        new SeededNoise(1), size);
                return switch (measured) {
                    case STATS -> PopulationStatistics.of(TrajectoryBundle.run(request, () -> false), target,
                            target.tilted(Guided.SCALE)).goodShare();
                    case SWEEP -> GuidanceSweep.run(request, target, scales, _ -> {}, () -> false)
                            .stream()
                            .mapToDouble(point -> point.statistics().goodShare())
                            .sum();
                    case STARTS -> {
                        var map = Commitment.Map.of(request, new Bounds(-REACH, -REACH, REACH, REACH), size,
                                () -> false);
                        yield IntStream.range(0, size * size)
                                .filter(i -> map.attribution().label(i) == BenchProblem.LABEL)
                                .count() / (double) (size * size);
                    }
                };
            };
        }
    }
}
