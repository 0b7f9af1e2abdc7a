package scorescape.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.analysis.Prediction;
import scorescape.diffusion.classifier.LogisticClassifier.Degree;
import scorescape.diffusion.classifier.LogisticFit;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.DynamicThresholdGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.NegativeClassGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.PowerLawGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.ScaleCurve;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.ScheduledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.diffusion.model.ErrorField;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.AncestralSampler;
import scorescape.diffusion.sampler.AnnealedLangevinSampler;
import scorescape.diffusion.sampler.ChurnSampler;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.DpmSolverPlusPlusSampler;
import scorescape.diffusion.sampler.EulerSampler;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.LangevinSampler;
import scorescape.diffusion.sampler.MaruyamaSampler;
import scorescape.diffusion.sampler.PredictorCorrectorSampler;
import scorescape.diffusion.sampler.RecordedNoise.Use;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.ScaledNoiseSampler;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.DrawnSchedule;
import scorescape.diffusion.schedule.DrawnSchedule.Knot;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.LinearBetaSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.diffusion.schedule.VarianceExplodingSchedule;
import scorescape.diffusion.schedule.VariancePreservingSchedule;
import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;
import scorescape.document.Document.DataClass;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Documents for tests.
final class Documents {

    private static final String LETTERS = "abc xyz αβγ é 漢 😀 \"\\/<>&'";

    private Documents() {}

