package scorescape.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;
import scorescape.document.Document.DataClass;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SceneCodecTest {

    /// What `format-1.scorescape.json` holds: one of everything.
    private static final Document FORMAT_1 = new Document("One of everything",
            List.of(new DataClass(0, "left"), new DataClass(7, "right")),
            Stream.of(
                    new GaussianComponent(0.25, 0, new Vec2(-2, 0.5), new SymMat2(0.5, 0.125, 0.25)),
                    new RectangleComponent(1, 7, new Vec2(2, 0), new Vec2(0.75, 0.375), 0.1),
                    new PointComponent(0.5, 7, new Vec2(1, -1.5)),
                    PointCloud.of(2, 0,
                            List.of(new Vec2(-1, 1), new Vec2(-1.25, 1.0000000000000002), new Vec2(-0.0, 2))))
                    .map(DataItem::of).toList(),
            new Sampling(new CosineSchedule(), TimeGrid.LEADING, new DdpmSampler(Variance.LARGE), 50,
                    9007199254740991L),
            new ClassifierFreeGuidance(7, 2.5), new Placement(20, new Vec2(0.1, -0.2)), 20,
            new View(new Camera(new Vec2(0, 0.5), 12), Coordinates.STATE));

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void decodingWhatWasEncodedGivesAnEqualDocument(long seed) {
        Document document = Documents.random(Documents.random(seed));

        String text = SceneCodec.encode(document);

        assertEquals(document, SceneCodec.decode(text));
        assertEquals(text, SceneCodec.encode(SceneCodec.decode(text)));
    }

    @Test
    void theFileOfFormatOneIsReadForEver() throws IOException {
        assertEquals(FORMAT_1, SceneCodec.decode(formatOne()));
    }

    @Test
    void theTextIsStableAndMadeForPeople() throws IOException {
        assertEquals(formatOne().replace("\"format\": 1", "\"format\": 2"), SceneCodec.encode(FORMAT_1));
    }

    @Test
    void onlyWhatIsUnusualAboutTheLayersIsWritten() {
        Layers layers = Layers.DEFAULT.withShown(Layer.REGIONS, true).withOpacity(Layer.REGIONS, 0.5)
                .withShown(Layer.LEGEND, false)
                .withDensity(Layers.DEFAULT.density().withColours(Layers.ColourMap.VIRIDIS));

        assertEquals(Map.of("density", Map.of("colours", "viridis"), "regions", Map.of("shown", true, "opacity", 0.5),
                "legend", Map.of("shown", false)), LayersCodec.encode(layers));
    }

    @Test
    void theLargestSceneCanBeReadAgain() {
        Document large = Documents.twoGaussians()
                .withData(new DataDistribution(List.of(
                        PointCloud.of(1, 0,
                                Collections.nCopies(Document.MAX_POINTS, new Vec2(-1e-300 / 3, 2e6 / 3))))));

        String text = SceneCodec.encode(large);

        assertEquals(large, SceneCodec.decode(text));
        assertTrue(text.lines().allMatch(line -> line.length() <= 120));
    }

    /// Each case replaces a piece of a good scene.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format": 1 | "format": 7 | format: was written by a newer Scorescape (format 7; this one reads 2)
            "format": 1 | "format": 0 | format: must be the number of a format, from 1 to 2, but is 0
            "format": 1 | "format": "1" | format: must be a whole number from -2147483648 to 2147483647, but is "1"
            "format": 1, | `` | format: is missing
            "format": 1 | "format": 1, "format": 1 | format: must appear once, but appears again
            "format": 1 | "format": 1, "layers": {"densty": {}} | layers.densty: is not known here; known are density, regions, grid, flow, outlines, samples, score, difference, paths, particles, ends, mean, axis, run, posterior, vectors, thumbnails, axes, legend, equation, caption, status
            "format": 1 | "format": 1, "layers": {"grid": {"shown": 1}} | layers.grid.shown: must be true or false, but is 1
            "format": 1 | "format": 1, "layers": {"grid": {"opacity": 1.5}} | layers.grid.opacity: must be a number from 0 to 1, but is 1.5
            "format": 1 | "format": 1, "layers": {"grid": {"count": 1}} | layers.grid.count: is not known here; known are shown, opacity
            "format": 1 | "format": 1, "layers": {"density": {"law": "mine"}} | layers.density.law: must be one of "unconditional", "class", "tilted", but is "mine"
            "format": 1 | "format": 1, "layers": {"particles": {"count": 0}} | layers.particles.count: must be a whole number from 1 to 20000, but is 0
            "format": 1 | "format": 1, "study": {"show": "scene"} | study.show: is not known here; known are shown, scales, axis, tolerance
            "format": 1 | "format": 1, "study": {"shown": "all"} | study.shown: must be one of "scene", "projection", "samples", "sweep", "promised", "law", "commitment", "methods", "errors", "factors", "dimensions", but is "all"
            "format": 1 | "format": 1, "study": {"scales": []} | study.scales: must be from 1 to 8 guidance scales in rising order, but is []
            "format": 1 | "format": 1, "study": {"scales": [2, 1]} | study.scales: must be from 1 to 8 guidance scales in rising order, but is [2, 1]
            "format": 1 | "format": 1, "study": {"axis": [[1, 2], [1, 2]]} | study.axis: must be two points that are not the same, but is [[1, 2], [1, 2]]
            "format": 1 | "format": 1, "study": {"tolerance": -1} | study.tolerance: must be a number from 0 to 100, but is -1
            "format": 1 | "format": 1, "model": {"kind": "bad"} | model.kind: must be one of "exact", "blurred", "erring", "rotated", "biased", but is "bad"
            "format": 1 | "format": 1, "model": {"kind": "blurred", "blur": 0} | model.blur: must be a number from 1.0E-6 to 1000000, but is 0
            "format": 1 | "format": 1, "model": {"kind": "exact", "blur": 1} | model.blur: is not known here; known are kind
            "format": 1 | "format": 1, "model": {"kind": "erring", "size": -1} | model.size: must be a number from 0 to 10, but is -1
            "format": 1 | "format": 1, "model": {"kind": "rotated", "angle": 4} | model: angle must be from -π to π: 4.0
            "format": 1 | "format": 1, "model": {"kind": "biased", "bias": [1, 11]} | model.bias[1]: must be a number from -10 to 10, but is 11
            "format": 1 | "format": 1, "model": {"kind": "rotated", "angle": 1, "model": {}} | model.model.kind: is missing
            "width" | "widht" | camera.widht: is not known here; known are centre, width
            "steps": 50, | `` | steps: is missing
            "steps": 50 | "steps": 0 | steps: must be a whole number from 1 to 5000, but is 0
            "steps": 50 | "steps": 1.5 | steps: must be a whole number from 1 to 5000, but is 1.5
            "steps": 50 | "steps": NaN | steps: must be a whole number from 1 to 5000, but is NaN
            "steps": 50 | "steps": null | steps: must have a value, but is null
            "steps": 50 | "steps": [50] | steps: must be a whole number from 1 to 5000, but is [50]
            "steps": 50 | "steps": 1e999 | steps: must be a whole number from 1 to 5000, but is Infinity
            "toldStep": 21 | "toldStep": 51 | toldStep: must be a whole number from 1 to 50, but is 51
            "seed": 9007199254740991 | "seed": 9007199254740992 | seed: must be a whole number from 0 to 9007199254740991, but is 9007199254740992
            "seed": 9007199254740991 | "seed": 99999999999999999999 | seed: must be a whole number from 0 to 9007199254740991, but is 99999999999999999999
            "One of everything" | 5 | title: must be a text in quotation marks, but is 5
            "One of everything" | "a\\nb" | title: must be a line of at most 200 characters, but is "a\\nb"
            "name": "left" | "name": "" | classes[0].name: must be a line of 1 to 60 characters, but is ""
            "label": 7, "name" | "label": 0, "name" | classes[1].label: must be a label of its own, but is 0
            "label": 7, "name" | "label": 7.5, "name" | classes[1].label: must be a whole number from -2147483648 to 2147483647, but is 7.5
            "label": 7, "name" | "label": 8, "name" | data.components[1].label: must be the label of a class, but is 7
            "weight": 0.25 | "weight": -0.25 | data.components[0].weight: must be a positive number, but is -0.25
            "weight": 0.25 | "weight": Infinity | data.components[0].weight: must be a finite number, but is Infinity
            "weight": 0.25 | "weight": 1e13 | data.components[0].weight: must be a number within 1000000000000 of 0, but is 10000000000000
            "weight": 0.25 | "weight": "heavy" | data.components[0].weight: must be a finite number, but is "heavy"
            "gaussian" | "banana" | data.components[0].kind: must be one of "gaussian", "rectangle", "point", "cloud", "segment", "arc", "kernel-estimate", but is "banana"
            "kind": "gaussian", | `` | data.components[0].kind: is missing
            "mean" | "middle" | data.components[0].middle: is not known here; known are kind, weight, label, mean, covariance
            [-2, 0.5] | [-2, 0.5, 1] | data.components[0].mean: must be a pair of numbers [x, y], but is [-2, 0.5, 1]
            [-2, 0.5] | [-2, NaN] | data.components[0].mean[1]: must be a finite number, but is NaN
            [-2, 0.5] | [-2, 1e7] | data.components[0].mean[1]: must be a number within 1000000 of 0, but is 10000000
            [[0.5, 0.125], [0.125, 0.25]] | [[1, 2], [2, 1]] | data.components[0].covariance: must be positive definite, but is [[1, 2], [2, 1]]
            [[0.5, 0.125], [0.125, 0.25]] | [[1, 0], [0.1, 1]] | data.components[0].covariance: must be a symmetric matrix [[xx, xy], [xy, yy]], but is [[1, 0], [0.1, 1]]
            [[0.5, 0.125], [0.125, 0.25]] | [[1e-10, 0], [0, 1e5]] | data.components[0].covariance: must be no thinner than 1 : 10,000,000, but is [[1.0E-10, 0], [0, 100000]]
            [[0.5, 0.125], [0.125, 0.25]] | [1, 0, 0, 1] | data.components[0].covariance: must be a symmetric matrix [[xx, xy], [xy, yy]], but is [1, 0, 0, 1]
            [[0.5, 0.125], [0.125, 0.25]] | [[1e12, 0], [0, 1]] | data.components[0]: must be within 1000000 of the origin, but is [-2000002, -1.5]
            [0.75, 0.375] | [0.75, 0] | data.components[1].halfSize: must be two positive numbers, but is [0.75, 0]
            "angle": 0.1 | "angle": true | data.components[1].angle: must be a finite number, but is true
            [[-1, 1], | [[-1, 1], [1], | data.components[3].points[1]: must be a pair of numbers [x, y], but is [1]
            [[-1, 1], | [[-1, "x"], | data.components[3].points[0][1]: must be a finite number, but is "x"
            {"kind": "cosine"} | {"kind": "linear"} | schedule.kind: must be one of "cosine", "linear-beta", "variance-preserving", "variance-exploding", "flow", "drawn", but is "linear"
            {"kind": "cosine"} | "cosine" | schedule: must be an object in { }, but is "cosine"
            "variance": "large" | "variance": "huge" | sampler.variance: must be one of "small", "large", but is "huge"
            "ddpm", "variance": "large" | "ddim", "eta": 2.5 | sampler.eta: must be a number from 0 to 2, but is 2.5
            "scale": 2.5 | "scale": 101 | guidance.scale: must be a number from -20 to 100, but is 101
            "label": 7, "scale" | "label": 9, "scale" | guidance.label: must be the label of a component, but is 9
            "classifier-free" | "none" | guidance.label: is not known here; known are kind
            "step": 21 | "step": 51 | placement.step: must be a whole number from 1 to 50, but is 51
            "step": 21 | "step": 0 | placement.step: must be a whole number from 1 to 5000, but is 0
            "width": 12 | "width": 0 | camera.width: must be from 1.0E-6 to 4000000, but is 0
            "coordinates": "state" | "coordinates": "polar" | coordinates: must be one of "state", "rescaled", but is "polar"
            "format": 1, | "format" 1, | line 2, column 12: must be JSON, but is not
            """)
    void aMistakeIsToldWithItsPlace(String good, String bad, String sentence) throws IOException {
        String text = formatOne();
        assertTrue(text.contains(good), good);

        assertRefused(sentence, text.replace(good, Objects.requireNonNullElse(bad, "")));
    }

    /// As `json.dumps` writes numbers that were computed: whole ones with a point, and a turned matrix with its roundings.
    @Test
    void numbersOfOtherProgramsAreRead() throws IOException {
        String good = formatOne();
        String text = good.replace("\"format\": 1", "\"format\": 1.0")
                .replace("[[0.5, 0.125], [0.125, 0.25]]", "[[0.5, 0.125], [0.12500000000000003, 0.25]]");

        assertTrue(text.contains("0.12500000000000003"));
        Document read = SceneCodec.decode(text);
        var gaussian = (GaussianComponent) read.data().components().getFirst();
        assertEquals(0.125, gaussian.covariance().xy(), 1e-16);
        assertEquals(FORMAT_1.steps(), read.steps());
    }

    @Test
    void textThatIsNoSceneIsRefused() {
        assertRefused("line 1, column 1: must be JSON, but is empty", "");
        assertRefused("must be an object in { }, but is [1, 2]", "[1, 2]");
        assertRefused("must be an object in { }, but is \"scene\"", "\"scene\"");
        assertRefused("must have a value, but is null", "null");
        assertRefused("format: is missing", "{}");
        assertRefused("line 1, column 4: must end here, but goes on", "{} {}");
        assertRefused("line 1, column 15: must be JSON, but is not", "{\"format\": 1, ]");
        assertRefused("line 2, column 1: must be JSON, but is not", "{\"format\": 1,\n");
    }

    @Test
    void oversizedTextIsRefusedBeforeItFillsTheMemory() {
        String limits = ": is more than a scene may hold (1000000 values, nested at most 16 deep, texts of at most"
                + " 20000 characters)";

        for (String text : List.of("[".repeat(1_000_000), "\"" + "a".repeat(1_000_000) + "\"",
                "[" + "1,".repeat(20_000_000))) {
            String sentence = sentence(text);
            assertTrue(sentence.endsWith(limits), sentence);
        }
    }

    @Test
    void tooManyPointsAreRefused() throws IOException {
        String points = Collections.nCopies(Document.MAX_POINTS, "[0, 0]").stream().collect(Collectors.joining(", "));

        assertRefused("data.components[3].points: a cloud has from 1 to 100000 points, not 100003",
                formatOne().replace("[[-1, 1],", "[" + points + ", [-1, 1],"));
        assertRefused("data.components[3].points: a cloud has from 1 to 100000 points, not 0",
                formatOne().replaceFirst("\\[\\[-1, 1.*", "[]}"));
    }

    private static void assertRefused(String sentence, String text) {
        assertEquals(sentence, sentence(text));
    }

    private static String sentence(String text) {
        var thrown = assertThrows(IllegalArgumentException.class, () -> SceneCodec.decode(text));
        return String.valueOf(thrown.getMessage());
    }

    private static String formatOne() throws IOException {
        try (var in = Objects.requireNonNull(SceneCodecTest.class.getResourceAsStream("format-1.scorescape.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
