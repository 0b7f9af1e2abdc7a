package scorescape.diffusion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Types the page about the engine as a library into JShell.
class LibraryPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/library.md");
    private static final String ANSWER = "// ";

    /// What the tool `jshell` imports by itself, as far as the page uses it.
    private static final List<String> IMPORTS = List.of("import java.util.*;", "import java.util.stream.*;");

    @Test
    void everyAnswerIsTheOneOnThePage() throws IOException {
        Matcher blocks = Pattern.compile("(?s)```java\n(.*?)```").matcher(Files.readString(PAGE));
        int answers = 0;
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            IMPORTS.forEach(shell::eval);
            while (blocks.find()) {
                String value = "";
                for (String line : blocks.group(1).lines().toList()) {
                    if (line.startsWith(ANSWER)) {
                        assertEquals(line.substring(ANSWER.length()), value);
                        answers++;
                    } else {
                        value = value(shell, line);
                    }
                }
            }
        }
        assertTrue(answers > 5, "answers " + answers);
    }

    private static String value(JShell shell, String line) {
        List<SnippetEvent> events = shell.eval(line);
        SnippetEvent event = events.getLast();
        assertEquals(Status.VALID, event.status(), () -> line + ": " + shell.diagnostics(event.snippet()).toList());
        assertEquals(null, event.exception(), line);
        return String.valueOf(event.value());
    }
}
