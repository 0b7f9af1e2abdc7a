package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.DataDistribution.LabelledPoint;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.document.Document.DataClass;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;

/// From a document, a playhead and a viewport to a [Frame].
///
/// A frame is a pure function of the arguments of [#compute]. The computer only remembers what it computed last (the
/// noised data, the run, the density, the places of the labels), so that a drag of γ prepares nothing anew and a frame
/// of a film costs what is new in it. Confined to one thread; any number of computers may work side by side.
public final class FrameComputer {

    private static final int SAMPLES = 400;

    /// The part of the noise stage after which the density melts into that of the next level.
    private static final double MELTING_STARTS = 0.75;

    /// Seconds in which the marks of the told step leave once the run goes on.
    private static final double LEAVING = 0.5;

    private record ProcessKey(DataDistribution data, NoiseSchedule schedule, TimeGrid grid, int steps) {}

    private record RunKey(ProcessKey process, Sampler sampler, Guidance guidance, long seed,
            @Nullable Placement placement) {}

    private record SampleKey(DataDistribution data, List<DataClass> classes, long seed, Viewport viewport) {}

    private record DensityKey(DataDistribution data, NoiseLevel level, Coordinates coordinates, Viewport viewport,
            Theme theme) {}

    private record StepKey(RunKey run, int step, List<DataClass> classes, Coordinates coordinates, Viewport viewport) {}

    private final Memo<ProcessKey, DiffusionProcess> processes = new Memo<>(2);
    private final Memo<RunKey, Trajectory> runs = new Memo<>(4);
    private final Memo<SampleKey, List<Frame.Sample>> samples = new Memo<>(2);
    private final Memo<DensityKey, Raster> densities = new Memo<>(3);
    private final Memo<StepKey, ToldStep> toldSteps = new Memo<>(2);
    private final RunShapes shapes = new RunShapes();

    /// The run that the document describes.
    public Trajectory trajectory(Document document) {
        return runs.get(runKey(document), this::run);
    }

    /// @param playhead of a step that the document has
    /// @throws IllegalArgumentException if the document has fewer steps
    public Frame compute(Document document, Playhead playhead, Viewport viewport, Theme theme) {
        if (playhead.step() >= document.steps()) {
            throw new IllegalArgumentException(
                    "the document has only " + document.steps() + " steps: " + playhead);
        }
        Trajectory run = trajectory(document);
        NoiseLevel level = levelAt(run, playhead);
        Raster ground = densities.get(
                new DensityKey(document.data(), level, document.coordinates(), viewport, theme),
                key -> DensityMap.of(key.data(), key.level(), key.coordinates(), key.viewport(), key.theme()));
        int told = playhead.stage().isTold() ? playhead.step() : document.toldStep();
        List<Stage> stages = shapes.of(document).stages(told);
        var furniture = new Furniture(document, run.steps().get(told), stages, viewport);
        var clock = new StageClock(playhead.stage(), playhead.progress() * playhead.stage().seconds());

        List<Mark> marks = new ArrayList<>(RunPath.marks(run, document, playhead, viewport));
        List<Mark> labels = new ArrayList<>();
        if (playhead.stage().isTold()) {
            ToldStep shown = toldStep(document, run, playhead.step(), viewport, furniture.boxes());
            marks.addAll(shown.marks(clock, 1));
            labels.addAll(shown.labels(clock, 1));
        } else {
            int first = told + (stages.contains(Stage.NEXT) ? 2 : 1);
            double since = (playhead.step() - first + playhead.progress()) * Stage.MOVE.seconds();
            double left = playhead.stage() == Stage.END || since < 0 ? 0 : 1 - StageClock.smoothstep(since / LEAVING);
            if (left > 0) {
                ToldStep leaving = toldStep(document, run, told, viewport, furniture.boxes());
                var complete = new StageClock(stages.getLast(), Double.POSITIVE_INFINITY);
                marks.addAll(leaving.marks(complete, left));
                labels.addAll(leaving.labels(complete, left));
            }
            var moving = new MovingStep(run, playhead, document.coordinates(), viewport);
            marks.addAll(moving.marks(1 - left));
            labels.addAll(moving.labels(1 - left));
        }
        return new Frame(viewport, theme, ground, samples(document, viewport), marks, labels,
                furniture.marks(document, playhead.step(), level, clock));
    }

    private ToldStep toldStep(Document document, Trajectory run, int index, Viewport viewport, List<Bounds> furniture) {
        var key = new StepKey(runKey(document), index, document.classes(), document.coordinates(), viewport);
        return toldSteps.get(key, k -> new ToldStep(document, run, index, k.viewport(), furniture));
    }

    private static RunKey runKey(Document document) {
        return new RunKey(
                new ProcessKey(document.data(), document.schedule(), document.sampling().grid(), document.steps()),
                document.sampler(),
                document.guidance(), document.seed(), document.placement());
    }

    private Trajectory run(RunKey key) {
        DiffusionProcess process = processes.get(key.process(),
                k -> new DiffusionProcess(k.data(), k.grid().levels(k.schedule(), k.steps())));
        return Trajectory.run(process, key.guidance(), key.sampler(), new SeededNoise(key.seed()), 0, key.placement());
    }

    private List<Frame.Sample> samples(Document document, Viewport viewport) {
        return samples.get(new SampleKey(document.data(), document.classes(), document.seed(), viewport),
                FrameComputer::drawSamples);
    }

    private static List<Frame.Sample> drawSamples(SampleKey key) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(key.seed());
        List<Integer> labels = key.classes().stream().map(DataClass::label).toList();
        List<LabelledPoint> points = key.data().sample(SAMPLES, random);
        return points.stream()
                .map(p -> new Frame.Sample(key.viewport().toPixel(p.at()),
                        new ClassInk(Math.max(0, labels.indexOf(p.label())))))
                .filter(s -> s.at().x() > -10 && s.at().x() < key.viewport().width() + 10 && s.at().y() > -10
                        && s.at().y() < key.viewport().height() + 10)
                .toList();
    }

    /// The noise level whose density the picture shows: that of the step until its noise is told, then on the way to the
    /// next one, in a straight line in (α, σ).
    private static NoiseLevel levelAt(Trajectory run, Playhead playhead) {
        Step told = run.steps().get(playhead.step());
        double melted = StageClock.smoothstep((playhead.progress() - MELTING_STARTS) / (1 - MELTING_STARTS));
        return switch (playhead.stage()) {
            case NOISE -> between(told, melted);
            case PREDICT_AGAIN -> told.to();
            case NEXT -> between(run.steps().get(playhead.step() + 1), melted);
            case MOVE -> between(told, playhead.progress());
            case END -> told.to();
            default -> told.from();
        };
    }

    private static NoiseLevel between(Step step, double passed) {
        NoiseLevel from = step.from();
        NoiseLevel to = step.to();
        return new NoiseLevel(from.alpha() + passed * (to.alpha() - from.alpha()),
                from.sigma() + passed * (to.sigma() - from.sigma()));
    }
}
