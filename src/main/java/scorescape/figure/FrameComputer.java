package scorescape.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.DataDistribution.LabelledPoint;
import scorescape.diffusion.model.NoisedModel;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.RecordedNoise;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.document.Comparison;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.document.Document.DataClass;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Layers.Colouring;
import scorescape.document.Sampling;
import scorescape.document.Study;
import scorescape.figure.Ground.Regions;
import scorescape.figure.Ground.Shades;
import scorescape.figure.Mark.Specks.Shape;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// From a document, a playhead and a viewport to a [Frame].
///
/// A frame is a pure function of the arguments of [#compute]. The computer only remembers what it computed last: the
/// noised data, the run, the population, and each layer under the values that it depends on. So a drag of γ prepares
/// nothing anew, and a frame of a film costs what is new in it. Confined to one thread; any number of computers may work
/// side by side.
public final class FrameComputer {

    private static final double SAMPLE_RADIUS = 1.55;
    private static final double SAMPLE_OPACITY = 0.5;

    /// Seconds in which the marks of the told step leave once the run goes on.
    private static final double LEAVING = 0.5;

    /// Positions of a population that are kept, some 100 MB: of longer runs there are fewer particles.
    private static final int MOST_POSITIONS = 6_000_000;

    private record ProcessKey(DataDistribution data, NoiseSchedule schedule, TimeGrid grid, int steps,
            ScoreModel model) {}

    private record RunKey(ProcessKey process, Sampler sampler, Guidance guidance, NoiseSource noise,
            @Nullable Placement placement) {}

    private record ModelKey(ProcessKey process, NoiseLevel level) {}

    private record LawKey(DataDistribution data, NoiseLevel level, Coordinates coordinates, Viewport viewport,
            boolean withClasses) {}

    /// @param tilt the class and its γ for a tilted law, else null
    private record DensityKey(LawKey law, @Nullable Tilt tilt) {}

    private record Tilt(int label, double gamma) {}

    /// @param density null if it is not drawn in colours
    /// @param regions null if they are not drawn
    private record GroundKey(@Nullable DensityKey density, Layers.Density style, double densityOpacity,
            @Nullable LawKey regions, List<DataClass> classes, double regionsOpacity, Viewport viewport, Theme theme) {}

    private record StepKey(RunKey run, int step, List<DataItem> items, List<DataClass> classes,
            Coordinates coordinates, double thumbnails, Viewport viewport, List<Bounds> furniture) {}

    private record SwarmKey(TrajectoryBundle bundle, List<DataClass> classes, Colouring colouring, double tolerance) {}

    private record FlowKey(DiffusionProcess process, Guidance guidance) {}

    /// A layer that is made anew only if one of `inputs` is another one.
    private record StratumKey(Layer layer, double opacity, Viewport viewport, List<Object> inputs) {}

    private static final Set<Layer> POPULATION = EnumSet.of(Layer.PATHS, Layer.PARTICLES, Layer.ENDS, Layer.MEAN);

    /// What lanes that lie side by side have in common if they differ in nothing that matters for it.
    private static final class Common {
        final Memo<ProcessKey, DiffusionProcess> processes = new Memo<>(Comparison.MAX_LANES);
        final Memo<ModelKey, NoisedModel> models = new Memo<>(Comparison.MAX_LANES);
        final Memo<LawKey, LawGrid> laws = new Memo<>(Comparison.MAX_LANES + 1);
        final Memo<GroundKey, Raster> grounds = new Memo<>(Comparison.MAX_LANES + 1);
    }

    private final Common common;
    private final Memo<RunKey, Trajectory> runs = new Memo<>(4);
    private final Memo<StepKey, ToldStep> toldSteps = new Memo<>(2);
    private final RunShapes shapes = new RunShapes();
    private final Memo<SwarmKey, Swarm> swarms = new Memo<>(2);
    private final Memo<FlowKey, FlowMap> flows = new Memo<>(2);
    private final Memo<StratumKey, Frame.Stratum> strata = new Memo<>(3 * Layer.values().length);
    private final Memo<StratumKey, FieldMarks> fields = new Memo<>(4);
    private @Nullable TrajectoryBundle population;

    /// Made when a scene is first compared.
    private @Nullable LanesPicture lanes;

    private final BooleanSupplier cancelled;

    public FrameComputer() {
        this(() -> false);
    }

