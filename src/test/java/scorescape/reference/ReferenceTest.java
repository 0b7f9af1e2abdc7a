package scorescape.reference;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Every file of reference numbers in a folder: those of the test resources, or of `-Dreference.dir=FOLDER`.
class ReferenceTest {

    private static final List<FileFormat> FORMATS = List.of(new TableFormat(), new SamplerFormat(),
            new LangevinFormat(), new FlowFormat(), new LikelihoodFormat(), new GuidanceLawFormat());

    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<Path> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void engineAgreesWithTheFile(Path file) {
        JsonNode content = MAPPER.readTree(file);
        String name = content.path("format").asString("none");
        var format = FORMATS.stream().filter(f -> f.name().equals(name)).findFirst();
        assumeTrue(format.isPresent(), () -> file.getFileName() + ": unknown format " + name + ", not compared");

        var deviations = new Deviations();
        format.orElseThrow().check(content, deviations);

        String summary = "%s: %,d comparisons, at worst %s".formatted(file.getFileName(), deviations.comparisons(),
                deviations.worstPlace());
        System.out.println(summary);
        assertTrue(deviations.comparisons() > 0, summary);
        assertTrue(deviations.worst() <= 1, () -> summary + System.lineSeparator() + deviations.report());
    }

    private static Path folder() throws URISyntaxException {
        String chosen = System.getProperty("reference.dir", "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        URL copy = Objects.requireNonNull(ReferenceTest.class.getResource("/reference"));
        return Path.of(copy.toURI());
    }
}
