package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.population.Attribution;
import scorescape.diffusion.population.Axis;
import scorescape.diffusion.population.GuidanceSweep;
import scorescape.diffusion.population.Moments;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.diffusion.population.ProjectedPath;
import scorescape.diffusion.population.Target;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Lessons;
import scorescape.document.Slide;
import scorescape.document.Study.Shown;
import scorescape.figure.plot.StudyComputer;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the lessons that come with the program say in numbers is what the engine computes for their slides.
class LessonClaimsTest {

    /// Numbers of a scene in captions and questions: `γ = 3`, `k = 1.4`, `η = 0`.
    private static final Pattern SETTING = Pattern.compile("(\\\\gamma|k|\\\\eta)\\s*=\\s*(-?[0-9.]*[0-9])");

    /// Numbers of steps in words, as far as lessons say them.
    private static final Pattern STEPS = Pattern.compile("(?i)\\b(four|twelve) steps");

    /// Everything else that is counted or measured: `80 %`, `12,288`, `half of them`.
    private static final Pattern QUANTITY =
            Pattern.compile("(?i)[0-9]+ %|[0-9][0-9,]*|\\bhalf\\b|\\btwice\\b|\\btenth\\b|"
                    + "\\bthree times\\b|\\bhardly any\\b|\\bnearly\\b|\\ball (are|starts)\\b|\\bsome samples\\b|"
                    + "\\bone in five\\b|\\bfarther\\b");

    private static final int PARTS = 40;
    private static final double NEARLY_CLEAN = 1e-4;

    /// Enough to meet each of a few points.
    private static final int SAMPLES = 2000;

    private final FrameComputer pictures = new FrameComputer();
    private final StudyComputer plots = new StudyComputer();

    /// What one slide says beyond its settings.
    ///
    /// @param slide from 1, as lecturers count
    private record Claim(String lesson, int slide, Runnable check) {

        String place() {
            return lesson + " " + slide;
        }
    }

    private static Slide slide(String lesson, int number) {
        return Lessons.named(lesson).orElseThrow().slides().get(number - 1);
    }

    private static Document scene(String lesson, int number) {
        return slide(lesson, number).scene();
    }

