package scorescape.reference;

import java.util.Map;
import java.util.stream.Stream;
import scorescape.diffusion.mixture.CellGrid;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;

/// Every analytic quantity at many points and noise levels, computed with 80 digits.
final class TableFormat implements FileFormat {

    /// Gradients of a class that is all but certain are differences that the files' 80 digits no longer resolve: they
    /// print 0 with the tolerance 0 where the truth is somewhere below this.
    private static final double BEYOND_DIGITS = 1e-60;

    /// Of a picture, whose rectangles are looked up in a table.
    private static final double GRID_TOLERANCE = 1e-7;

    /// Fewer points are evaluated one by one.
    private static final int ENOUGH_FOR_A_BLOCK = 64;

    @Override
    public String name() {
        return "diffgeo-oracle-table/1";
    }

    @Override
    public void check(JsonNode file, Deviations deviations) {
        DataDistribution data = Nodes.distribution(file.required("distribution"));
        Nodes.forEach(file.required("entries"), "entry", entry -> "%s %s, %s".formatted(
                entry.required("schedule").stringValue(), entry.required("t").asString(),
                entry.required("point").stringValue()),
                (entry, place) -> new Entry(data, entry, place, deviations).check());
        // Data without a density have none.
        Nodes.forEach(file.path("clean"), "clean", point -> point.required("point").stringValue(),
                (point, place) -> checkClean(data, point, place, deviations));
    }

    private static void checkClean(DataDistribution data, JsonNode point, String place, Deviations deviations) {
        NoisedDistribution clean = data.noised(NoiseLevel.CLEAN);
        double relative = cleanTolerance(data);
        Vec2 x = Nodes.vector(point.required("x"));
        checkDensity(clean, point, x, place, "clean", relative, deviations);
        compareClean(deviations, place, "clean.resp", relative, point.required("resp"), clean.responsibilities(x));
        for (Map.Entry<String, JsonNode> byClass : point.required("cls").properties()) {
            int label = Integer.parseInt(byClass.getKey());
            JsonNode expected = byClass.getValue();
            String here = place + " class " + label;
            checkDensity(clean.given(label), expected, x, here, "clean.cls", relative, deviations);
            compareClean(deviations, here, "clean.logpost", relative, expected.required("logpost"),
                    clean.logPosterior(label, x));
            Vec2 gradient = clean.posteriorGradient(label, x);
            compareClean(deviations, here, "clean.clsgrad", relative, expected.required("clsgrad"), gradient.x(),
                    gradient.y());
        }
    }

    private static void checkDensity(NoisedDistribution law, JsonNode expected, Vec2 x, String place, String prefix,
            double relative, Deviations deviations) {
        compareClean(deviations, place, prefix + ".logp", relative, expected.required("logp"), law.logDensity(x));
        Vec2 score = law.at(x).score();
        compareClean(deviations, place, prefix + ".score", relative, expected.required("score"), score.x(), score.y());
        if (expected.has("hess")) {
            SymMat2 hessian = law.hessian(x);
            compareClean(deviations, place, prefix + ".hess", relative, expected.required("hess"), hessian.xx(),
                    hessian.xy(), hessian.yy());
        }
    }

    private static void compareClean(Deviations deviations, String place, String field, double relative, JsonNode node,
            double... actual) {
        double[] expected = Nodes.numbers(node);
        deviations.compare(place, field, relative * Math.max(1, largest(expected)), expected, actual);
    }

