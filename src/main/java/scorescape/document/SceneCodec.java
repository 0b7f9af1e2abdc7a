package scorescape.document;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.RecordedNoise.Use;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;
import scorescape.document.Document.DataClass;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The file format: a document to and from JSON text.
///
/// A file begins with the number of its format; every sealed variant says its `kind`; no field may be there that is not
/// known. Fields that format 1 had are required, but for `placement`; later ones may be absent, which means their default,
/// and are not written where they have it. So a file of format 1 is read as one of format 2. To change what a field means,
/// raise [#FORMAT] and go on reading every older one.
final class SceneCodec {

    /// The format that is written, and the newest that is read.
    static final int FORMAT = 2;

    private static final int OLDEST_FORMAT = 1;

    /// By how much of the larger variance the two covariances of a matrix may differ: programs that turn a matrix leave
    /// roundings.
    private static final double SYMMETRIC = 1e-14;

    private SceneCodec() {}

    static String encode(Document document) {
        return Json.format(toJson(document));
    }

    /// The scene as the plain values of [Json].
    static Map<String, Object> toJson(Document document) {
        Map<String, Object> scene = object();
        scene.put("format", FORMAT);
        scene.put("title", document.title());
        scene.put("classes", document.classes().stream().map(SceneCodec::encode).toList());
        putItems(scene, document.items());
        scene.put("schedule", ScheduleCodec.encode(document.schedule()));
        if (document.sampling().grid() != Sampling.DEFAULT_GRID) {
            scene.put("grid", Place.name(document.sampling().grid()));
        }
        scene.put("sampler", SamplerCodec.encode(document.sampler()));
        scene.put("steps", document.steps());
        scene.put("guidance", GuidanceCodec.encode(document.guidance()));
        if (!document.sampling().model().equals(ScoreModel.EXACT)) {
            scene.put("model", ModelCodec.encode(document.sampling().model()));
        }
        scene.put("seed", document.seed());
        if (!document.sampling().recorded().isEmpty()) {
            scene.put("noise", encodeNoise(document.sampling().recorded()));
        }
        Placement placement = document.placement();
        if (placement != null) {
            scene.put("placement", encode(placement));
        }
        scene.put("toldStep", document.toldStep() + 1);
        scene.put("camera", encode(document.camera()));
        scene.put("coordinates", Place.name(document.coordinates()));
        Map<String, Object> layers = LayersCodec.encode(document.layers());
        if (!layers.isEmpty()) {
            scene.put("layers", layers);
        }
        Map<String, Object> study = StudyCodec.encode(document.study());
        if (!study.isEmpty()) {
            scene.put("study", study);
        }
        Map<String, Object> compare = ComparisonCodec.encode(document);
        if (!compare.isEmpty()) {
            scene.put("compare", compare);
        }
        if (!document.view().probes().isEmpty()) {
            scene.put("probes", document.view().probes().stream().map(SceneCodec::encode).toList());
        }
        return scene;
    }

    /// @throws IllegalArgumentException with the place in the text, what was expected there and what stands there
    static Document decode(String text) {
        return decode(new Place("", Json.parse(text)));
    }

    static Document decode(Place scene) {
        requireKnownFormat(scene.member("format"));
        scene.only("format", "title", "classes", "data", "schedule", "grid", "sampler", "steps", "guidance", "seed",
                "noise", "model", "placement", "toldStep", "camera", "coordinates", "layers", "study", "compare",
                "probes", "images");
        var sampling = new Sampling(ScheduleCodec.decode(scene.member("schedule")),
                scene.has("grid") ? scene.member("grid").choice(TimeGrid.values()) : Sampling.DEFAULT_GRID,
                SamplerCodec.decode(scene.member("sampler")), (int) scene.member("steps").number(Parameters.STEPS),
                (long) scene.member("seed").number(Parameters.SEED), recorded(scene),
                scene.has("model") ? ModelCodec.decode(scene.member("model")) : ScoreModel.EXACT);
        var view = new View(camera(scene.member("camera")), scene.member("coordinates").choice(Coordinates.values()),
                scene.has("layers") ? LayersCodec.decode(scene.member("layers")) : Layers.DEFAULT,
                scene.has("study") ? StudyCodec.decode(scene.member("study")) : Study.DEFAULT)
                .withProbes(scene.has("probes") ? scene.member("probes").items(Place::point) : List.of());
        Guidance guidance = GuidanceCodec.decode(scene.member("guidance"));
        var own = new Lane(guidance, sampling.schedule(), sampling.grid(), sampling.sampler(), sampling.steps(),
                sampling.model());
        return new Document(scene.member("title").text(), classes(scene.member("classes")),
                items(scene), sampling, guidance, placement(scene), step(scene.member("toldStep")),
                scene.has("compare")
                        ? view.withComparison(ComparisonCodec.decode(scene.member("compare"), own))
                        : view);
    }