    /// @param cancelled asked often while a population runs, by several threads; after it has said yes [#compute] throws a
    ///        [java.util.concurrent.CancellationException] and remembers what it had before
    public FrameComputer(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
        common = new Common();
    }

    /// For a lane beside that of `other`, in the same thread.
    FrameComputer(FrameComputer other) {
        cancelled = other.cancelled;
        common = other.common;
    }

    /// The run that the document describes.
    public Trajectory trajectory(Document document) {
        return runs.get(runKey(document), this::run);
    }

    /// The draws that the run of a document uses, to be kept whatever becomes of its seed.
    ///
    /// @param run the document's
    public static Map<RecordedNoise.Use, Vec2> recordedNoise(Document document, Trajectory run) {
        Sampling sampling = document.sampling();
        var process = new DiffusionProcess(document.data(), sampling.gridLevels());
        return RecordedNoise.of(run, 0, process, sampling.noise()).given();
    }

    /// @param playhead of a step that the document has
    /// @throws IllegalArgumentException if the document has fewer steps
    public Frame compute(Document document, Playhead playhead, Viewport size, Theme theme) {
        if (playhead.step() >= document.steps()) {
            throw new IllegalArgumentException(
                    "the document has only " + document.steps() + " steps: " + playhead);
        }
        if (document.view().comparison().isOn()) {
            if (lanes == null) {
                lanes = new LanesPicture();
            }
            return lanes.compute(document, playhead, size, theme, this);
        }
        return told(document, playhead, size, theme).frame();
    }

    /// A picture of one scene, and what is to be said beside it.
    ///
    /// @param step that is shown
    /// @param level the noise level shown
    /// @param scales what the lengths of the arrows of fields mean
    /// @param diverged what is said of runs that have left the plane, may be empty
    /// @param ends what is said of the ends of a population, null if they are not shown
    record Told(Frame frame, Step step, NoiseLevel level, List<FieldMarks.Scale> scales, String diverged,
            Swarm.@Nullable Ends ends) {}

    /// The picture of a scene alone, whatever it is compared with.
    Told told(Document document, Playhead playhead, Viewport size, Theme theme) {
        Viewport viewport = size.enlarged(theme.enlargement());
        Trajectory run = trajectory(document);
        Step step = run.steps().get(playhead.step());
        double position = playhead.position();
        NoiseLevel level = run.levelAt(position);
        Layers layers = document.layers();
        int told = playhead.stage().isTold() ? playhead.step() : document.toldStep();
        List<Stage> stages = shapes.of(document).stages(told);
        Swarm.@Nullable Ends ends = layers.shows(Layer.ENDS) ? swarm(document).ends() : null;
        var furniture = new Furniture(document, run.steps().get(told), stages, ends, viewport);
        var clock = new StageClock(playhead.stage(), playhead.progress() * playhead.stage().seconds());

        var moment = new Moment(model(document, LawGrid.visible(level, viewport)), document.guidance(),
                new GuidancePosition(playhead.step(), document.steps(), step.from(), step.to()),
                LawGrid.visible(level, viewport), document.coordinates(), viewport);
        List<FieldMarks.Scale> scales = new ArrayList<>();
        List<Frame.Stratum> under = strata(document, moment, level, position, scales);

        List<Mark> marks = new ArrayList<>();
        var path = new MarkList(layers.opacity(Layer.RUN));
        RunPath.marks(run, document, playhead, viewport).forEach(path::add);
        marks.addAll(path.marks());
        List<Mark> labels = new ArrayList<>();
        double visible = layers.opacity(Layer.VECTORS);
        double posterior = layers.opacity(Layer.POSTERIOR);
        if (playhead.stage().isTold()) {
            ToldStep shown = toldStep(document, run, playhead.step(), viewport, furniture.boxes());
            marks.addAll(shown.marks(clock, visible, posterior));
            labels.addAll(shown.labels(clock, visible));
        } else {
            int first = told + (stages.contains(Stage.NEXT) ? 2 : 1);
            double since = (playhead.step() - first + playhead.progress()) * Stage.MOVE.seconds();
            double left = playhead.stage() == Stage.END || since < 0 ? 0 : 1 - Numerics.smoothstep(since / LEAVING);
            if (left > 0) {
                ToldStep leaving = toldStep(document, run, told, viewport, furniture.boxes());
                var complete = new StageClock(stages.getLast(), Double.POSITIVE_INFINITY);
                marks.addAll(leaving.marks(complete, left * visible, left * posterior));
                labels.addAll(leaving.labels(complete, left * visible));
            }
            var moving = new MovingStep(document, run, process(processKey(document)), playhead, viewport);
            marks.addAll(moving.marks((1 - left) * visible));
            labels.addAll(moving.labels((1 - left) * visible));
        }
        String diverged = diverged(document, run);
        var frame = new Frame(viewport, theme, ground(document, moment, level, theme), under, marks, labels,
                furniture.marks(document, playhead.step(), level, clock, scales, diverged));
        return new Told(frame, step, level, scales, diverged, ends);
    }