    /// Two classes, one Gaussian each, guided towards the second.
    static Document twoGaussians() {
        return new Document("Two Gaussians", List.of(new DataClass(0, "left"), new DataClass(1, "right")),
                List.of(DataItem.of(new GaussianComponent(1, 0, new Vec2(-2, 0), SymMat2.scalar(0.25))),
                        DataItem.of(new GaussianComponent(1, 1, new Vec2(2, 0), SymMat2.scalar(0.25)))),
                new Sampling(new CosineSchedule(), TimeGrid.LEADING, new DdpmSampler(Variance.SMALL), 40, 7),
                new ClassifierFreeGuidance(1, 3), null, 12, new View(new Camera(Vec2.ZERO, 10), Coordinates.RESCALED));
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// Any document, with numbers that no decimal rounding leaves alone.
    static Document random(RandomGenerator random) {
        List<DataClass> classes = new ArrayList<>();
        int count = random.nextInt(1, 6);
        for (int i = 0; i < count; i++) {
            classes.add(new DataClass(random.nextInt(1000) * 10 + i, i + text(random, 20)));
        }
        List<DataItem> items = new ArrayList<>(Stream.generate(() -> item(random, classes))
                .limit(random.nextInt(8))
                .toList());
        items.add(DataItem.of(component(random, label(random, classes))));
        int steps = random.nextInt(1, 5001);
        var sampling =
                new Sampling(schedule(random), List.of(TimeGrid.values()).get(random.nextInt(TimeGrid.values().length)),
                        sampler(random), steps, random.nextLong(1L << 53), recorded(random), model(random, 3));
        return new Document(text(random, 100), classes, items, sampling,
                guidance(random, items.getLast().component().label(), 3),
                random.nextBoolean() ? null : new Placement(random.nextInt(steps), point(random)),
                random.nextInt(steps), new View(new Camera(point(random), random.nextDouble(1e-6, 100)),
                        random.nextBoolean() ? Coordinates.STATE : Coordinates.RESCALED, layers(random),
                        study(random)));
    }

    private static Layers layers(RandomGenerator random) {
        Layers layers = Layers.DEFAULT;
        for (Layer layer : Layer.values()) {
            if (random.nextInt(4) == 0) {
                layers = layers.withLook(layer, new Layers.Look(random.nextBoolean(), random.nextDouble()));
            }
        }
        return layers
                .withDensity(new Layers.Density(any(random, Layers.Law.values()), any(random, Layers.Scaling.values()),
                        any(random, Layers.Drawing.values()), any(random, Layers.ColourMap.values())))
                .withScore(new Layers.Score(any(random, Layers.ScoreOf.values()), any(random, Layers.Lines.values()),
                        any(random, Layers.Lengths.values())))
                .withDifference(new Layers.Difference(any(random, Layers.DifferenceOf.values()),
                        any(random, Layers.Lengths.values())))
                .withSamples(random.nextInt(2000))
                .withPopulation(new Layers.Population(random.nextInt(1, 20_000), random.nextInt(1, 1000),
                        any(random, Layers.Colouring.values())))
                .withNotation(new Layers.Notation(any(random, Prediction.values()),
                        any(random, Layers.Convention.values()), random.nextBoolean()));
    }

    static ScoreModel model(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 5)) {
            case 0 -> ScoreModel.EXACT;
            case 1 -> new ScoreModel.Blurred(random.nextDouble(1e-6, 100));
            case 2 -> new ScoreModel.Erring(model(random, depth - 1),
                    new ErrorField(random.nextDouble(10), random.nextDouble(1e-3, 100), random.nextLong(1L << 53)));
            case 3 -> new ScoreModel.Rotated(model(random, depth - 1), random.nextDouble(-Math.PI, Math.PI));
            default -> new ScoreModel.Biased(model(random, depth - 1),
                    new Vec2(random.nextDouble(-10, 10), random.nextDouble(-10, 10)));
        };
    }

    private static Study study(RandomGenerator random) {
        return new Study(any(random, Study.Shown.values()),
                Stream.generate(() -> random.nextDouble(-20, 100)).limit(random.nextInt(1, 9)).sorted().toList(),
                random.nextBoolean() ? null : axis(random), random.nextDouble(0, 100));
    }

    private static Study.@Nullable Axis axis(RandomGenerator random) {
        Vec2 from = point(random);
        Vec2 to = point(random);
        return from.distance(to) > 0 ? new Study.Axis(from, to) : null;
    }

    private static <E> E any(RandomGenerator random, E[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Map<Use, Vec2> recorded(RandomGenerator random) {
        Map<Use, Vec2> recorded = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            recorded.put(new Use(0, random.nextInt(-1, 1000), random.nextInt(-3, 1)), point(random));
        }
        return recorded;
    }

    private static @Nullable Thumbnail image(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Thumbnails.shipped(Thumbnails.NAMES.get(random.nextInt(Thumbnails.NAMES.size())));
            case 1 -> new Thumbnail("",
                    random.ints((long) Thumbnail.SIZE * Thumbnail.SIZE, 0, 1 << 24).toArray());
            default -> null;
        };
    }

    private static DataItem item(RandomGenerator random, List<DataClass> classes) {
        return new DataItem(component(random, label(random, classes)), random.nextBoolean() ? "" : text(random, 60),
                random.nextBoolean(), random.nextBoolean(), random.nextInt(3), image(random));
    }

    private static Component component(RandomGenerator random, int label) {
        double weight = Math.exp(random.nextDouble(-20, 20));
        return switch (random.nextInt(7)) {
            case 0 -> new GaussianComponent(weight, label, point(random), SymMat2.rotated(random.nextDouble(0.01, 4),
                    random.nextDouble(0.01, 4), random.nextDouble(Math.PI)));
            case 1 -> new RectangleComponent(weight, label, point(random),
                    new Vec2(random.nextDouble(1e-3, 5), random.nextDouble(1e-3, 5)), random.nextDouble(-10, 10));
            case 2 -> new PointComponent(weight, label, point(random));
            case 3 -> new SegmentComponent(weight, label, point(random), point(random));
            case 4 -> new ArcComponent(weight, label, point(random), random.nextDouble(1e-3, 5),
                    random.nextDouble(-10, 10), random.nextDouble(1e-3, 6));
            case 5 -> new KernelEstimate(cloud(random, weight, label), random.nextDouble(1e-3, 5));
            default -> cloud(random, weight, label);
        };
    }

    private static PointCloud cloud(RandomGenerator random, double weight, int label) {
        return PointCloud.of(weight, label,
                IntStream.range(0, random.nextInt(1, 60)).mapToObj(i -> point(random)).toList());
    }

    private static Sampler sampler(RandomGenerator random) {
        FlowForm form = random.nextBoolean() ? FlowForm.EXPLODING : FlowForm.STRAIGHT;
        return switch (random.nextInt(13)) {
            case 0 -> new DdpmSampler(Variance.SMALL);
            case 1 -> new DdpmSampler(Variance.LARGE);
            case 2 -> new DdimSampler(random.nextDouble(DdimSampler.MAX_ETA));
            case 3 -> new EulerSampler(form);
            case 4 -> new HeunSampler(form);
            case 5 -> new MaruyamaSampler(form);
            case 6 -> new ChurnSampler(random.nextDouble(100), random.nextDouble(), random.nextDouble(1, 80), 1.003);
            case 7 -> new AncestralSampler();
            case 8 -> new DpmSolverPlusPlusSampler();
            case 9 -> new LangevinSampler(random.nextDouble(1e-6, 1), new NoiseLevel(1, random.nextDouble()));
            case 10 -> new AnnealedLangevinSampler(random.nextDouble(1e-6, 1), random.nextInt(1, 1000));
            case 11 -> new PredictorCorrectorSampler(new DdimSampler(1), random.nextDouble(0.01, 1),
                    random.nextInt(1, 5));
            default -> new ScaledNoiseSampler(new DdpmSampler(Variance.SMALL), random.nextDouble(10));
        };
    }

    private static Guidance guidance(RandomGenerator random, int label, int depth) {
        ScaledGuidance scaled = scaledGuidance(random, label);
        Guidance rule = depth == 0 ? scaled : guidance(random, label, depth - 1);
        Bounds box = new Bounds(-random.nextDouble(), -1, random.nextDouble(), 2);
        return switch (random.nextInt(10)) {
            case 0 -> new NoGuidance();
            case 1 -> new GuidanceInterval(scaled, random.nextDouble(), random.nextDouble(1, 100));
            case 2 -> new ScheduledGuidance(scaled, new ScaleCurve(List.of(
                    new ScaleCurve.Knot(random.nextDouble(-9, 0), 1), new ScaleCurve.Knot(2, random.nextDouble(9)))));
            case 3 -> new RescaledGuidance(rule, random.nextDouble());
            case 4 -> new ThresholdedGuidance(rule, box);
            case 5 -> new DynamicThresholdGuidance(rule, box);
            case 6 -> new TemperedGuidance(rule, random.nextDouble(100));
            case 7 -> new BackwardUniversalGuidance(rule, label, random.nextDouble(0.1, 1), random.nextInt(10), 0.1);
            default -> scaled;
        };
    }

    private static ScaledGuidance scaledGuidance(RandomGenerator random, int label) {
        double scale = random.nextDouble(-20, 100);
        return switch (random.nextInt(13)) {
            case 11 -> new ClassifierGuidance(new Classifier.Fitted(new LogisticFit(Degree.LINEAR,
                    new NoiseLevel(random.nextDouble(), random.nextDouble(0.1, 9)), random.nextInt(1, 20_000),
                    random.nextDouble(1e-6, 1), random.nextInt(1, 1000))), label, scale);
            case 0 -> new ClassifierGuidance(new Classifier.Exact(), label, scale);
            case 1 -> new ClassifierGuidance(new Classifier.Overconfident(new Classifier.Clean(0.1), 3), label, scale);
            case 2 -> new NegativeClassGuidance(label, label, scale);
            case 3 -> new AdaptiveProjectedGuidance(label, scale, random.nextDouble(), random.nextDouble(1, 20), -0.5);
            case 4 -> new CfgPlusPlus(label, scale);
            case 5 -> new Autoguidance(OptionalInt.empty(), random.nextDouble(0.1, 1), scale);
            case 6 -> new Autoguidance(OptionalInt.of(label), random.nextDouble(0.1, 1), scale);
            case 7 -> new UniversalGuidance(label, scale, random.nextDouble());
            case 8 -> new PowerLawGuidance(label, scale, random.nextDouble(4));
            case 9 -> new CfgZeroStar(label, scale, random.nextInt(10));
            default -> new ClassifierFreeGuidance(label, scale);
        };
    }

    private static int label(RandomGenerator random, List<DataClass> classes) {
        return classes.get(random.nextInt(classes.size())).label();
    }

    /// Mostly of ordinary size, now and then tiny, whole, or a zero of either sign.
    private static Vec2 point(RandomGenerator random) {
        return new Vec2(coordinate(random), coordinate(random));
    }

    private static double coordinate(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(-5, 6);
            case 1 -> -0.0;
            case 2 -> random.nextDouble(-1, 1) * Double.MIN_NORMAL;
            // What spreads around it is in reach, too.
            case 3 -> random.nextDouble(-1e6 + 100, 1e6 - 100);
            default -> random.nextDouble(-5, 5);
        };
    }

    private static NoiseSchedule schedule(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new CosineSchedule();
            case 1 -> new LinearBetaSchedule(random.nextDouble(1e-5, 1e-3), random.nextDouble(1e-3, 0.1),
                    random.nextInt(2, 2000));
            case 2 -> new VariancePreservingSchedule(random.nextDouble(0.01, 1), random.nextDouble(1, 50));
            case 3 -> new VarianceExplodingSchedule(random.nextDouble(0.001, 1), random.nextDouble(1, 200));
            case 4 -> new FlowSchedule();
            default -> new DrawnSchedule(
                    List.of(new Knot(0, random.nextDouble(2, 20)), new Knot(random.nextDouble(0.1, 0.9), 1),
                            new Knot(1, random.nextDouble(-20, 0))));
        };
    }

    private static String text(RandomGenerator random, int maxLength) {
        int[] letters = LETTERS.codePoints().toArray();
        // A letter outside the basic plane counts twice in a length.
        return random.ints(random.nextInt(maxLength / 2), 0, letters.length)
                .collect(StringBuilder::new, (text, i) -> text.appendCodePoint(letters[i]), StringBuilder::append)
                .toString();
    }
}
