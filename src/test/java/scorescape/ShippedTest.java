package scorescape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The libraries on the class path, those of the tests apart: what the program is distributed with.
class ShippedTest {

    /// Where a jar has lain in a repository: folders of the artifact and its version.
    private static final Pattern JAR = Pattern.compile("/([^/]+)/([^/]+)/\\1-\\2[^/]*\\.jar");

    /// What only tests use, by artifact or by the beginning of its name. Whatever else comes to the class path is shipped.
    private static final Pattern FOR_TESTS =
            Pattern.compile("(junit-|testfx-|jmh-|archunit|slf4j-|org\\.osgi|hamcrest|org\\.jacoco"
                    + "|maven-|surefire|common-|jackson-(databind|annotations)).*|assertj-core|byte-buddy|opentest4j"
                    + "|apiguardian-api|jopt-simple");

    /// A row of the table on the page: artifact, version.
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^ |]+) \\|");

    @Test
    void eachLibraryIsNamedInTheNotice() throws IOException {
        String notice = Files.readString(Path.of("NOTICE"));
        Set<String> missing = new TreeSet<>();
        for (String artifact : libraries().keySet()) {
            if (!Pattern.compile("(?<![\\w-])" + artifact + "(?![\\w-])").matcher(notice).find()) {
                missing.add(artifact);
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void thePageOfLibrariesHasTheirVersions() throws IOException {
        Map<String, String> told = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("src/site/markdown/dependencies.md")));
        while (row.find()) {
            told.put(row.group(1), row.group(2));
        }
        assertEquals(libraries(), told);
    }

    private static Map<String, String> libraries() {
        Map<String, String> libraries = new TreeMap<>();
        Matcher jar = JAR.matcher(System.getProperty("java.class.path").replace('\\', '/'));
        while (jar.find()) {
            if (!FOR_TESTS.matcher(jar.group(1)).matches()) {
                libraries.putIfAbsent(jar.group(1), jar.group(2));
            }
        }
        assertTrue(libraries.containsKey("picocli"), libraries::toString);
        return libraries;
    }
}