    static String encode(Clipping clipping) {
        Map<String, Object> part = object();
        part.put("format", FORMAT);
        part.put("classes", clipping.classes().stream().map(SceneCodec::encode).toList());
        putItems(part, clipping.items());
        return Json.format(part);
    }

    /// @throws IllegalArgumentException with the place in the text, what was expected there and what stands there
    static Clipping decodeClipping(String text) {
        Place part = new Place("", Json.parse(text));
        requireKnownFormat(part.member("format"));
        if (part.has("sampler")) {
            Document scene = decode(text);
            return new Clipping(scene.classes(), scene.items());
        }
        part.only("format", "classes", "data", "images");
        return new Clipping(classes(part.member("classes")), items(part));
    }

    private static void requireKnownFormat(Place format) {
        int number = format.integer();
        if (number > FORMAT) {
            throw new IllegalArgumentException("format: was written by a newer Scorescape (format " + number
                    + "; this one reads " + FORMAT + ")");
        }
        if (number < OLDEST_FORMAT) {
            throw format.expected("the number of a format, from " + OLDEST_FORMAT + " to " + FORMAT);
        }
    }

    private static Map<String, Object> encode(DataClass dataClass) {
        Map<String, Object> object = object();
        object.put("label", dataClass.label());
        object.put("name", dataClass.name());
        return object;
    }

    private static List<DataClass> classes(Place classes) {
        return classes.items(place -> {
            Place name = place.only("label", "name").member("name");
            if (!DataClass.isName(name.text())) {
                throw name.expected(DataClass.NAME);
            }
            return new DataClass(place.member("label").integer(), name.text());
        });
    }

    /// The data, and beside it the images that it refers to.
    private static void putItems(Map<String, Object> scene, List<DataItem> items) {
        Map<Thumbnail, String> images = images(items);
        scene.put("data", encode(items, images));
        if (!images.isEmpty()) {
            Map<String, Object> own = object();
            images.forEach((image, id) -> own.put(id, Thumbnails.encode(image)));
            scene.put("images", own);
        }
    }

    private static List<DataItem> items(Place scene) {
        return items(scene.member("data"), scene.has("images") ? images(scene.member("images")) : Map.of());
    }

    /// The images that are not the program's own, each once, with the names that items know them by.
    private static Map<Thumbnail, String> images(List<DataItem> items) {
        Map<Thumbnail, String> images = new LinkedHashMap<>();
        for (DataItem item : items) {
            Thumbnail image = item.image();
            if (image != null && image.name().isEmpty()) {
                images.putIfAbsent(image, "image-" + (images.size() + 1));
            }
        }
        return images;
    }

    private static Map<String, Thumbnail> images(Place place) {
        Map<String, Thumbnail> images = new LinkedHashMap<>();
        Check.that(place.names().size() <= Document.MAX_COMPONENTS, "images",
                "at most " + Document.MAX_COMPONENTS + " images", place.names().size());
        for (String id : place.names()) {
            Place png = place.member(id);
            images.put(id, png.valid(() -> Thumbnails.decode(png.text())));
        }
        return images;
    }

    private static Map<String, Object> encode(List<DataItem> items, Map<Thumbnail, String> images) {
        Map<String, Object> object = object();
        object.put("components", items.stream().map(item -> encode(item, images)).toList());
        return object;
    }

    private static List<DataItem> items(Place data, Map<String, Thumbnail> images) {
        Place components = data.only("components").member("components");
        List<DataItem> items = components.items(place -> item(place, images));
        if (items.stream().anyMatch(DataItem::counts)) {
            components.valid(() -> DataItem.distribution(items));
        }
        return items;
    }

