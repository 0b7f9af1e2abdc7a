package scorescape.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A scene: the data, how it is diffused and sampled, and what of it is shown.
///
/// A document that exists is a valid one: its constructor refuses anything else with a sentence that begins with the
/// place, such as `toldStep: must be a whole number from 1 to 40, but is 41`. Places are named as in the file format.
///
/// @param title a line of text of at most [#MAX_TITLE_LENGTH] characters, may be empty
/// @param classes names of the classes, at least of those that the data has, in the order of their colours
/// @param items what the data is made of, within [#MAX_COORDINATE] of the origin; at least one of them counts
/// @param sampling how the data is noised, and how the noise is taken away
/// @param guidance towards which class, and how strongly
/// @param placement where the user has put `x_t`, or null
/// @param toldStep index of the step that the film tells in stages: 0 for the noisiest, below `steps`
/// @param view what is shown of it
public record Document(String title, List<DataClass> classes, List<DataItem> items, Sampling sampling,
        Guidance guidance, @Nullable Placement placement, int toldStep, View view) {

    public static final int MAX_TITLE_LENGTH = 200;
    public static final int MAX_CLASSES = 100;
    public static final int MAX_COMPONENTS = 2500;

    /// Of all clouds of a scene together.
    public static final int MAX_POINTS = PointCloud.MAX_POINTS;

    /// How far from the origin data, cameras and placements may be, along either axis, in data units. Far more than
    /// any picture needs, and far from where squares overflow.
    public static final double MAX_COORDINATE = 1e6;

    /// How large any other number may be: a variance has room for data at [#MAX_COORDINATE].
    public static final double MAX_NUMBER = 1e12;

    /// A class of the data and what people call it.
    ///
    /// @param label the number that components and guidance refer to
    /// @param name a line of 1 to [#MAX_NAME_LENGTH] characters
    public record DataClass(int label, String name) {

        public static final int MAX_NAME_LENGTH = 60;

        static final String NAME = "a line of 1 to " + MAX_NAME_LENGTH + " characters";

        public DataClass {
            Check.that(isName(name), "name", NAME, Json.inline(name));
        }

        static boolean isName(String text) {
            return !text.isBlank() && isLine(text, MAX_NAME_LENGTH);
        }
    }

    /// @param centre in data units, within [#MAX_COORDINATE] of the origin
    /// @param width of the plane across a picture of 16 : 10, in data units, from [#MIN_WIDTH] to [#MAX_WIDTH]; other
    ///        shapes show at least that much
    public record Camera(Vec2 centre, double width) {

        public static final double MIN_WIDTH = 1e-6;
        public static final double MAX_WIDTH = 4 * MAX_COORDINATE;

        /// Height of a camera's picture divided by its width.
        public static final double ASPECT = 10.0 / 16;

        private static final double MARGIN = 1.1;

        public Camera {
            requireInReach(centre, "camera.centre");
            Check.that(width >= MIN_WIDTH && width <= MAX_WIDTH, "camera.width",
                    "from " + Check.number(MIN_WIDTH) + " to " + Check.number(MAX_WIDTH), width);
        }

        /// The camera that sees all of `bounds` with a margin around it.
        public static Camera around(Bounds bounds) {
            double width = MARGIN * Math.max(bounds.width(), bounds.height() / ASPECT);
            return new Camera(bounds.centre(), Math.clamp(width, MIN_WIDTH, MAX_WIDTH));
        }

        /// What is seen for certain, in a picture of any shape.
        public Bounds bounds() {
            return Bounds.around(centre, new Vec2(0.5 * width, 0.5 * width * ASPECT));
        }
    }

    /// In which coordinates a state at noise level (α, σ) is drawn.
    public enum Coordinates {
        /// `x_t` itself.
        STATE,
        /// `x_t / α_t`: the step goes exactly along the line to the prediction.
        RESCALED
    }

    public Document {
        classes = List.copyOf(classes);
        items = List.copyOf(items);
        Check.that(isLine(title, MAX_TITLE_LENGTH), "title",
                "a line of at most " + MAX_TITLE_LENGTH + " characters", Json.inline(title));
        requireData(items);
        requireClasses(classes, items);
        Check.that(toldStep >= 0 && toldStep < sampling.steps(), "toldStep", stepNumber(sampling.steps()),
                toldStep + 1);
        if (placement != null) {
            Check.that(placement.step() < sampling.steps(), "placement.step", stepNumber(sampling.steps()),
                    placement.step() + 1);
            requireInReach(placement.at(), "placement.at");
        }
        requireLabels(guidance, DataItem.labels(items), "");
        List<Lane> others = view.comparison().others();
        for (int i = 0; i < others.size(); i++) {
            requireLabels(others.get(i).guidance(), DataItem.labels(items), "compare.lanes[" + i + "].");
            // Refuses what no sampling may have.
            others.get(i).with(sampling);
        }
    }

    /// The distribution that the items make which count.
    public DataDistribution data() {
        return DataItem.distribution(items);
    }

    public NoiseSchedule schedule() {
        return sampling.schedule();
    }

    public Sampler sampler() {
        return sampling.sampler();
    }

    public int steps() {
        return sampling.steps();
    }

    public long seed() {
        return sampling.seed();
    }

    public Camera camera() {
        return view.camera();
    }

    public Coordinates coordinates() {
        return view.coordinates();
    }

    public Layers layers() {
        return view.layers();
    }

    public Study study() {
        return view.study();
    }

    public Document withTitle(String newTitle) {
        return new Document(newTitle, classes, items, sampling, guidance, placement, toldStep, view);
    }

    public Document withGuidance(Guidance newGuidance) {
        return new Document(title, classes, items, sampling, newGuidance, placement, toldStep, view);
    }

    /// @param newPlacement null to let the run go its own way
    public Document withPlacement(@Nullable Placement newPlacement) {
        return new Document(title, classes, items, sampling, guidance, newPlacement, toldStep, view);
    }

    public Document withToldStep(int newToldStep) {
        return new Document(title, classes, items, sampling, guidance, placement, newToldStep, view);
    }

    public Document withView(View newView) {
        return new Document(title, classes, items, sampling, guidance, placement, toldStep, newView);
    }

    public Document withCamera(Camera newCamera) {
        return withView(view.withCamera(newCamera));
    }

    public Document withCoordinates(Coordinates newCoordinates) {
        return withView(view.withCoordinates(newCoordinates));
    }

    public Document withLayers(Layers newLayers) {
        return withView(view.withLayers(newLayers));
    }

    public Document withStudy(Study newStudy) {
        return withView(view.withStudy(newStudy));
    }

    public Document withComparison(Comparison newComparison) {
        return withView(view.withComparison(newComparison));
    }

    public Document withProbes(List<Vec2> newProbes) {
        return withView(view.withProbes(newProbes));
    }

    /// The scenes of all lanes in their order, each alone: this one without its comparison, and those beside it.
    public List<Document> lanes() {
        Document alone = withComparison(Comparison.NONE);
        return view.comparison().lanes(Lane.of(this)).stream().map(alone::run).toList();
    }

    /// The same comparison with another lane as the scene's own.
    ///
    /// @param lane 0 for the first
    public Document withActiveLane(int lane) {
        return comparedIn(view.comparison().lanes(Lane.of(this)), lane);
    }

    /// The same scene compared in these lanes, or alone in one.
    ///
    /// @param lanes from 1 to [Comparison#MAX_LANES]
    /// @param place of the scene's own lane from now on, 0 for the first
    public Document comparedIn(List<Lane> lanes, int place) {
        return run(lanes.get(place)).withComparison(Comparison.of(lanes, place, view.comparison().joined()));
    }

    private Document run(Lane lane) {
        return withSampling(lane.with(sampling)).withGuidance(lane.guidance());
    }

    public Document withSeed(long newSeed) {
        return withSampling(sampling.withSeed(newSeed));
    }

    /// The same run in another number of steps, see [#withSampling].
    public Document withSteps(int newSteps) {
        return withSampling(sampling.withSteps(newSteps));
    }

    /// The same scene sampled in another way. In another number of steps, the told step and the placement stay at the
    /// same share of the run, so at about the same noise level.
    public Document withSampling(Sampling newSampling) {
        int newSteps = newSampling.steps();
        Placement moved = placement == null
                ? null
                : new Placement(scaled(placement.step(), newSteps), placement.at());
        return new Document(title, classes, items, newSampling, guidance, moved, scaled(toldStep, newSteps), view);
    }

    /// The same scene with other data, each component an item of its own, see [#withItems].
    public Document withData(DataDistribution newData) {
        return withItems(newData.components().stream().map(DataItem::of).toList());
    }

    /// The same scene with other data. A label without a name is called "class" and its number; guidance towards a
    /// class that is gone turns to the first one that is there.
    public Document withItems(List<DataItem> newItems) {
        List<DataClass> newClasses = new ArrayList<>(classes);
        for (int label : newItems.stream().map(item -> item.component().label()).distinct().sorted().toList()) {
            if (newClasses.stream().noneMatch(c -> c.label() == label)) {
                newClasses.add(new DataClass(label, unusedName("class " + label, newClasses)));
            }
        }
        return with(newClasses, newItems);
    }

    /// The same scene with other names, or another order, of its classes.
    public Document withClasses(List<DataClass> newClasses) {
        return with(newClasses, items);
    }

    /// The same scene with one more class, which no component has yet.
    ///
    /// @param wanted its name, to which a number is added if it is taken
    public Document withNewClass(String wanted) {
        List<DataClass> newClasses = new ArrayList<>(classes);
        labelOf(unusedName(wanted, classes), newClasses);
        return withClasses(newClasses);
    }

    /// The same scene without a class and its components.
    public Document withoutClass(int label) {
        return with(classes.stream().filter(c -> c.label() != label).toList(),
                items.stream().filter(item -> item.component().label() != label).toList());
    }

    /// The same scene with more items, after the others. They join the class of theirs that the scene knows by name, or bring
    /// it along; their groups stay groups of their own.
    public Document withAdded(Clipping added) {
        List<DataClass> newClasses = new ArrayList<>(classes);
        List<DataItem> newItems = new ArrayList<>(items);
        Map<Integer, Integer> groups = new HashMap<>();
        for (DataItem item : added.items()) {
            int label = labelOf(added.className(item.component().label()), newClasses);
            int group = item.group() == 0 ? 0 : groups.computeIfAbsent(item.group(), _ -> newGroup() + groups.size());
            newItems.add(item.withComponent(item.component().withLabel(label)).withGroup(group));
        }
        return with(newClasses, newItems);
    }

    /// The number of a group that no item is in; so are the numbers after it, as many as there may be items.
    public int newGroup() {
        return IntStream.iterate(1, i -> i + MAX_COMPONENTS)
                .filter(i -> items.stream().noneMatch(item -> item.group() >= i && item.group() < i + MAX_COMPONENTS))
                .findFirst()
                .orElseThrow();
    }

    /// The same scene with a cloud for each class of `points`. A class whose name the scene knows is joined, another
    /// one is new.
    ///
    /// The new points have half of the total weight, shared evenly among them, so that they are seen however many they
    /// are. The camera steps back until it sees them all.
    ///
    /// @throws IllegalArgumentException if the scene would have too many points, components or classes
    public Document withPoints(PointTable points) {
        List<DataClass> newClasses = new ArrayList<>(classes);
        List<DataItem> newItems = new ArrayList<>(items);
        double weightOfPoint = data().totalWeight() / points.size();
        Bounds seen = camera().bounds();
        for (PointTable.Group group : points.groups()) {
            PointCloud cloud = PointCloud.of(weightOfPoint * group.points().size(),
                    labelOf(group.className(), newClasses), group.points());
            newItems.add(DataItem.of(cloud));
            seen = seen.union(cloud.bounds());
        }
        Document added = with(newClasses, newItems);
        return seen.equals(camera().bounds()) ? added : added.withCamera(Camera.around(seen));
    }

    /// The label of the class `name`, which is added if it is not there.
    private static int labelOf(String name, List<DataClass> classes) {
        for (DataClass known : classes) {
            if (known.name().equals(name)) {
                return known.label();
            }
        }
        int label = IntStream.iterate(0, i -> i + 1)
                .filter(i -> classes.stream().noneMatch(c -> c.label() == i))
                .findFirst()
                .orElseThrow();
        classes.add(new DataClass(label, name));
        return label;
    }

    private Document with(List<DataClass> newClasses, List<DataItem> newItems) {
        List<Integer> labels = DataItem.labels(newItems);
        IntUnaryOperator known = label -> labels.isEmpty() || labels.contains(label) ? label : labels.getFirst();
        Comparison compared = view.comparison();
        List<Lane> others = compared.others().stream()
                .map(lane -> lane.withGuidance(lane.guidance().relabelled(known)))
                .toList();
        return new Document(title, newClasses, newItems, sampling, guidance.relabelled(known), placement, toldStep,
                view.withComparison(new Comparison(others, compared.place(), compared.joined())));
    }

    /// The noise levels that the run visits, from noise to clean data.
    public List<NoiseLevel> levels() {
        return sampling.levels();
    }

    /// What people call the class `label`.
    ///
    /// @throws IllegalArgumentException if the document has no such class
    public String className(int label) {
        return classes.get(classIndex(label)).name();
    }

    /// The place of the class `label` in the list of classes, which is the number of its colour: 0 for the first.
    ///
    /// @throws IllegalArgumentException if the document has no such class
    public int classIndex(int label) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).label() == label) {
                return i;
            }
        }
        throw new IllegalArgumentException("no class has the label " + label);
    }

    private int scaled(int step, int newSteps) {
        return Math.toIntExact((long) step * newSteps / sampling.steps());
    }

    private static String unusedName(String wanted, List<DataClass> taken) {
        String name = wanted;
        for (int i = 2; isTaken(name, taken); i++) {
            name = wanted + " (" + i + ")";
        }
        return name;
    }

    private static boolean isTaken(String name, List<DataClass> taken) {
        return taken.stream().anyMatch(c -> c.name().equals(name));
    }

    private static int points(Component component) {
        return switch (component) {
            case PointCloud cloud -> cloud.size();
            case KernelEstimate estimate -> estimate.points().size();
            default -> 0;
        };
    }

    private static void requireData(List<DataItem> items) {
        Check.that(items.size() <= MAX_COMPONENTS, "data.components", "at most " + MAX_COMPONENTS + " components",
                items.size());
        Check.that(items.stream().anyMatch(DataItem::counts), "data.components",
                "at least one component that is not switched off", "none");
        int points = items.stream().mapToInt(item -> points(item.component())).sum();
        Check.that(points <= MAX_POINTS, "data", "at most " + MAX_POINTS + " points in all clouds together", points);
        for (int i = 0; i < items.size(); i++) {
            Component component = items.get(i).component();
            Bounds bounds = component.bounds();
            String place = "data.components[" + i + "]";
            Check.that(component.weight() <= MAX_NUMBER, place + ".weight", "at most " + Check.number(MAX_NUMBER),
                    component.weight());
            requireInReach(new Vec2(bounds.minX(), bounds.minY()), place);
            requireInReach(new Vec2(bounds.maxX(), bounds.maxY()), place);
        }
    }

    private static void requireClasses(List<DataClass> classes, List<DataItem> items) {
        Check.that(classes.size() <= MAX_CLASSES, "classes", "at most " + MAX_CLASSES + " classes", classes.size());
        Set<Integer> labels = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < classes.size(); i++) {
            DataClass c = classes.get(i);
            Check.that(labels.add(c.label()), "classes[" + i + "].label", "a label of its own", c.label());
            Check.that(names.add(c.name()), "classes[" + i + "].name", "a name of its own", c.name());
        }
        for (int i = 0; i < items.size(); i++) {
            int label = items.get(i).component().label();
            Check.that(labels.contains(label), "data.components[" + i + "].label", "the label of a class", label);
        }
    }

    private static void requireLabels(Guidance guidance, List<Integer> known, String prefix) {
        guidance.relabelled(label -> {
            Check.that(known.contains(label), prefix + "guidance.label", "the label of a component", label);
            return label;
        });
    }

    static void requireInReach(Vec2 point, String place) {
        Check.that(Math.abs(point.x()) <= MAX_COORDINATE && Math.abs(point.y()) <= MAX_COORDINATE, place,
                "within " + Check.number(MAX_COORDINATE) + " of the origin", Check.point(point));
    }

    static boolean isLine(String text, int maxLength) {
        return text.length() <= maxLength && text.chars().noneMatch(Character::isISOControl);
    }

    /// Files and people count steps from 1.
    private static String stepNumber(int steps) {
        return "a whole number from 1 to " + steps;
    }
}