    /// Relative tolerance of clean data: 1e-12, and in proportion to the worst condition number κ, which gives the 1e-8
    /// that the conventions name for κ = 4e6.
    private static double cleanTolerance(DataDistribution data) {
        double condition = data.components().stream().mapToDouble(c -> c instanceof GaussianComponent g
                ? g.covariance().trace() * g.covariance().trace() / g.covariance().determinant()
                : 1).max().orElse(1);
        return Math.max(1e-12, 2.5e-15 * condition);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /// One point at one noise level.
    private static final class Entry {

        private final DataDistribution data;
        private final JsonNode entry;
        private final String place;
        private final Deviations deviations;
        private final NoiseLevel level;
        private final NoisedDistribution law;
        private final Vec2 x;

        Entry(DataDistribution data, JsonNode entry, String place, Deviations deviations) {
            this.data = data;
            this.entry = entry;
            this.place = place;
            this.deviations = deviations;
            level = Nodes.level(entry);
            law = data.noised(level);
            x = Nodes.vector(entry.required("x"));
        }

        void check() {
            PointEstimate all = law.at(x);
            checkLaw(law, all, entry, place, "", "");
            compare(place, "resp", tolerance("resp"), entry.required("resp"), law.responsibilities(x));
            Vec2 eps = all.score().times(-level.sigma());
            double epsTolerance = level.sigma() * tolerance("score");
            compare(place, "eps", epsTolerance, entry.required("eps"), eps);
            compare(place, "v", epsTolerance + tolerance("x0hat"), entry.required("v"),
                    eps.times(level.alpha()).minus(all.denoised().times(level.sigma())));
            if (entry.has("velocity")) {
                compare(place, "velocity", epsTolerance + tolerance("x0hat"), entry.required("velocity"),
                        eps.minus(all.denoised()));
            }
            checkBatch();
            entry.required("cls").properties()
                    .forEach(e -> checkClass(Integer.parseInt(e.getKey()), e.getValue(), all));
        }

        /// The kernels for many points, each class in turn.
        private void checkBatch() {
            var batch = new PointBatch(ENOUGH_FOR_A_BLOCK);
            for (int i = 0; i < batch.size(); i++) {
                batch.set(i, x);
            }
            law.evaluate(batch);
            compare(place, "batch.logp", tolerance("logp"), entry.required("logp"), batch.logDensity()[0]);
            compare(place, "batch.score", tolerance("score"), entry.required("score"), batch.scoreX()[0],
                    batch.scoreY()[0]);
            compare(place, "batch.x0hat", tolerance("x0hat"), entry.required("x0hat"), batch.denoisedX()[0],
                    batch.denoisedY()[0]);
            entry.required("cls").properties().forEach(e -> {
                String suffix = "|" + e.getKey();
                law.evaluate(batch, Integer.parseInt(e.getKey()));
                compare(place, "batch.cls.logp", tolerance("logp" + suffix), e.getValue().required("logp"),
                        batch.classLogDensity()[0]);
                compare(place, "batch.cls.score", tolerance("score" + suffix), e.getValue().required("score"),
                        batch.classScoreX()[0], batch.classScoreY()[0]);
                compare(place, "batch.cls.x0hat", tolerance("x0hat" + suffix), e.getValue().required("x0hat"),
                        batch.classDenoisedX()[0], batch.classDenoisedY()[0]);
                compare(place, "batch.score", tolerance("score"), entry.required("score"), batch.scoreX()[0],
                        batch.scoreY()[0]);
            });
            double[] grid = new double[1];
            law.logDensityGrid(new CellGrid(x.x(), x.y(), 1, 1, 1, 1), grid);
            double logDensity = entry.required("logp").doubleValue();
            compare(place, "grid.logp", tolerance("logp") + GRID_TOLERANCE * Math.max(1, Math.abs(logDensity)),
                    entry.required("logp"), grid);
        }

        private void checkLaw(NoisedDistribution of, PointEstimate at, JsonNode expected, String here, String prefix,
                String suffix) {
            compare(here, prefix + "logp", tolerance("logp" + suffix), expected.required("logp"), at.logDensity());
            compare(here, prefix + "logp alone", tolerance("logp" + suffix), expected.required("logp"),
                    of.logDensity(x));
            compare(here, prefix + "score", tolerance("score" + suffix), expected.required("score"), at.score());
            compare(here, prefix + "x0hat", tolerance("x0hat" + suffix), expected.required("x0hat"), at.denoised());
            compare(here, prefix + "cov", tolerance("cov" + suffix), expected.required("cov"), at.covariance());
            compare(here, prefix + "hess", tolerance("hess" + suffix), expected.required("hess"), of.hessian(x));
        }

        private void checkClass(int label, JsonNode expected, PointEstimate all) {
            String here = place + " class " + label;
            String suffix = "|" + label;
            NoisedDistribution own = law.given(label);
            PointEstimate at = own.at(x);
            checkLaw(own, at, expected, here, "cls.", suffix);
            compare(here, "cls.logpost", tolerance("logpost" + suffix), expected.required("logpost"),
                    law.logPosterior(label, x));
            compare(here, "cls.clsgrad", tolerance("clsgrad" + suffix), expected.required("clsgrad"),
                    law.posteriorGradient(label, x));
            for (Map.Entry<String, JsonNode> byScale : expected.required("cfg").properties()) {
                double gamma = Double.parseDouble(byScale.getKey());
                String guided = here + " γ " + byScale.getKey();
                compare(guided, "cls.cfg.score", guidedTolerance("score", suffix, gamma),
                        byScale.getValue().required("score"), all.score().lerp(at.score(), gamma));
                compare(guided, "cls.cfg.x0hat", guidedTolerance("x0hat", suffix, gamma),
                        byScale.getValue().required("x0hat"), all.denoised().lerp(at.denoised(), gamma));
            }
            if (expected.has("clean_at_x")) {
                checkCleanClassifier(label, expected, here, suffix, all);
            }
        }

        private void checkCleanClassifier(int label, JsonNode expected, String here, String suffix,
                PointEstimate all) {
            NoisedDistribution clean = data.noised(NoiseLevel.CLEAN);
            double relative = cleanTolerance(data);
            JsonNode atX = expected.required("clean_at_x");
            compareClean(deviations, here, "cls.clean_at_x.logpost", relative, atX.required("logpost"),
                    clean.logPosterior(label, x));
            compare(here, "cls.clean_at_x.grad", tolerance("clean_clsgrad" + suffix) + BEYOND_DIGITS,
                    atX.required("grad"),
                    clean.posteriorGradient(label, x));

            JsonNode universal = expected.required("universal");
            Vec2 denoised = all.denoised();
            Vec2 gradient = clean.posteriorGradient(label, denoised);
            // The classifier is asked at the engine's own x̂₀: its error is amplified by the next derivative.
            double shift = tolerance("x0hat");
            double expectedLog = universal.required("logpost_at_x0hat").doubleValue();
            compare(here, "cls.universal.logpost",
                    relative * Math.max(1, Math.abs(expectedLog)) + shift * (Math.abs(gradient.x())
                            + Math.abs(gradient.y())),
                    universal.required("logpost_at_x0hat"), clean.logPosterior(label, denoised));
            double change = Stream.of(new Vec2(shift, 0), new Vec2(0, shift))
                    .mapToDouble(s -> clean.posteriorGradient(label, denoised.plus(s)).minus(gradient).norm())
                    .sum();
            compare(here, "cls.universal.grad_at_x0hat",
                    relative * largest(Nodes.numbers(universal.required("grad_at_x0hat"))) + change + BEYOND_DIGITS,
                    universal.required("grad_at_x0hat"), gradient);
            double scale = level.alpha() / (level.sigma() * level.sigma());
            compare(here, "cls.universal.grad", tolerance("universal" + suffix) + BEYOND_DIGITS,
                    universal.required("grad"), all.covariance().times(scale).times(gradient));
        }

        private double guidedTolerance(String field, String suffix, double gamma) {
            return tolerance(field) + Math.abs(gamma) * (tolerance(field) + tolerance(field + suffix));
        }

        private double tolerance(String field) {
            return entry.required("tol").required(field).doubleValue();
        }

        private void compare(String here, String field, double tolerance, JsonNode expected, double... actual) {
            deviations.compare(here, field, tolerance, Nodes.numbers(expected), actual);
        }

        private void compare(String here, String field, double tolerance, JsonNode expected, Vec2 actual) {
            deviations.compare(here, field, tolerance, Nodes.numbers(expected), actual);
        }

        private void compare(String here, String field, double tolerance, JsonNode expected, SymMat2 actual) {
            deviations.compare(here, field, tolerance, Nodes.numbers(expected), actual);
        }
    }
}
