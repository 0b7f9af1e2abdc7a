package scorescape;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What `jpackage/Package.java` asks of jpackage on each system, also on those where this test does not run.
///
/// The options are those of the manual page of jpackage in JDK 25.
class PackageTest {

    private static final Set<String> ANYWHERE = Set.of("--type", "--app-version", "--copyright", "--description",
            "--icon", "--name", "--dest", "--vendor", "--add-modules", "--module-path", "--jlink-options", "--input",
            "--add-launcher", "--java-options", "--main-class", "--main-jar", "--app-image", "--file-associations",
            "--license-file", "--resource-dir");
    private static final Map<String, Set<String>> ONLY = Map.of(
            "LINUX",
            Set.of("--linux-package-name", "--linux-shortcut", "--linux-app-category", "--linux-deb-maintainer",
                    "--linux-rpm-license-type"),
            "WINDOWS",
            Set.of("--win-menu", "--win-menu-group", "--win-shortcut", "--win-shortcut-prompt", "--win-dir-chooser",
                    "--win-upgrade-uuid"),
            "MAC", Set.of("--mac-package-identifier", "--mac-app-category"));

    /// Options without a value.
    private static final Set<String> SWITCHES =
            Set.of("--linux-shortcut", "--win-menu", "--win-shortcut", "--win-shortcut-prompt", "--win-dir-chooser");

    /// Options whose value is a file of the project.
    private static final Set<String> FILES =
            Set.of("--icon", "--add-launcher", "--file-associations", "--license-file", "--resource-dir");

    private static final Set<String> KEYS_OF_LAUNCHERS = Set.of("module", "main-jar", "main-class", "description",
            "arguments", "java-options", "app-version", "icon", "launcher-as-service", "win-console", "win-shortcut",
            "win-menu", "linux-app-category", "linux-shortcut");
    private static final Set<String> KEYS_OF_ASSOCIATIONS = Set.of("extension", "mime-type", "icon", "description");

    @TempDir
    static Path folder;

    // Set before all tests.
    @SuppressWarnings("NullAway.Init")
    private static Class<?> script;

    @BeforeAll
    static void compile() throws IOException, ReflectiveOperationException {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "jpackage/Package.java");
        assertEquals(0, status);
        // Left open: the class loads others later.
        script = new URLClassLoader(new URL[]{folder.toUri().toURL()}).loadClass("Package");
    }

    @ParameterizedTest
    @CsvSource({"LINUX,deb", "LINUX,rpm", "WINDOWS,msi", "MAC,dmg", "MAC,pkg"})
    void jpackageKnowsWhatItIsAskedFor(String platform, String type) throws ReflectiveOperationException {
        for (List<String> options : List.of(image(platform), installer(platform, type))) {
            for (int i = 0; i < options.size(); i++) {
                String option = options.get(i);
                assertTrue(ANYWHERE.contains(option) || ONLY.getOrDefault(platform, Set.of()).contains(option), option);
                if (!SWITCHES.contains(option)) {
                    i++;
                    if (FILES.contains(option)) {
                        assertTrue(Files.exists(Path.of(options.get(i).replaceFirst("^.*=", ""))), options.get(i));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LINUX,deb", "LINUX,rpm", "WINDOWS,msi", "MAC,dmg", "MAC,pkg"})
    void everyInstallerBringsLicenceAndFileType(String platform, String type) throws ReflectiveOperationException {
        List<String> options = installer(platform, type);

        assertEquals("LICENSE", options.get(options.indexOf("--license-file") + 1));
        assertEquals("jpackage/scene.properties", options.get(options.indexOf("--file-associations") + 1));
    }

    /// macOS refuses a version that begins with 0.
    @Test
    void theVersionOfAMacApplicationBeginsWithAPositiveNumber() throws ReflectiveOperationException {
        List<String> options = image("MAC");

        assertEquals("1.1.0", options.get(options.indexOf("--app-version") + 1));
        assertEquals("0.1.0", image("WINDOWS").get(image("WINDOWS").indexOf("--app-version") + 1));
    }

    @Test
    void launcherAndFileTypeSayOnlyWhatJpackageReads() throws IOException {
        assertTrue(KEYS_OF_LAUNCHERS.containsAll(keys("jpackage/scorescape-cli.properties")));
        assertTrue(KEYS_OF_ASSOCIATIONS.containsAll(keys("jpackage/scene.properties")));
    }

    /// Names of the application, of its launchers and of the package: jpackage takes a file of no other name.
    @Test
    void bothLaunchersHaveTheirMenuEntry() {
        for (String name : List.of("Scorescape", "scorescape-cli")) {
            assertTrue(Files.exists(Path.of("jpackage/linux", name + ".desktop")), name);
        }
    }

    @Test
    void theIconForWindowsHasAllSizes() throws IOException {
        ByteBuffer icon = ByteBuffer.wrap(Files.readAllBytes(Path.of("jpackage/icons/scorescape.ico")))
                .order(ByteOrder.LITTLE_ENDIAN);
        Set<Integer> sizes = new TreeSet<>();
        for (int i = 0; i < icon.getShort(4); i++) {
            int size = icon.get(6 + 16 * i) & 0xFF;
            sizes.add(size == 0 ? 256 : size);
        }
        assertEquals(Set.of(16, 32, 48, 64, 128, 256), sizes);
    }

    @Test
    void theIconForMacHasAllSizes() throws IOException {
        Set<String> types = new HashSet<>();
        try (InputStream file = Files.newInputStream(Path.of("jpackage/icons/scorescape.icns"));
                var icon = new DataInputStream(file)) {
            assertEquals("icns", type(icon));
            int left = icon.readInt() - 8;
            while (left > 0) {
                types.add(type(icon));
                int length = icon.readInt();
                icon.skipNBytes(length - 8L);
                left -= length;
            }
        }
        assertEquals(Set.of("icp4", "icp5", "icp6", "ic07", "ic08", "ic09", "ic10"), types);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 128, 256, 512})
    void theWindowHasAnIconOfEachSize(int size) throws IOException {
        ByteBuffer png = ByteBuffer.wrap(Files.readAllBytes(Path.of("assets/icons/scorescape-" + size + ".png")));

        // Width and height stand in the first chunk.
        assertEquals(size, png.getInt(16));
        assertEquals(size, png.getInt(20));
    }

    private static String type(DataInputStream icon) throws IOException {
        return new String(icon.readNBytes(4), StandardCharsets.US_ASCII);
    }

    private static Set<String> keys(String file) throws IOException {
        var properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }

    private static List<String> image(String platform) throws ReflectiveOperationException {
        return options("imageOptions", platform, "0.1.0", folder, folder, folder);
    }

    private static List<String> installer(String platform, String type) throws ReflectiveOperationException {
        return options("installerOptions", platform, type, "0.1.0", folder, folder);
    }

    private static List<String> options(String method, String platform, Object... rest)
            throws ReflectiveOperationException {
        Class<?> platforms = Class.forName("Package$Platform", true, script.getClassLoader());
        List<Object> arguments = new ArrayList<>(List.of(rest));
        arguments.addFirst(Stream.of(platforms.getEnumConstants())
                .filter(p -> p.toString().equals(platform))
                .findFirst()
                .orElseThrow());
        Method options =
                Stream.of(script.getDeclaredMethods()).filter(m -> m.getName().equals(method)).findFirst()
                        .orElseThrow();
        options.setAccessible(true);
        return ((List<?>) options.invoke(null, arguments.toArray())).stream().map(String.class::cast).toList();
    }
}