    /// What the status line says of runs that have left the plane, empty if none has.
    private String diverged(Document document, Trajectory run) {
        if (POPULATION.stream().anyMatch(document.layers()::shows)) {
            TrajectoryBundle bundle = swarm(document).bundle();
            if (bundle.divergedCount() > 0) {
                return text("frame.particlesDiverged", bundle.divergedCount(), bundle.particles());
            }
        }
        return run.diverged() ? text("frame.runDiverged") : "";
    }

    private ToldStep toldStep(Document document, Trajectory run, int index, Viewport viewport, List<Bounds> furniture) {
        var key = new StepKey(runKey(document), index, document.items(), document.classes(), document.coordinates(),
                document.layers().opacity(Layer.THUMBNAILS), viewport, furniture);
        return toldSteps.get(key, k -> new ToldStep(document, run, index, k.viewport(), k.furniture()));
    }

    private static ProcessKey processKey(Document document) {
        return new ProcessKey(document.data(), document.schedule(), document.sampling().grid(), document.steps(),
                document.sampling().model());
    }

    private static RunKey runKey(Document document) {
        return new RunKey(processKey(document), document.sampler(), document.guidance(), document.sampling().noise(),
                document.placement());
    }

    private DiffusionProcess process(ProcessKey key) {
        return common.processes.get(key,
                k -> new DiffusionProcess(k.data(), k.grid().levels(k.schedule(), k.steps()), k.model()));
    }

    private Trajectory run(RunKey key) {
        return Trajectory.run(process(key.process()), key.guidance(), key.sampler(), key.noise(), 0,
                key.placement());
    }

    /// A model that keeps one level, so that a film at thousands of levels does not keep them all.
    private NoisedModel model(Document document, NoiseLevel level) {
        return common.models.get(new ModelKey(processKey(document), level),
                k -> new DiffusionProcess(k.process().data(), List.of(k.level(), NoiseLevel.CLEAN),
                        process(k.process()).scores()));
    }

