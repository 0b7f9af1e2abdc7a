package scorescape.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import scorescape.Main;
import scorescape.OtherJvm;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.LangevinSampler;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The commands that say numbers.
class DataCommandsTest {

    private static final Document SCENE = Presets.defaultScene();

    /// The same step by step or in blocks, but for rounding that grows along a run.
    private static final double BLOCKS = 1e-9;

    @TempDir
    private Path folder;

    private final InputStream standardInput = System.in;

    private record Outcome(int exit, String out, String err) {}

    @AfterEach
    void standardInputIsBack() {
        System.setIn(standardInput);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,0.5", "x,y,t\n# a remark\n\n1;2;0.5", "{\"x\": [1, 2], \"t\": 0.5}", "1 2\t0.5\r\n",
        "\uFEFFx,y,t\r\n1,2,0.5\r\n"})
    void whatIsSaidOfAPointIsWhatTheEngineKnows(String line) {
        NoiseLevel level = SCENE.schedule().at(0.5);
        Vec2 x = new Vec2(1, 2);
        NoisedDistribution law = SCENE.data().noised(level);
        PointEstimate given = law.given(1).at(x);

        Outcome outcome = run(line, "evaluate", "default", "--gamma", "2.5");

        assertEquals("", outcome.err());
        JsonNode said = JsonMapper.shared().readTree(outcome.out());
        assertEquals(law.at(x).logDensity(), said.get("logDensity").asDouble());
        assertEquals(law.at(x).score(), vector(said.get("score")));
        assertEquals(given.denoised(), vector(said.get("given").get("1").get("denoised")));
        assertEquals(law.logPosterior(1, x), said.get("given").get("1").get("logPosterior").asDouble());
        assertEquals(law.at(x).score().lerp(given.score(), 2.5),
                vector(said.get("given").get("1").get("cfg").get("2.5").get("score")));
    }

    /// Each point has a noise level of its own. What is kept of one takes some kilobytes, which is several heaps for all.
    @Test
    void aStreamOfAnyLengthTakesBoundedMemory() throws IOException, InterruptedException {
        int count = 20_000;
        Path points = folder.resolve("points.csv");
        Path values = folder.resolve("values.csv");
        Files.write(points, IntStream.range(0, count).mapToObj(i -> "1,0.5," + (i + 0.5) / count).toList());
        Process program = OtherJvm.of(List.of("-Xmx32m", "-XX:+UseSerialGC"), Main.class, "evaluate", "default",
                "--points", points.toString(), "--out", values.toString())
                .redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), UTF_8);

        assertEquals(0, program.waitFor(), said);
        try (Stream<String> rows = Files.lines(values)) {
            assertEquals(count, rows.filter(row -> row.startsWith("1")).count());
        }
    }

    /// The rule of the scene is guidance of class B with γ = 3.
    @Test
    void theRuleOfTheSceneIsAsked() {
        JsonNode said = JsonMapper.shared().readTree(run("0.3,-1,0.4", "evaluate", "default").out());

        JsonNode formula = said.get("given").get("1").get("cfg").get("3");
        for (String name : List.of("score", "denoised")) {
            Vec2 rule = vector(said.get("guided").get(name));
            assertTrue(rule.distance(vector(formula.get(name))) <= 1e-12 * rule.norm(), name);
        }
    }

    @Test
    void aNoiseLevelMayStandInPlaceOfATime() {
        JsonNode line = JsonMapper.shared().readTree(run("1,2,0.8,0.6", "evaluate", "default").out());

        assertEquals(SCENE.data().noised(new NoiseLevel(0.8, 0.6)).at(new Vec2(1, 2)).denoised(),
                vector(line.get("denoised")));
        assertTrue(line.get("t").isNull());
        assertTrue(line.get("velocity").isNull());
    }

    /// Far out, where the camera of a scene never is.
    @ParameterizedTest
    @ValueSource(strings = {"3e9,-1e12,1,1e6", "{\"x\": [3e9, -1e12], \"alpha\": 1, \"sigma\": 1e6}"})
    void aPointMayBeAnywhere(String line) {
        JsonNode said = JsonMapper.shared().readTree(run(line, "evaluate", "default").out());

        Vec2 x = new Vec2(3e9, -1e12);
        assertEquals(x, vector(said.get("x")));
        assertEquals(SCENE.data().noised(new NoiseLevel(1, 1e6)).at(x).score(), vector(said.get("score")));
    }

    /// The fields `clean_at_x` and `universal` of the reference tables, at a point of one's own.
    @Test
    void aClassifierOfCleanDataIsAskedWhereDataHaveADensity() {
        JsonNode said = JsonMapper.shared().readTree(run("0,0,0.8,0.6", "evaluate", "two-bells").out());
        var law = Presets.named("two-bells").orElseThrow().data();
        NoisedDistribution clean = law.noised(NoiseLevel.CLEAN);
        PointEstimate at = law.noised(new NoiseLevel(0.8, 0.6)).at(Vec2.ZERO);

        JsonNode given = said.get("given").get("1");
        assertEquals(clean.posteriorGradient(1, Vec2.ZERO), vector(given.get("clean").get("gradient")));
        Vec2 gradient = clean.posteriorGradient(1, at.denoised());
        assertEquals(gradient, vector(given.get("universal").get("gradientAtPrediction")));
        assertEquals(0, vector(given.get("universal").get("gradient"))
                .distance(at.covariance().times(0.8 / 0.36).times(gradient)), 1e-12 * gradient.norm());
        assertFalse(run("0,0,0.5", "evaluate", "two-boxes").out().contains("universal"));
    }

    /// Data `N(m, v)` flow along straight lines of `(x − α m)/√S`, `S = α² v + σ²`, in every schedule.
    @Test
    void theFlowOfOneGaussianIsItsClosedForm() throws IOException {
        var bell = new GaussianComponent(1, 0, new Vec2(1, -2), SymMat2.scalar(0.25));
        Path file = folder.resolve("bell.json");
        SceneFiles.write(SCENE.withGuidance(new NoGuidance()).withData(new DataDistribution(List.of(bell))), file);

        List<JsonNode> rows = run("3,1,1,0\n", "flow", file.toString(), "--to-ratio", "2,0.5").out().lines()
                .map(line -> JsonMapper.shared().readTree(line)).toList();

        for (JsonNode row : rows) {
            double alpha = row.get("endAlpha").asDouble();
            double sigma = row.get("endSigma").asDouble();
            double s = Math.sqrt(alpha * alpha * 0.25 + sigma * sigma);
            Vec2 end = new Vec2(alpha * 1 + 4 * s, alpha * -2 + 6 * s);
            assertEquals(0, end.distance(vector(row.get("end"))), 1e-11);
            assertEquals(2 * Math.log(s / 0.5), row.get("growth").asDouble(), 1e-11);
        }
        assertEquals(2, rows.size());
    }

    @Test
    void theFlowAndBackIsWhereItBegan() {
        JsonNode there = JsonMapper.shared().readTree(run("0.5,-1.5,0.3", "flow", "default", "--to", "0.9").out());
        Vec2 far = vector(there.get("end"));
        JsonNode back = JsonMapper.shared().readTree(
                run(far.x() + "," + far.y() + ",0.9", "flow", "default", "--to", "0.3").out());

        assertEquals(0, vector(back.get("end")).distance(new Vec2(0.5, -1.5)), 1e-9);
        assertEquals(0, there.get("growth").asDouble() + back.get("growth").asDouble(), 1e-9);
        assertTrue(there.has("logDensity") && back.get("logDensity").isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2,0 | two-boxes --to 1     | line 1: clean data without a density, as of points and boxes, have no flow: give the point some noise
            1,2   | default --to 2       | --to must be from 0 to 1, but is 2.0
            1,2   | default --to-ratio -1 | --to-ratio: each must be from 0 to 1000000000000, but one is -1.0
            """)
    void flowsThatCannotBeFollowedAreExplained(String line, String arguments, String sentence) {
        String[] all = Stream.concat(Stream.of("flow"), Stream.of(arguments.split(" "))).toArray(String[]::new);

        assertEquals(new Outcome(Cli.BAD_INPUT, "", sentence + System.lineSeparator()), run(line, all));
    }

    /// On pure noise, where drift and diffusion are infinite, it is `x − x̂₀` with the mean of the data.
    @ParameterizedTest
    @ValueSource(strings = {"0.5,-2,1", "0.5,-2,0,1"})
    void theStraightFlowHasAVelocityAtPureNoise(String line) throws IOException {
        Document straight = SCENE.withSampling(SCENE.sampling().withSchedule(new FlowSchedule()));
        Path file = folder.resolve("flow.json");
        SceneFiles.write(straight, file);

        JsonNode said = JsonMapper.shared().readTree(run(line, "evaluate", file.toString()).out());

        Vec2 expected = new Vec2(0.5, -2).minus(vector(said.get("denoised")));
        assertEquals(0, vector(said.get("velocity")).distance(expected), 1e-14);
    }

    @Test
    void allFormatsSayTheSame() {
        String points = "0,0\n1,1,0.5\n-2,1,1\n";
        List<JsonNode> lines =
                run(points, "evaluate", "two-boxes").out().lines().map(l -> JsonMapper.shared().readTree(l)).toList();
        JsonNode whole = JsonMapper.shared().readTree(run(points, "evaluate", "two-boxes", "--format", "json").out());
        List<String> csv = run(points, "evaluate", "two-boxes", "--format", "csv").out().lines()
                .filter(line -> !line.startsWith("#")).toList();

        assertEquals(whole.get("points").valueStream().toList(), lines);
        assertEquals(3 + 1, csv.size());
        List<String> names = List.of(csv.getFirst().split(",", -1));
        assertEquals(names.size(), Set.copyOf(names).size());
        for (int i = 0; i < 3; i++) {
            String[] values = csv.get(i + 1).split(",", -1);
            assertEquals(names.size(), values.length);
            assertEquals(lines.get(i).get("denoised").get(1).asDouble(),
                    Double.parseDouble(values[names.indexOf("denoised.y")]));
        }
        assertTrue(whole.get("program").asString().startsWith("Scorescape "));
        assertTrue(whole.get("units").has("given.0.score"));
    }

    @Test
    void aGridGoesThroughWhatTheCameraSees() {
        List<JsonNode> cells = run("", "evaluate", "default", "--grid", "4x2", "--t", "0.5").out().lines()
                .map(line -> JsonMapper.shared().readTree(line)).toList();

        assertEquals(8, cells.size());
        var seen = SCENE.camera().bounds();
        assertEquals(new Vec2(seen.minX() + seen.width() / 8, seen.maxY() - seen.height() / 4),
                vector(cells.getFirst().get("x")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1            | line 1: must be x,y or x,y,t or x,y,alpha,sigma, or an object such as {"x": [1, 2], "t": 0.5}
            1,2,3        | line 1: time must be in [0, 1]: 3.0
            1,NaN        | line 1: the point must be finite
            1,2,2,0      | line 1: alpha must be in [0, 1]: 2.0
            {"x": 1}     | line 1: x: must be a pair of numbers [x, y], but is 1
            {"x": [1,2], "t": 0.1, "alpha": 1} | line 1: must have t, or alpha and sigma, or neither
            """)
    void linesThatAreNoPointsAreExplained(String line, String sentence) {
        assertEquals(new Outcome(Cli.BAD_INPUT, "", sentence + System.lineSeparator()),
                run(line, "evaluate", "default"));
    }

    @Test
    void aLineWithoutAnEndIsRefusedWithoutBeingKept() {
        Outcome outcome = run("1".repeat(200_000), "evaluate", "default");

        assertEquals("line 1: must be at most 10000 characters long", outcome.err().strip());
    }

    @Test
    void nothingIsWrittenWhenALineIsBad() throws IOException {
        Path file = folder.resolve("points.json");

        Outcome outcome = run("1,2\n1,2,3\n", "evaluate", "default", "--out", file.toString());

        assertTrue(outcome.err().startsWith("line 2: "), outcome.err());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe,0,''", "The pipe has been ended,0,''",
        "No space left on device,2,standard output: could not be written: No space left on device"})
    void aDiskThatIsFullIsToldAndNobodyReadingIsNot(String reason, int exit, String sentence) {
        var err = new StringWriter();
        var stream = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };

        assertEquals(exit, Cli.run(stream, new PrintWriter(err, true), "trace", "default"));
        assertEquals(sentence, err.toString().strip());
    }

    /// As after `| head`: what is read to the end would be millions of lines.
    @ParameterizedTest
    @ValueSource(strings = {"evaluate default --grid 10000x10000", "sample default --particles 100000000",
        "trace default"})
    void nothingMoreIsSaidWhenNobodyReads(String line) {
        var err = new StringWriter();
        var nobody = new PrintWriter(new OutputStreamWriter(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        }, StandardCharsets.UTF_8));

        assertEquals(0, Cli.run(nobody, new PrintWriter(err), line.split(" ")));
        assertEquals("", err.toString());
    }

    @Test
    void sampledParticlesAreThoseOfTheEngine() {
        var process = new DiffusionProcess(SCENE.data(), SCENE.levels());
        TrajectoryBundle bundle = TrajectoryBundle.run(new TrajectoryBundle.Request(process, SCENE.guidance(),
                SCENE.sampler(), SCENE.sampling().noise(), 300), () -> false);

        List<JsonNode> rows = run("", "sample", "default", "--particles", "300", "--format", "jsonl").out().lines()
                .map(line -> JsonMapper.shared().readTree(line)).toList();

        assertEquals(IntStream.range(0, 300).mapToObj(bundle::end).toList(),
                rows.stream().map(row -> vector(row.get("x"))).toList());
        assertTrue(rows.stream().allMatch(row -> row.get("label").asInt() == 1));
    }

    /// Also where a sampler keeps to a level of its own, whose noise is not that of the start.
    @Test
    void theFirstParticleIsTheRunThatIsTraced() throws IOException {
        Document langevin = SCENE.withSampling(SCENE.sampling()
                .withSampler(new LangevinSampler(0.01, new NoiseLevel(1, 0.3)))).withSteps(5);
        Path file = folder.resolve("langevin.json");
        SceneFiles.write(langevin, file);

        List<Vec2> sampled = rows("sample", file.toString(), "--particles", "1", "--on-the-way", "--format", "jsonl")
                .stream().map(row -> vector(row.get("x"))).toList();
        List<Vec2> traced = rows("trace", file.toString(), "--format", "jsonl").stream()
                .map(row -> vector(row.get("x"))).toList();

        assertEquals(5 + 1, sampled.size());
        for (int i = 0; i < 5; i++) {
            assertEquals(0, traced.get(i).distance(sampled.get(i)), BLOCKS);
        }
    }

    private static List<JsonNode> rows(String... arguments) {
        return run("", arguments).out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    /// More than are kept at once: later ones are run by themselves.
    @Test
    void particlesBeyondAPartAreTheSameAsInOne() throws IOException {
        Document longRun = SCENE.withSteps(3000);
        Path file = folder.resolve("scene.json");
        SceneFiles.write(longRun, file);

        List<JsonNode> rows =
                run("", "sample", file.toString(), "--particles", "670", "--format", "jsonl").out().lines()
                        .map(line -> JsonMapper.shared().readTree(line)).toList();
        var process = new DiffusionProcess(longRun.data(), longRun.levels());
        TrajectoryBundle bundle = TrajectoryBundle.run(new TrajectoryBundle.Request(process, longRun.guidance(),
                longRun.sampler(), longRun.sampling().noise(), 670), () -> false);

        Vec2 last = vector(rows.get(669).get("x"));
        assertEquals(0, last.distance(bundle.end(669)), BLOCKS);
    }

    @Test
    void statesOnTheWayAreThoseOfEveryStep() {
        List<String> lines = run("", "sample", "default", "--particles", "2", "--on-the-way", "--format", "csv").out()
                .lines().filter(line -> !line.startsWith("#")).toList();

        assertEquals(1 + 2 * (SCENE.steps() + 1), lines.size());
        assertTrue(lines.get(1 + SCENE.steps()).startsWith("0," + SCENE.steps() + ",1,0,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000001"})
    void impossiblePopulationsAreExplained(String particles) {
        assertEquals("--particles must be from 1 to 1000000000, but is " + particles,
                run("", "sample", "default", "--particles", particles).err().strip());
    }

    @Test
    void infoSaysWhatASceneIsAbout() {
        Outcome outcome = run("", "info", "default", "--json");

        JsonNode about = JsonMapper.shared().readTree(outcome.out());
        assertEquals(SCENE.title(), about.get("title").asString());
        assertEquals("5 gaussian, 1 rectangle", about.get("components").asString());
        assertEquals("classifier-free (label 1, scale 3.0)", about.get("guidance").asString());
        assertTrue(run("", "info").out().contains("ffmpeg"));
        assertEquals(Cli.BAD_INPUT, run("", "info", "nowhere.json").exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionKnowsEveryCommandAndOption(String shell) {
        String script = run("", "completion", shell).out();

        for (CommandLine command : Cli.line().getSubcommands().values()) {
            assertTrue(script.contains(command.getCommandName()), command.getCommandName());
            for (String option : command.getCommandSpec().optionsMap().keySet().stream().map(
                    name -> name.replaceFirst("^--?", "")).collect(Collectors.toSet())) {
                assertTrue(script.contains(option), command.getCommandName() + " " + option);
            }
        }
        assertTrue(script.contains("paper-boxes"));
        for (String word : List.of("projector", "opaque", "jsonl", "faithful", "commitment")) {
            assertTrue(script.contains(word), word);
            assertFalse(script.contains(word.toUpperCase(Locale.ROOT)), word);
        }
    }

    private static Vec2 vector(JsonNode array) {
        return new Vec2(array.get(0).asDouble(), array.get(1).asDouble());
    }

    private static Outcome run(String in, String... arguments) {
        System.setIn(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)));
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Cli.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }
}
