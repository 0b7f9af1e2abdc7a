package scorescape.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The page about the command line and the examples in the help, held against the commands.
class CommandLinePageTest {

    private static final String PAGE = read(Path.of("src/site/markdown/command-line.md"));

    /// The part of a line for a shell that calls the program.
    private static final Pattern CALL = Pattern.compile("(?:^|\\| )scorescape ([^|>]+)");

    @TempDir
    private static Path folder;

    private final InputStream standardInput = System.in;

    static Stream<String> examplesOnThePage() {
        return PAGE.lines().filter(line -> line.startsWith("    ")).map(String::strip);
    }

    static Stream<String> examplesInTheHelp() {
        return Stream.concat(Stream.of(Cli.line()), Cli.line().getSubcommands().values().stream())
                .flatMap(command -> Stream.of(command.getCommandSpec().usageMessage().footer()))
                .filter(line -> line.startsWith("  ") && line.contains("scorescape"))
                .map(line -> line.strip().replaceFirst(" {2,}\\(.*", ""))
                // Has a window and is answered before there is a command line.
                .filter(line -> !line.endsWith("bench --ui"));
    }

    @AfterEach
    void standardInputIsBack() {
        System.setIn(standardInput);
    }

    /// Films are small here and slow, so that the test is not.
    @ParameterizedTest
    @MethodSource("examplesOnThePage")
    void everyExampleOnThePageWorks(String line) throws IOException {
        Files.writeString(folder.resolve("guidance.gif"), SceneFiles.text(Presets.defaultScene()));
        List<String> arguments = arguments(line);
        if (arguments.contains("guidance.mp4") || arguments.contains("--help")) {
            // Only where there is ffmpeg; help is not for a test that reads what it says.
            Cli.line().parseArgs(arguments.toArray(String[]::new));
            return;
        }
        boolean film = arguments.getFirst().equals("render") && !arguments.contains("--at") && arguments.stream()
                .anyMatch(argument -> argument.matches(".*\\.(gif|apng)"));
        if (film) {
            replace(arguments, "--size", "64x64");
            replace(arguments, "--fps", "1");
            Document small = Presets.defaultScene().withSteps(13);
            SceneFiles.write(small, folder.resolve("small.json"));
            arguments.set(1, folder.resolve("small.json").toString());
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).matches("[\\w-]+\\.(gif|apng|png|svg|pdf|tex|json|csv)")) {
                arguments.set(i, folder.resolve(arguments.get(i)).toString());
            }
        }
        System.setIn(new ByteArrayInputStream("0,1,0.3\n".getBytes(StandardCharsets.UTF_8)));
        var out = new StringWriter();
        var err = new StringWriter();

        int exit = Cli.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));

        assertEquals(0, exit, () -> arguments + ": " + err);
        int file = arguments.indexOf("--out") + 1;
        assertTrue((file > 0 && !arguments.contains("--estimate"))
                ? Files.size(Path.of(arguments.get(file))) > 0
                : !out.toString().isEmpty(), line);
    }

    @ParameterizedTest
    @MethodSource("examplesInTheHelp")
    void everyExampleInTheHelpIsUnderstood(String line) {
        Cli.line().parseArgs(arguments(line).toArray(String[]::new));
    }

    @Test
    void everyCommandHasExamplesAndItsRow() {
        for (CommandLine command : Cli.line().getSubcommands().values()) {
            String name = command.getCommandName();
            assertTrue(PAGE.contains("| `" + name + "` |"), name);
            for (String line : command.getCommandSpec().usageMessage().footer()) {
                assertTrue(!line.startsWith("  scorescape") || command.getUsageMessage().contains(line), line);
            }
            assertTrue(examplesOnThePage().anyMatch(line -> line.contains("scorescape " + name)), name);
            assertTrue(examplesInTheHelp().anyMatch(line -> line.contains("scorescape " + name)), name);
        }
    }

    private static List<String> arguments(String line) {
        Matcher call = CALL.matcher(line);
        assertTrue(call.find(), line);
        return new ArrayList<>(List.of(call.group(1).strip().split(" +")));
    }

    private static void replace(List<String> arguments, String option, String value) {
        int at = arguments.indexOf(option);
        if (at < 0) {
            arguments.add(option);
            arguments.add(value);
        } else {
            arguments.set(at + 1, value);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