    /// The layers between the ground and the marks of the story, from the lowest up.
    private List<Frame.Stratum> strata(Document document, Moment moment, NoiseLevel level, double position,
            List<FieldMarks.Scale> scales) {
        List<Frame.Stratum> all = new ArrayList<>();
        Viewport viewport = moment.viewport();
        Layers layers = document.layers();
        for (Layer layer : Layer.values()) {
            if (layer == Layer.PATHS && layers.shows(Layer.MEAN)) {
                // Its band would tint what the particles and their ends look like.
                all.add(meanBand(document, position, viewport));
            }
            double opacity = layers.opacity(layer);
            if (opacity == 0) {
                continue;
            }
            switch (layer) {
                case DENSITY -> {
                    if (layers.density().drawing() == Layers.Drawing.CONTOURS) {
                        DensityKey key = densityKey(document, moment, level);
                        Layers.Density density = layers.density();
                        all.add(stratum(layer, opacity, viewport, List.of(key, density.scaling(), density.colours()),
                                () -> density(key).lines(density, opacity, viewport)));
                    }
                }
                case REGIONS -> {
                    LawKey key = lawKey(document, document.data(), level, viewport, true);
                    all.add(stratum(layer, opacity, viewport, List.of(key),
                            () -> DecisionLines.of(law(key), opacity, viewport)));
                }
                case GRID -> all.add(stratum(layer, opacity, viewport, List.of(),
                        () -> new CoordinateLines(viewport).grid(opacity)));
                case FLOW -> {
                    FlowMap flow = flow(document);
                    all.add(stratum(layer, opacity, viewport, List.of(flow, position, document.coordinates()),
                            () -> flow.marks(position, document.coordinates(), viewport, opacity)));
                }
                case OUTLINES -> all.add(stratum(layer, opacity, viewport, List.of(document.data(), document.classes()),
                        () -> ShapeOutlines.of(document, viewport, opacity)));
                case SAMPLES -> all.add(stratum(layer, opacity, viewport,
                        List.of(document.data(), document.classes(), document.seed(), layers.samples()),
                        () -> samples(document, viewport, opacity)));
                case SCORE -> {
                    Layers.Score score = layers.score();
                    add(all, scales, fields.get(fieldKey(layer, opacity, moment, score),
                            _ -> FieldMarks.of(moment, score, opacity)));
                }
                case DIFFERENCE -> {
                    Layers.Difference difference = layers.difference();
                    add(all, scales, fields.get(fieldKey(layer, opacity, moment, difference),
                            _ -> FieldMarks.of(moment, difference, opacity)));
                }
                case PATHS -> {
                    Swarm swarm = swarm(document);
                    all.add(stratum(layer, opacity, viewport,
                            List.of(swarm, position, document.coordinates(), layers.population().paths()),
                            () -> swarm.paths(document, position, viewport, opacity)));
                }
                case PARTICLES -> {
                    Swarm swarm = swarm(document);
                    all.add(stratum(layer, opacity, viewport, List.of(swarm, position, document.coordinates()),
                            () -> swarm.particles(document.coordinates(), position, viewport, opacity)));
                }
                case ENDS -> {
                    Swarm swarm = swarm(document);
                    all.add(stratum(layer, opacity, viewport, List.of(swarm), () -> swarm.ends(viewport, opacity)));
                }
                case MEAN -> {
                    Swarm swarm = swarm(document);
                    all.add(stratum(layer, opacity, viewport, List.of(swarm, position, document.coordinates()),
                            () -> swarm.meanLine(document.coordinates(), position, viewport, opacity)));
                }
                case AXIS -> {
                    Study.Axis axis = PlotAxis.of(document);
                    all.add(stratum(layer, opacity, viewport, List.of(axis),
                            () -> PlotAxis.marks(axis, viewport, opacity)));
                }
                case RUN, POSTERIOR, VECTORS, THUMBNAILS, AXES, LEGEND, EQUATION, CAPTION, STATUS -> {
                    // Drawn with the story, and around it.
                }
            }
        }
        return all;
    }

    private Frame.Stratum meanBand(Document document, double position, Viewport viewport) {
        Swarm swarm = swarm(document);
        double opacity = document.layers().opacity(Layer.MEAN);
        return stratum(Layer.MEAN, opacity, viewport, List.of(swarm, position, document.coordinates(), "band"),
                () -> swarm.meanBand(document.coordinates(), position, viewport, opacity));
    }

    private static void add(List<Frame.Stratum> all, List<FieldMarks.Scale> scales, FieldMarks field) {
        all.add(field.stratum());
        if (field.scale() != null) {
            scales.add(field.scale());
        }
    }

    private static StratumKey fieldKey(Layer layer, double opacity, Moment moment, Object settings) {
        return new StratumKey(layer, opacity, moment.viewport(),
                List.of(moment.model(), moment.guidance(), moment.position(), moment.coordinates(), settings));
    }

    private Frame.Stratum stratum(Layer layer, double opacity, Viewport viewport, List<Object> inputs,
            Supplier<List<Mark>> marks) {
        return strata.get(new StratumKey(layer, opacity, viewport, inputs),
                _ -> new Frame.Stratum(layer, marks.get()));
    }

    private Raster ground(Document document, Moment moment, NoiseLevel level, Theme theme) {
        Layers layers = document.layers();
        Viewport viewport = moment.viewport();
        boolean heat = layers.shows(Layer.DENSITY) && layers.density().drawing() == Layers.Drawing.HEAT;
        var key = new GroundKey(heat ? densityKey(document, moment, level) : null, layers.density(),
                layers.opacity(Layer.DENSITY),
                layers.shows(Layer.REGIONS) ? lawKey(document, document.data(), level, viewport, true) : null,
                document.classes(), layers.opacity(Layer.REGIONS), viewport, theme);
        return common.grounds.get(key, k -> ground(k, document));
    }