    @Test
    void settingsInCaptionsAreThoseOfTheScene() {
        List<String> wrong = new ArrayList<>();
        forEachSlide((place, slide) -> {
            Matcher number = SETTING.matcher(slide.caption());
            // What a caption says first is what is shown; it may go on to say what would be otherwise.
            if (number.find() && !isSet(slide.scene(), number.group(1), Double.parseDouble(number.group(2)))) {
                wrong.add(place + ": " + number.group());
            }
            Matcher steps = STEPS.matcher(slide.caption());
            if (steps.find()) {
                int said = "four".equals(steps.group(1).toLowerCase(Locale.ROOT)) ? 4 : 12;
                if (slide.scene().steps() != said) {
                    wrong.add(place + ": " + steps.group());
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    private static boolean isSet(Document scene, String name, double value) {
        return switch (name) {
            case "\\gamma" -> GuidanceSweep.scale(scene.guidance()).orElse(Double.NaN) == value
                    || (scene.study().shown() != Shown.SCENE && scene.study().scales().contains(value));
            case "k" -> factor(scene.guidance()) == value;
            default -> scene.sampler() instanceof DdimSampler ddim && ddim.eta() == value;
        };
    }

    private static double factor(Guidance guidance) {
        return switch (guidance) {
            case TemperedGuidance tempered -> tempered.factor();
            case WrappingGuidance wrapper -> factor(wrapper.rule());
            default -> 1;
        };
    }

    @Test
    void whatIsCountedOrMeasuredIsCheckedHere() {
        Set<String> checked = new TreeSet<>(claims().stream().map(Claim::place).toList());
        Set<String> unchecked = new TreeSet<>();
        forEachSlide((place, slide) -> {
            String prose = slide.caption().replaceAll("\\$[^$]*\\$", "");
            if (QUANTITY.matcher(prose).find() && !checked.contains(place)) {
                unchecked.add(place + ": " + slide.caption());
            }
        });
        assertEquals(Set.of(), unchecked);
    }

    @TestFactory
    List<DynamicTest> whatASlideSaysIsWhatTheEngineComputes() {
        return claims().stream().map(claim -> DynamicTest.dynamicTest(
                claim.place() + ": " + slide(claim.lesson(), claim.slide()).caption(), claim.check()::run)).toList();
    }

    private interface SlideVisitor {
        void visit(String place, Slide slide);
    }

    private static void forEachSlide(SlideVisitor visitor) {
        for (String name : Lessons.NAMES) {
            Lesson lesson = Lessons.named(name).orElseThrow();
            for (int i = 0; i < lesson.slides().size(); i++) {
                visitor.visit(name + " " + (i + 1), lesson.slides().get(i));
            }
        }
    }

    /// Where particles are after a step, 0 for the start, of the scene's population.
    private double[][] states(Document scene, int step) {
        TrajectoryBundle bundle = pictures.population(scene);
        return new double[][]{
            IntStream.range(0, bundle.particles()).mapToDouble(i -> bundle.x(step, i)).toArray(),
            IntStream.range(0, bundle.particles()).mapToDouble(i -> bundle.y(step, i)).toArray()};
    }

    private double[][] ends(Document scene) {
        return states(scene, scene.steps());
    }

    /// Share of the ends of particles that are most likely of a class.
    private double share(Document scene, int label) {
        double[][] ends = ends(scene);
        Attribution attribution = Attribution.of(scene.data(), ends[0], ends[1]);
        return share(ends[0].length, i -> attribution.label(i) == label);
    }

    private static double share(int count, IntPredicate test) {
        return IntStream.range(0, count).filter(test).count() / (double) count;
    }

    /// Trace of the covariance of the ends of a class.
    private double spread(Document scene, int label) {
        double[][] ends = ends(scene);
        Attribution attribution = Attribution.of(scene.data(), ends[0], ends[1]);
        int[] own = IntStream.range(0, ends[0].length).filter(i -> attribution.label(i) == label).toArray();
        return spread(IntStream.of(own).mapToDouble(i -> ends[0][i]).toArray(),
                IntStream.of(own).mapToDouble(i -> ends[1][i]).toArray());
    }

    private static double spread(double[] x, double[] y) {
        return Moments.of(x, y, x.length).covariance().trace();
    }

    private Step step(Document scene, int number) {
        return pictures.trajectory(scene).steps().get(number - 1);
    }

    private PopulationStatistics statistics(Document scene) {
        return plots.statistics(scene);
    }

    private static Document withScale(Document scene, double gamma) {
        return scene.withGuidance(GuidanceSweep.withScale(scene.guidance(), gamma));
    }

    private static void assertBetween(double low, double high, double value, String what) {
        assertTrue(value >= low && value <= high,
                () -> what + " must be from " + low + " to " + high + ", but is " + value);
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim("langevin", 3, this::halfIsInEachModeSinceHardlyAnyCrosses));
        claims.add(new Claim("langevin", 4, this::atHighNoiseTheyCrossAndTheSharesAreRight));
        claims.add(new Claim("langevin", 5, this::annealedTheSharesAreRightAndSharp));
        claims.add(new Claim("temperature", 2, this::theSmallClassIsNearlyGoneAndTheOthersHaveShrunk));
        claims.add(new Claim("temperature", 3, this::allEndInNearlyOnePoint));
        claims.add(new Claim("temperature", 4, this::whileTheNoiseIsHighTheyContractToTheMean));
        claims.add(new Claim("temperature", 5, this::lessFreshNoiseDrawsModesTogetherAndSharesAreWrong));
        claims.add(new Claim("guidance-scale", 1, this::unguidedSamplesAreThoseOfAllData));
        claims.add(new Claim("guidance-scale", 2, () -> assertBetween(0.99, 1, share(scene("guidance-scale", 2), 1),
                "share of B")));
        claims.add(new Claim("guidance-scale", 3, this::allAreInBAndLeanAway));
        claims.add(new Claim("guidance-scale", 4, this::hardlyOneInFiveIsStillWhereDataAre));
        claims.add(new Claim("guidance-scale", 5, this::moreGuidanceCostsVarietyAndThenGoodSamples));
        claims.add(new Claim("promised-and-delivered", 2, this::halfOfThePromiseIsEmpty));
        claims.add(new Claim("promised-and-delivered", 5,
                () -> assertBetween(0.2, 0.8, nearShare(scene("promised-and-delivered", 5)),
                        "share of the near mode")));
        claims.add(new Claim("what-does-guidance-do", 2, this::samplesCrowdAtTheFarEdge));
        claims.add(new Claim("what-does-guidance-do", 3, this::theMeanOvershootsAndComesBackTooLateAtLargeScales));
        claims.add(new Claim("what-does-guidance-do", 6, this::theMeanOfNormalClassesNeverTurnsBack));
        claims.add(new Claim("what-does-guidance-do", 7, this::theLargestMonotoneScaleIsSaid));
        claims.add(new Claim("samplers", 3, this::heunAsksTwiceButForTheLastStep));
        claims.add(new Claim("samplers", 4, this::theSecondOrderIsFartherFromTheExactEndsInTwelveSteps));
        claims.add(new Claim("samplers", 5, this::freshNoiseLeadsToOtherEnds));
        claims.add(new Claim("high-dimensions", 1, LessonClaimsTest::aPictureHasThatManyNumbers));
        claims.add(new Claim("high-dimensions", 2, LessonClaimsTest::nearlyAllNoiseLiesInAShell));
        claims.add(new Claim("forward-process", 6, this::theGaussianOfAPointGoesToTheMiddle));
        claims.add(new Claim("classifier-free-guidance", 2, () -> assertFalse(
                step(scene("classifier-free-guidance", 2), 5).conditional() == null, "a second prediction")));
        claims.add(new Claim("classifier-free-guidance", 4, () -> assertEquals(2,
                GuidanceSweep.scale(scene("classifier-free-guidance", 4).guidance()).orElseThrow())));
        claims.add(new Claim("classifiers", 6, this::someSamplesAreDraggedOut));
        claims.add(new Claim("classifiers", 7, () -> assertBetween(0.95, 1, share(scene("classifiers", 7), 1),
                "share of the class")));
        claims.add(new Claim("bad-models", 7, this::threeTimesTooSureIsThreeTimesTheScale));
        claims.add(new Claim("consistency", 3, this::thePredictionComesToTheEndLate));
        claims.add(new Claim("prediction", 1, this::thePredictionIsTheMeanOfAllData));
        claims.add(new Claim("prediction", 4, this::thePredictionIsOneOfThePoints));
        claims.add(new Claim("thresholding", 1, this::thePredictionLiesFarOutside));
        return claims;
    }

    private void halfIsInEachModeSinceHardlyAnyCrosses() {
        Document scene = scene("langevin", 3);
        assertEquals(0.8, scene.data().prior(0), 1e-12);
        assertBetween(0.45, 0.55, share(scene, 0), "share of the first mode");
        assertBetween(0, 0.05, crossing(scene), "share that crosses");
    }

    /// Share of the particles that end on another side of the middle than they start.
    private double crossing(Document scene) {
        double[] start = states(scene, 0)[0];
        double[] end = ends(scene)[0];
        return share(start.length, i -> (start[i] < 0) != (end[i] < 0));
    }

    private void atHighNoiseTheyCrossAndTheSharesAreRight() {
        Document scene = scene("langevin", 4);
        double[] x = ends(scene)[0];
        // Φ(2.2 / s) for the mode at −2.2, with s² = 0.12 + 1.6²: what of 0.8 and 0.2 lies at the left of the middle.
        double own = 0.9104;
        assertEquals(0.8 * own + 0.2 * (1 - own), share(x.length, i -> x[i] < 0), 0.04);
        assertBetween(0.3, 0.5, crossing(scene), "share that crosses");
    }

    private void annealedTheSharesAreRightAndSharp() {
        Document scene = scene("langevin", 5);
        assertEquals(0.8, share(scene, 0), 0.04);
        // Twice the variance of a coordinate.
        assertEquals(0.24, spread(scene, 0), 0.06);
    }

    private void theSmallClassIsNearlyGoneAndTheOthersHaveShrunk() {
        Document before = scene("temperature", 1);
        Document scene = scene("temperature", 2);
        assertEquals(0.2, share(before, 1), 0.05);
        assertBetween(0.005, 0.05, share(scene, 1), "share of the small class");
        for (int label : new int[]{0, 2}) {
            assertBetween(0, 0.7, spread(scene, label) / spread(before, label), "spread of class " + label);
        }
    }

    private void allEndInNearlyOnePoint() {
        double[][] ends = ends(scene("temperature", 3));
        assertBetween(0, 0.1, Math.sqrt(spread(ends[0], ends[1])), "spread");
    }

    private void whileTheNoiseIsHighTheyContractToTheMean() {
        Document scene = scene("temperature", 4);
        double[][] early = states(scene, scene.steps() / 2);
        double alpha = scene.levels().get(scene.steps() / 2).alpha();
        Vec2 mean = Moments.of(early[0], early[1], early[0].length).mean().times(1 / alpha);
        assertBetween(0, 0.5, mean.distance(Moments.of(scene.data()).mean()), "distance from the mean of the data");
        assertBetween(0, 0.2, Math.sqrt(spread(early[0], early[1])), "spread");
    }

    private void lessFreshNoiseDrawsModesTogetherAndSharesAreWrong() {
        Document before = scene("temperature", 1);
        Document scene = scene("temperature", 5);
        assertBetween(0, 0.7, spread(scene, 0) / spread(before, 0), "spread of a class");
        assertBetween(0, 0.1, share(scene, 1), "share of a class of 20 %");
    }

    private void unguidedSamplesAreThoseOfAllData() {
        Document scene = scene("guidance-scale", 1);
        for (int label : scene.data().labels()) {
            assertEquals(scene.data().prior(label), share(scene, label), 0.05);
        }
    }

    private static Vec2 away(DataDistribution data, int label) {
        return Moments.of(data.given(label)).mean().minus(Moments.of(data).mean());
    }

    private void allAreInBAndLeanAway() {
        Document scene = scene("guidance-scale", 3);
        assertBetween(0.99, 1, share(scene, 1), "share of B");
        Vec2 shift = statistics(scene).mean().minus(statistics(scene("guidance-scale", 2)).mean());
        assertBetween(0.05, 2, shift.dot(away(scene.data(), 1)), "shift away from the other classes");
    }

    private void hardlyOneInFiveIsStillWhereDataAre() {
        PopulationStatistics statistics = statistics(scene("guidance-scale", 4));
        assertBetween(0.1, 0.2, statistics.goodShare(), "share of good samples");
        assertBetween(0.75, 1, statistics.modeShares().getFirst(), "share of a mode");
    }

    private void moreGuidanceCostsVarietyAndThenGoodSamples() {
        Document scene = scene("guidance-scale", 5);
        PopulationStatistics none = statistics(withScale(scene, 1));
        PopulationStatistics some = statistics(withScale(scene, 4));
        PopulationStatistics much = statistics(withScale(scene, 8));
        assertBetween(0.99, 1, none.classShare(), "share of the class");
        assertTrue(some.covarianceRatio() < 0.9 * none.covarianceRatio());
        assertBetween(0.93, 0.99, some.goodShare(), "share of good samples at 4");
        assertBetween(0, 0.6, much.goodShare(), "share of good samples at 8");
    }

    /// Share of the first component of the class, the near one.
    private double nearShare(Document scene) {
        return statistics(scene).modeShares().getFirst();
    }

    private void halfOfThePromiseIsEmpty() {
        Document scene = scene("promised-and-delivered", 2);
        assertBetween(0, 0.02, nearShare(scene), "share of the near mode");
    }

    private void samplesCrowdAtTheFarEdge() {
        Document scene = scene("what-does-guidance-do", 2);
        Target target = new Target(scene.data(), 1, Axis.towards(scene.data(), 1),
                scene.study().tolerance());
        double most = scene.study().scales().getLast();
        PopulationStatistics guided = statistics(withScale(scene, most));
        double middle = target.axis().position(target.moments().mean());
        assertBetween(0.3, 2, guided.path().finalMean() - middle, "how far beyond the middle of the box");
    }

    private ProjectedPath path(Document scene, double gamma) {
        return statistics(withScale(scene, gamma)).path();
    }

    private void theMeanOvershootsAndComesBackTooLateAtLargeScales() {
        Document scene = scene("what-does-guidance-do", 3);
        List<Double> scales = scene.study().scales();
        assertTrue(path(scene, scales.getFirst()).isMonotone());
        assertFalse(path(scene, scales.getLast()).isMonotone());
        double end = path(scene, scales.getLast()).finalMean();
        double edge = scene.data().given(1).bounds().maxX();
        assertTrue(end > edge, () -> "the mean ends at " + end + ", the box at " + edge);
    }

    private void theMeanOfNormalClassesNeverTurnsBack() {
        Document scene = scene("what-does-guidance-do", 6);
        for (double gamma : scene.study().scales()) {
            assertTrue(path(scene, gamma).isMonotone(), () -> "γ = " + gamma);
        }
    }

    private void theLargestMonotoneScaleIsSaid() {
        Slide slide = slide("what-does-guidance-do", 7);
        List<Double> scales = slide.scene().study().scales();
        Matcher numbers = Pattern.compile("about ([0-9.]+)\\. At (\\d+)").matcher(slide.caption());
        assertTrue(numbers.find());
        assertEquals(Double.parseDouble(numbers.group(1)),
                plots.largestMonotone(slide.scene(), scales.getLast(), () -> false).orElseThrow(), 0.1);
        assertEquals(scales.getLast(), Double.parseDouble(numbers.group(2)));
        assertFalse(path(slide.scene(), scales.getLast()).isMonotone());
    }

    private int questions(Document scene) {
        return pictures.trajectory(scene).steps().stream().mapToInt(step -> step.subSteps().size()).sum();
    }

    private void heunAsksTwiceButForTheLastStep() {
        assertEquals(23, questions(scene("samplers", 3)));
    }

    private void theSecondOrderIsFartherFromTheExactEndsInTwelveSteps() {
        assertEquals(12, questions(scene("samplers", 4)));
        double[][] exact = exactEnds(scene("samplers", 3));
        double first = distance(ends(scene("samplers", 2)), exact);
        double heun = distance(ends(scene("samplers", 3)), exact);
        double second = distance(ends(scene("samplers", 4)), exact);
        assertTrue(heun < first && first < second, () -> heun + ", " + first + ", " + second);
    }

    private void freshNoiseLeadsToOtherEnds() {
        Document scene = scene("samplers", 5);
        List<Document> lanes = scene.lanes();
        double[][] ddpm = ends(lanes.get(0));
        double[][] ddim = ends(lanes.get(1));
        assertBetween(0.8, 3, distance(ddpm, ddim), "distance of the ends");
        Attribution one = Attribution.of(scene.data(), ddpm[0], ddpm[1]);
        Attribution other = Attribution.of(scene.data(), ddim[0], ddim[1]);
        assertBetween(0.35, 0.5, share(ddpm[0].length, i -> one.mode(i) != other.mode(i)), "share of another mode");
        for (int number = 3; number <= 4; number++) {
            assertBetween(0, 0.2, distance(ends(scene("samplers", number).withLayers(scene.layers())), ddim),
                    "distance of slide " + number);
        }
    }

    /// Those of the flow itself, from the same starts: each step is cut into forty, evenly in the logarithm of the noise.
    private double[][] exactEnds(Document scene) {
        List<NoiseLevel> levels = scene.levels();
        List<NoiseLevel> fine = new ArrayList<>();
        for (int i = 0; i + 1 < levels.size(); i++) {
            double from = levels.get(i).sigma() / levels.get(i).alpha();
            double to = Math.max(levels.get(i + 1).sigma() / levels.get(i + 1).alpha(), NEARLY_CLEAN * from);
            fine.add(levels.get(i));
            for (int part = 1; part < PARTS; part++) {
                double ratio = from * Math.pow(to / from, part / (double) PARTS);
                double alpha = 1 / Math.sqrt(1 + ratio * ratio);
                fine.add(new NoiseLevel(alpha, ratio * alpha));
            }
        }
        fine.add(levels.getLast());
        TrajectoryBundle bundle = TrajectoryBundle.run(
                new TrajectoryBundle.Request(new DiffusionProcess(scene.data(), fine), scene.guidance(),
                        scene.sampler(),
                        scene.sampling().noise(), scene.layers().population().particles()),
                () -> false);
        return new double[][]{
            IntStream.range(0, bundle.particles()).mapToDouble(i -> bundle.end(i).x()).toArray(),
            IntStream.range(0, bundle.particles()).mapToDouble(i -> bundle.end(i).y()).toArray()};
    }

    /// Mean distance between the same particles.
    private static double distance(double[][] a, double[][] b) {
        return IntStream.range(0, a[0].length)
                .mapToDouble(i -> Math.hypot(a[0][i] - b[0][i], a[1][i] - b[1][i])).average().orElseThrow();
    }

    private static void aPictureHasThatManyNumbers() {
        Matcher numbers = Pattern.compile("(\\d+) × (\\d+) .* ([0-9,]+)\\.")
                .matcher(slide("high-dimensions", 1).caption());
        assertTrue(numbers.find());
        assertEquals(Integer.parseInt(numbers.group(1)) * Integer.parseInt(numbers.group(2)) * 3,
                Integer.parseInt(numbers.group(3).replace(",", "")));
    }

    /// `‖ε‖²` has mean `d` and variance `2 d`: relative to `√d` the radius varies by `1/√(2 d)`, of an image by half a percent.
    private static void nearlyAllNoiseLiesInAShell() {
        assertBetween(0, 0.01, 1 / Math.sqrt(2 * 12_288.0), "thickness");
    }

    private void theGaussianOfAPointGoesToTheMiddle() {
        Document scene = scene("forward-process", 6);
        int from = slide("forward-process", 6).to().step();
        double[][] there = states(scene, from);
        double alpha = scene.levels().get(from).alpha();
        double sigma = scene.levels().get(from).sigma();
        Moments moments = Moments.of(there[0], there[1], there[0].length);
        Vec2 point = scene.data().components().getFirst().bounds().centre();
        assertBetween(0, 0.06, moments.mean().distance(point.times(alpha)), "distance of the chain from the jump");
        assertEquals(2 * sigma * sigma, moments.covariance().trace(), 0.1);
    }

    private void someSamplesAreDraggedOut() {
        Document scene = scene("classifiers", 6);
        assertBetween(0.02, 0.5, 1 - statistics(scene).goodShare(), "share outside of the class");
    }

    private void threeTimesTooSureIsThreeTimesTheScale() {
        Document scene = scene("bad-models", 7);
        Document exact = scene.withGuidance(new ClassifierGuidance(new Classifier.Exact(), 1,
                3 * GuidanceSweep.scale(scene.guidance()).orElseThrow()));
        assertBetween(0, 1e-9, step(scene, 9).guided().distance(step(exact, 9).guided()), "difference");
    }

    private void thePredictionComesToTheEndLate() {
        Document scene = scene("consistency", 3);
        Vec2 end = pictures.trajectory(scene).steps().getLast().next();
        Vec2 before = step(scene, 20).unconditional().denoised();
        Vec2 late = step(scene, 59).unconditional().denoised();
        assertBetween(0.4, 10, before.distance(end), "distance at the beginning");
        assertBetween(0, 0.1, late.distance(end), "distance at last");
    }

    private void thePredictionIsTheMeanOfAllData() {
        Document scene = scene("prediction", 1);
        assertBetween(0, 0.3, step(scene, 2).unconditional().denoised().distance(Moments.of(scene.data()).mean()),
                "distance from the mean");
    }

    private void thePredictionIsOneOfThePoints() {
        Document scene = scene("prediction", 4);
        Vec2 prediction = step(scene, 25).unconditional().denoised();
        double nearest = scene.data().sample(SAMPLES, new SplittableRandom(1)).stream()
                .mapToDouble(point -> point.at().distance(prediction)).min().orElseThrow();
        assertBetween(0, 0.05, nearest, "distance from the nearest point");
    }

    private void thePredictionLiesFarOutside() {
        Document scene = scene("thresholding", 1);
        Vec2 guided = step(scene, 6).guided();
        assertTrue(guided.x() > scene.data().bounds().maxX() + 1, guided::toString);
    }
}
