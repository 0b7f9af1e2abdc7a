package scorescape.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.SubStep;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.figure.FrameComputer;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TraceExportTest {

    private static final Document SCENE = Presets.defaultScene().withSteps(6);
    private static final Document PLAIN = SCENE.withGuidance(new NoGuidance());

    @TempDir
    private Path folder;

    @Test
    void jsonHasEveryVectorOfEveryStepToTheLastDigit() {
        JsonNode trace = JsonMapper.shared().readTree(text(SCENE, DataFormat.JSON));
        List<Step> steps = new FrameComputer().trajectory(SCENE).steps();

        assertEquals(SCENE.seed(), trace.get("seed").asLong());
        assertEquals(6, trace.get("steps").size());
        for (Step step : steps) {
            JsonNode said = trace.get("steps").get(step.index());
            assertEquals(step.index() + 1, said.get("step").asInt());
            assertEquals(step.from().sigma(), said.get("sigma").asDouble());
            assertEquals(step.unconditional().logDensity(), said.get("logDensity").asDouble());
            assertEquals(step.x(), vector(said.get("x")));
            assertEquals(step.unconditional().denoised(), vector(said.get("denoised")));
            assertEquals(step.difference(), vector(said.get("difference")));
            assertEquals(step.next(), vector(said.get("next")));
        }
    }

    @Test
    void aTraceOfAModelThatErrsSaysSo() {
        Document turned = SCENE.withSampling(SCENE.sampling()
                .withModel(new ScoreModel.Rotated(ScoreModel.EXACT, Math.PI / 6)));

        JsonNode trace = JsonMapper.shared().readTree(text(turned, DataFormat.JSON));

        assertEquals("the model is turned by 30°", trace.get("remark").asString());
        assertTrue(text(turned, DataFormat.CSV).contains("\n# the model is turned by 30°\n"));
        Step step = new FrameComputer().trajectory(turned).steps().getFirst();
        assertEquals(step.unconditional().score(), vector(trace.get("steps").get(0).get("score")));
    }

    @Test
    void everyQuantityHasItsUnit() {
        JsonNode trace = JsonMapper.shared().readTree(text(SCENE, DataFormat.JSON));

        for (String name : trace.get("steps").get(0).propertyNames()) {
            assertTrue(name.equals("step") || trace.get("units").has(name), name);
        }
    }

    @Test
    void whatARunHasNotIsNull() {
        JsonNode trace = JsonMapper.shared().readTree(text(PLAIN, DataFormat.JSON));

        assertTrue(trace.get("steps").get(0).get("denoisedGivenClass").isNull());
        assertTrue(trace.get("steps").get(0).get("difference").isNull());
    }

    @Test
    void csvHasALineForEachStepUnderItsNames() {
        List<String> lines = text(PLAIN, DataFormat.CSV).lines().filter(line -> !line.startsWith("#")).toList();
        List<String> names = List.of(lines.getFirst().split(",", -1));
        Step third = new FrameComputer().trajectory(PLAIN).steps().get(2);
        List<String> values = List.of(lines.get(3).split(",", -1));

        assertEquals(7, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == names.size()));
        assertEquals("3", values.get(names.indexOf("step")));
        assertEquals(third.guided().y(), Double.parseDouble(values.get(names.indexOf("guided.y"))));
        assertEquals("", values.get(names.indexOf("denoisedGivenClass.x")));
    }

    @Test
    void csvSaysSeedAndUnitsFirst() {
        List<String> comments =
                text(SCENE, DataFormat.CSV).lines().takeWhile(line -> line.startsWith("#")).toList();

        assertEquals(List.of("# " + ProgramName.withVersion(), "# scene " + SCENE.title(), "# seed " + SCENE.seed()),
                comments.subList(0, 3));
        assertTrue(comments.contains("# score in 1 / data units"));
    }

    @Test
    void theFileIsTheText() throws IOException {
        Path file = folder.resolve("run.csv");

        TextExport.write(file, out -> TraceExport.write(SCENE, DataFormat.CSV, out));

        assertEquals(text(SCENE, DataFormat.CSV), Files.readString(file));
    }

    @Test
    void linesOfJsonAreTheRowsAlone() {
        List<JsonNode> rows =
                text(SCENE, DataFormat.JSONL).lines().map(line -> JsonMapper.shared().readTree(line)).toList();

        JsonNode whole = JsonMapper.shared().readTree(text(SCENE, DataFormat.JSON));
        assertEquals(whole.get("steps").valueStream().toList(), rows);
    }

    /// Heun's method asks twice in every step but the last.
    @Test
    void movesAreARowForEachTimeThatTheModelIsAsked() throws IOException {
        Document heun = SCENE.withSampling(SCENE.sampling().withSampler(new HeunSampler(FlowForm.EXPLODING)));
        var text = new StringWriter();
        TraceExport.writeMoves(heun, DataFormat.JSON, text);
        JsonNode moves = JsonMapper.shared().readTree(text.toString()).get("moves");
        List<Step> steps = new FrameComputer().trajectory(heun).steps();

        assertEquals(2 * 6 - 1, moves.size());
        SubStep second = steps.getFirst().subSteps().get(1);
        assertEquals(1, moves.get(1).get("step").asInt());
        assertEquals(2, moves.get(1).get("move").asInt());
        assertEquals(second.at().sigma(), moves.get(1).get("sigma").asDouble());
        assertEquals(second.x(), vector(moves.get(1).get("x")));
        assertEquals(second.guided(), vector(moves.get(1).get("guided")));
        assertEquals(steps.getFirst().next(), vector(moves.get(1).get("next")));
    }

    private static String text(Document document, DataFormat format) {
        var text = new StringWriter();
        try {
            TraceExport.write(document, format, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Vec2 vector(JsonNode array) {
        return new Vec2(array.get(0).asDouble(), array.get(1).asDouble());
    }
}