    private static Map<String, Object> encode(DataItem item, Map<Thumbnail, String> images) {
        Map<String, Object> object = encode(item.component());
        if (!item.name().isEmpty()) {
            object.put("name", item.name());
        }
        if (!item.counts()) {
            object.put("counts", false);
        }
        if (item.locked()) {
            object.put("locked", true);
        }
        if (item.group() != 0) {
            object.put("group", item.group());
        }
        Thumbnail image = item.image();
        if (image != null) {
            object.put("image", images.getOrDefault(image, image.name()));
        }
        return object;
    }

    private static DataItem item(Place place, Map<String, Thumbnail> images) {
        String name = place.has("name") ? place.member("name").text() : "";
        boolean counts = !place.has("counts") || place.member("counts").truth();
        boolean locked = place.has("locked") && place.member("locked").truth();
        int group = place.has("group") ? place.member("group").integer() : 0;
        Component component = component(place.without("name", "counts", "locked", "group", "image"));
        Thumbnail image = place.has("image") ? image(place.member("image"), images) : null;
        return place.valid(() -> new DataItem(component, name, counts, locked, group, image));
    }

    private static Thumbnail image(Place place, Map<String, Thumbnail> images) {
        Thumbnail own = images.get(place.text());
        if (own == null && !Thumbnails.NAMES.contains(place.text())) {
            throw place.expected("the name of one of the scene's images or of " + String.join(", ", Thumbnails.NAMES));
        }
        return own == null ? Thumbnails.shipped(place.text()) : own;
    }

    private static Map<String, Object> encode(Component component) {
        Map<String, Object> object = object();
        object.put("kind", switch (component) {
            case GaussianComponent _ -> "gaussian";
            case RectangleComponent _ -> "rectangle";
            case PointComponent _ -> "point";
            case PointCloud _ -> "cloud";
            case SegmentComponent _ -> "segment";
            case ArcComponent _ -> "arc";
            case KernelEstimate _ -> "kernel-estimate";
        });
        object.put("weight", component.weight());
        object.put("label", component.label());
        switch (component) {
            case GaussianComponent gaussian -> {
                SymMat2 covariance = gaussian.covariance();
                object.put("mean", encode(gaussian.mean()));
                object.put("covariance", List.of(List.of(covariance.xx(), covariance.xy()),
                        List.of(covariance.xy(), covariance.yy())));
            }
            case RectangleComponent rectangle -> {
                object.put("centre", encode(rectangle.centre()));
                object.put("halfSize", encode(rectangle.halfSize()));
                object.put("angle", rectangle.angle());
            }
            case PointComponent point -> object.put("at", encode(point.at()));
            case PointCloud cloud -> object.put("points", encode(cloud));
            case SegmentComponent segment -> {
                object.put("from", encode(segment.from()));
                object.put("to", encode(segment.to()));
            }
            case ArcComponent arc -> {
                object.put("centre", encode(arc.centre()));
                object.put("radius", arc.radius());
                object.put("start", arc.start());
                object.put("sweep", arc.sweep());
            }
            case KernelEstimate estimate -> {
                object.put("bandwidth", estimate.bandwidth());
                object.put("points", encode(estimate.points()));
            }
        }
        return object;
    }

    private static Component component(Place component) {
        String kind = component.member("kind").choice("gaussian", "rectangle", "point", "cloud", "segment", "arc",
                "kernel-estimate");
        double weight = component.member("weight").positive();
        int label = component.member("label").integer();
        return switch (kind) {
            case "gaussian" -> {
                component.only("kind", "weight", "label", "mean", "covariance");
                yield new GaussianComponent(weight, label, component.member("mean").point(),
                        covariance(component.member("covariance")));
            }
            case "rectangle" -> {
                component.only("kind", "weight", "label", "centre", "halfSize", "angle");
                yield new RectangleComponent(weight, label, component.member("centre").point(),
                        halfSize(component.member("halfSize")), component.member("angle").number());
            }
            case "point" -> {
                component.only("kind", "weight", "label", "at");
                yield new PointComponent(weight, label, component.member("at").point());
            }
            case "segment" -> {
                component.only("kind", "weight", "label", "from", "to");
                yield new SegmentComponent(weight, label, component.member("from").point(),
                        component.member("to").point());
            }
            case "arc" -> {
                component.only("kind", "weight", "label", "centre", "radius", "start", "sweep");
                Vec2 centre = component.member("centre").point();
                double radius = component.member("radius").positive();
                double start = component.member("start").number();
                double sweep = component.member("sweep").number();
                yield component.valid(() -> new ArcComponent(weight, label, centre, radius, start, sweep));
            }
            case "kernel-estimate" -> {
                component.only("kind", "weight", "label", "bandwidth", "points");
                yield new KernelEstimate(cloud(weight, label, component.member("points")),
                        component.member("bandwidth").positive());
            }
            default -> {
                component.only("kind", "weight", "label", "points");
                yield cloud(weight, label, component.member("points"));
            }
        };
    }