    private Raster ground(GroundKey key, Document document) {
        Shades shades = null;
        LawGrid grid = null;
        if (key.density() != null) {
            ShownDensity density = density(key.density());
            grid = density.grid();
            shades = new Shades(grid, density.shades(key.style()),
                    ColourMaps.ramp(key.style().colours(), key.theme(), key.densityOpacity()));
        }
        Regions regions = null;
        if (key.regions() != null) {
            LawGrid law = law(key.regions());
            List<ClassInk> inks =
                    law.classes().labels().stream().map(label -> new ClassInk(document.classIndex(label))).toList();
            regions = Regions.of(law, inks, key.theme(), key.regionsOpacity());
        }
        return Ground.paint(key.viewport(), key.theme(), shades, regions);
    }

    /// The law whose density is shown. Without a guiding class it is that of all data.
    private static DensityKey densityKey(Document document, Moment moment, NoiseLevel level) {
        OptionalInt label = moment.label();
        Layers.Law law = label.isEmpty() ? Layers.Law.UNCONDITIONAL : document.layers().density().law();
        Viewport viewport = moment.viewport();
        return switch (law) {
            case UNCONDITIONAL -> new DensityKey(
                    lawKey(document, document.data(), level, viewport, document.layers().shows(Layer.REGIONS)), null);
            case CLASS -> new DensityKey(
                    lawKey(document, document.data().given(label.orElseThrow()), level, viewport, false), null);
            case TILTED -> new DensityKey(lawKey(document, document.data(), level, viewport, true),
                    new Tilt(label.orElseThrow(), moment.gamma()));
        };
    }

    private static LawKey lawKey(Document document, DataDistribution data, NoiseLevel level, Viewport viewport,
            boolean withClasses) {
        return new LawKey(data, level, document.coordinates(), viewport, withClasses);
    }

    private LawGrid law(LawKey key) {
        return common.laws.get(key,
                k -> new LawGrid(k.data(), k.level(), k.coordinates(), k.viewport(), k.withClasses()));
    }

    private ShownDensity density(DensityKey key) {
        LawGrid grid = law(key.law());
        Viewport viewport = key.law().viewport();
        double spread = Plane.shownLevel(key.law().coordinates(), key.law().level()).sigma()
                / (viewport.height() * viewport.unitsPerPixel());
        Tilt tilt = key.tilt();
        return tilt == null
                ? ShownDensity.of(grid, spread)
                : ShownDensity.tilted(grid, tilt.label(), tilt.gamma(), spread);
    }

    private FlowMap flow(Document document) {
        return flows.get(new FlowKey(process(processKey(document)), document.guidance()),
                key -> new FlowMap(key.process(), key.guidance()));
    }

    /// The runs of the particles that the document shows.
    TrajectoryBundle population(Document document) {
        return swarm(document).bundle();
    }

    private Swarm swarm(Document document) {
        DiffusionProcess process = process(processKey(document));
        int particles = Math.clamp(document.layers().population().particles(), 1,
                MOST_POSITIONS / (process.steps() + 1));
        TrajectoryBundle bundle = bundle(population, new TrajectoryBundle.Request(process, document.guidance(),
                document.sampler(), document.sampling().noise(), particles));
        population = bundle;
        return swarms.get(new SwarmKey(bundle, document.classes(), document.layers().population().colouring(),
                document.study().tolerance()),
                k -> new Swarm(bundle, document));
    }

    /// The bundle of a request, with what can be kept of the last one.
    private TrajectoryBundle bundle(@Nullable TrajectoryBundle last, TrajectoryBundle.Request request) {
        if (last == null) {
            return TrajectoryBundle.run(request, cancelled);
        }
        return last.request().equals(request) ? last : last.rerun(request, cancelled);
    }

    private static List<Mark> samples(Document document, Viewport viewport, double opacity) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(document.seed());
        List<LabelledPoint> points = document.data().sample(document.layers().samples(), random);
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        int[] colours = new int[points.size()];
        for (int i = 0; i < points.size(); i++) {
            Vec2 pixel = viewport.toPixel(points.get(i).at());
            x[i] = pixel.x();
            y[i] = pixel.y();
            colours[i] = document.classIndex(points.get(i).label());
        }
        List<Ink> inks = IntStream.range(0, document.classes().size()).<Ink>mapToObj(ClassInk::new).toList();
        return List.of(new Mark.Specks(x, y, colours, inks, SAMPLE_RADIUS * viewport.scale(), Shape.DISC,
                SAMPLE_OPACITY * opacity));
    }
}
