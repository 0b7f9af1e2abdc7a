package scorescape.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import scorescape.Cases;
import scorescape.Damage;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Random command lines from the commands' own options, with values that nobody should give.
class HostileArgumentsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    /// No scene can be read from any of these.
    private static final List<String> VALUES =
            List.of("", " ", "-1", "0", "NaN", "1e999", "-Infinity", "1e-320", "é😀", "\u0000",
                    "-", "--", "@x", "0x0", "999999999x999999999", "1x", "x1", "12/amplify", "0/none", "1,2,", ",",
                    "..", "/", "a=b",
                    "${x}", "%s%n", "9".repeat(400), "\n", "$(id)", "*", "not-there.json");

    @TempDir
    private Path folder;

    private final InputStream standardInput = System.in;

    @BeforeEach
    void nothingComesIn() {
        System.setIn(InputStream.nullInputStream());
    }

    @AfterEach
    void standardInputIsBack() {
        System.setIn(standardInput);
    }

    @Test
    void everyLineIsAnsweredOrRefusedInASentence() throws IOException {
        CommandLine cli = Cli.line();
        Path scene = folder.resolve("scene.json");
        Files.writeString(scene, SceneFiles.text(Presets.defaultScene()).replace("\"format\"", "\"formal\""));
        for (int seed = 0; seed < Damage.CASES; seed++) {
            List<String> arguments = arguments(cli, scene, Cases.random(seed));
            var out = new StringWriter();
            var err = new StringWriter();
            int exit = assertTimeout(SOON, () -> Cli.run(new PrintWriter(out), new PrintWriter(err),
                    arguments.toArray(String[]::new)), arguments::toString);

            assertTrue(exit == Cli.BAD_INPUT ? !err.toString().isBlank() : exit == 0 && err.toString().isEmpty(),
                    () -> exit + " from " + arguments + ": " + err);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(scene), files.toList());
        }
    }

    private List<String> arguments(CommandLine cli, Path scene, RandomGenerator random) {
        List<String> commands = cli.getSubcommands().keySet().stream().filter(name -> !name.equals("bench")).toList();
        String command = any(commands, random);
        List<String> options = Objects.requireNonNull(cli.getSubcommands().get(command)).getCommandSpec().optionsMap()
                .keySet().stream().toList();
        List<String> arguments = new ArrayList<>(List.of(command));
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            arguments.add(switch (random.nextInt(5)) {
                case 0 -> any(VALUES, random);
                case 1 -> scene.toString();
                case 2 -> any(options, random) + "=" + any(VALUES, random);
                default -> any(options, random);
            });
        }
        return arguments;
    }

    private static String any(List<String> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