    private static List<List<Double>> encode(PointCloud cloud) {
        return IntStream.range(0, cloud.size()).mapToObj(i -> encode(cloud.point(i))).toList();
    }

    private static PointCloud cloud(double weight, int label, Place points) {
        List<Vec2> read = points.items(Place::point);
        return points.valid(() -> PointCloud.of(weight, label, read));
    }

    private static SymMat2 covariance(Place place) {
        String form = "a symmetric matrix [[xx, xy], [xy, yy]]";
        List<List<Double>> rows = place.pair(form, row -> row.pair("a row of two numbers", Place::number));
        double xx = rows.get(0).get(0);
        double xy = rows.get(0).get(1);
        double yx = rows.get(1).get(0);
        double yy = rows.get(1).get(1);
        if (!(Math.abs(xy - yx) <= SYMMETRIC * Math.max(Math.abs(xx), Math.abs(yy)))) {
            throw place.expected(form);
        }
        SymMat2 covariance = new SymMat2(xx, xy == yx ? xy : 0.5 * (xy + yx), yy);
        if (!covariance.isPositiveDefinite()) {
            throw place.expected("positive definite");
        }
        if (!GaussianComponent.isThickEnough(covariance)) {
            throw place.expected("no thinner than 1 : 10,000,000");
        }
        return covariance;
    }

    private static Vec2 halfSize(Place place) {
        Vec2 halfSize = place.point();
        if (!(halfSize.x() > 0 && halfSize.y() > 0)) {
            throw place.expected("two positive numbers");
        }
        return halfSize;
    }

    /// In the order of use: the start, then step by step.
    private static List<Map<String, Object>> encodeNoise(Map<Use, Vec2> recorded) {
        return recorded.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(NoiseTable.ORDER))
                .map(draw -> {
                    Map<String, Object> object = object();
                    if (draw.getKey().step() != NoiseSource.START) {
                        object.put("step", draw.getKey().step() + 1);
                    }
                    if (draw.getKey().draw() != NoiseSource.CHOSEN) {
                        object.put("draw", draw.getKey().draw());
                    }
                    object.put("value", encode(draw.getValue()));
                    return object;
                })
                .toList();
    }

    private static Map<Use, Vec2> recorded(Place scene) {
        Map<Use, Vec2> recorded = new HashMap<>();
        if (scene.has("noise")) {
            for (Place draw : scene.member("noise").items(place -> place.only("step", "draw", "value"))) {
                int step = draw.has("step") ? step(draw.member("step")) : NoiseSource.START;
                int number = draw.has("draw") ? draw.member("draw").integer() : NoiseSource.CHOSEN;
                if (recorded.put(new Use(0, step, number), draw.member("value").point()) != null) {
                    throw draw.expected("a draw that was not there before");
                }
            }
        }
        return recorded;
    }

    private static Map<String, Object> encode(Placement placement) {
        Map<String, Object> object = object();
        object.put("step", placement.step() + 1);
        object.put("at", encode(placement.at()));
        return object;
    }

    /// The index of a step from the number by which people know it: 1 for the noisiest.
    private static int step(Place number) {
        return (int) number.number(Parameters.TOLD_STEP) - 1;
    }

    private static @Nullable Placement placement(Place scene) {
        if (!scene.has("placement")) {
            return null;
        }
        Place placement = scene.member("placement").only("step", "at");
        return new Placement(step(placement.member("step")),
                placement.member("at").point());
    }

    private static Map<String, Object> encode(Camera camera) {
        Map<String, Object> object = object();
        object.put("centre", encode(camera.centre()));
        object.put("width", camera.width());
        return object;
    }

    private static Camera camera(Place camera) {
        camera.only("centre", "width");
        return new Camera(camera.member("centre").point(), camera.member("width").number());
    }

    private static List<Double> encode(Vec2 point) {
        return List.of(point.x(), point.y());
    }

    /// An object whose members are written in the order in which they are put.
    private static Map<String, Object> object() {
        return new LinkedHashMap<>();
    }
}
