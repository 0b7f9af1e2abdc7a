import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Packs the built program with a run-time of its own: an app image and the platform's installers.
///
/// Run by the build as `java Package.java LIBRARIES VERSION TARGET`, in the JDK that compiled the program, in the
/// project's folder. JavaFX goes into the run-time as modules; everything else stays on the class path, since some
/// libraries have no module descriptor. Then the image starts once, without a display, to train its AOT cache.
final class Package {

    private static final String NAME = "Scorescape";
    private static final String CACHE = "scorescape.aot";

    /// What the program and its libraries use of the JDK, as `jdeps --print-module-deps` tells.
    private static final String MODULES =
            "java.desktop,java.logging,java.management,java.prefs,java.xml,jdk.unsupported,javafx.controls";

    /// Options of every start. The cache holds only for the same garbage collector and class path.
    private static final List<String> JAVA_OPTIONS =
            List.of("--enable-native-access=javafx.graphics", "-XX:+UseSerialGC");

    private final Path libraries;
    private final String version;
    private final Path target;
    private final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private Package(Path libraries, String version, Path target) {
        this.libraries = libraries;
        this.version = version;
        this.target = target;
    }

    static void main(String[] args) throws IOException, InterruptedException {
        new Package(Path.of(args[0]), args[1], Path.of(args[2])).run();
    }

    private void run() throws IOException, InterruptedException {
        delete(target);
        Path classPath = Files.createDirectories(target.resolve("class-path"));
        Path modules = Files.createDirectories(target.resolve("modules"));
        for (Path jar : list(libraries)) {
            String name = jar.getFileName().toString();
            if (!name.startsWith("javafx-")) {
                Files.copy(jar, classPath.resolve(name));
            } else if (name.matches("javafx-.*-(linux|mac|win).*\\.jar")) {
                // The jars without a platform in their names are empty.
                Files.copy(jar, modules.resolve(name));
            }
        }
        for (String text : List.of("LICENSE", "NOTICE")) {
            Files.copy(Path.of(text), classPath.resolve(text));
        }
        Path image = image(classPath, modules);
        Path cache = train(image);
        tell("app image", image, size(image));
        tell("  of it the run-time", runtime(image), size(runtime(image)));
        tell("  of it the AOT cache", cache, size(cache));
        tell("  of it the program and its libraries", app(image), size(app(image)) - size(cache));
        for (String type : installers()) {
            installer(type, image);
        }
        delete(classPath);
        delete(modules);
    }

    private Path image(Path classPath, Path modules) throws IOException {
        List<String> options = new ArrayList<>(List.of("--type", "app-image", "--input", classPath.toString(), "--main-jar",
                "scorescape-" + version + ".jar", "--main-class", "scorescape.Main", "--module-path", modules.toString(),
                "--add-modules", MODULES, "--jlink-options",
                "--strip-debug --no-man-pages --no-header-files", "--add-launcher",
                "scorescape-cli=jpackage/scorescape-cli.properties"));
        for (String option : JAVA_OPTIONS) {
            options.addAll(List.of("--java-options", option));
        }
        // A start with a missing or outdated cache is slower, and says nothing of it.
        options.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + CACHE, "--java-options", "-Xlog:disable"));
        jpackage(options);
        try (Stream<Path> made = Files.list(target)) {
            return made.filter(p -> p.getFileName().toString().startsWith(NAME)).findFirst().orElseThrow();
        }
    }

    /// Opens the window without a display until its first picture is painted.
    private Path train(Path image) throws IOException, InterruptedException {
        Path cache = app(image).resolve(CACHE);
        List<String> command = new ArrayList<>();
        command.add(runtime(image).resolve("bin").resolve(isWindows() ? "java.exe" : "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Dscorescape.until=painted", "-cp", classPathOf(image), "scorescape.Main"));
        Path log = target.resolve("training.log");
        int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        if (exit != 0 || !Files.exists(cache)) {
            throw new IllegalStateException("the training run failed with status " + exit + "; see " + log);
        }
        Files.delete(log);
        return cache;
    }

    /// The class path that the launcher uses, in its order.
    private String classPathOf(Path image) throws IOException {
        List<String> entries = new ArrayList<>();
        try (BufferedReader config = Files.newBufferedReader(app(image).resolve(NAME + ".cfg"))) {
            for (String line : (Iterable<String>) config.lines()::iterator) {
                if (line.startsWith("app.classpath=")) {
                    entries.add(app(image).resolve(Path.of(line.replaceFirst("^.*[/\\\\]", ""))).toString());
                }
            }
        }
        return String.join(System.getProperty("path.separator"), entries);
    }

    private List<String> installers() {
        if (isWindows()) {
            return List.of("msi");
        }
        if (isMac()) {
            return List.of("dmg", "pkg");
        }
        List<String> types = new ArrayList<>();
        for (Map.Entry<String, String> entry : new TreeMap<>(Map.of("deb", "dpkg-deb", "rpm", "rpmbuild")).entrySet()) {
            if (isOnPath(entry.getValue())) {
                types.add(entry.getKey());
            } else {
                System.out.println("no " + entry.getKey() + ": " + entry.getValue() + " is not installed");
            }
        }
        return types;
    }

    private void installer(String type, Path image) throws IOException {
        List<String> options = new ArrayList<>(List.of("--type", type, "--app-image", image.toString(), "--license-file",
                "LICENSE", "--file-associations", "jpackage/scene.properties"));
        if (!isWindows() && !isMac()) {
            options.addAll(List.of("--resource-dir", "jpackage/linux"));
        }
        switch (type) {
            case "deb" -> options.addAll(List.of("--linux-package-name", "scorescape", "--linux-shortcut",
                    "--linux-app-category", "education",
                    "--linux-deb-maintainer", "noreply@scorescape.invalid", "--linux-package-deps",
                    "libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1"));
            case "rpm" -> options.addAll(List.of("--linux-package-name", "scorescape", "--linux-shortcut",
                    "--linux-app-category", "Education",
                    "--linux-rpm-license-type", "Apache-2.0", "--linux-package-deps",
                    "gtk3, libglvnd-glx, libXtst, libXxf86vm"));
            case "msi" -> options.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser",
                    "--win-upgrade-uuid", "7b0f2c1e-6f35-4f6c-9a0e-6d1f5a9c3b42"));
            case "pkg", "dmg" -> options.addAll(List.of("--mac-package-identifier", "scorescape", "--mac-app-category",
                    "public.app-category.education"));
            default -> throw new IllegalArgumentException(type);
        }
        jpackage(options);
        for (Path made : list(target)) {
            if (made.getFileName().toString().endsWith("." + type)) {
                tell(type, made, size(made));
            }
        }
    }

    private void jpackage(List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--name", NAME, "--app-version", version, "--vendor", NAME, "--copyright",
                "Apache License, Version 2.0", "--description",
                "See and touch the geometry of diffusion sampling and guidance", "--dest", target.toString()));
        if (!all.contains("--app-image")) {
            all.addAll(List.of("--icon", isWindows() ? "jpackage/icons/scorescape.ico"
                    : isMac() ? "jpackage/icons/scorescape.icns" : "assets/icons/scorescape-512.png"));
        }
        int exit = ToolProvider.findFirst("jpackage")
                .orElseThrow()
                .run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), all.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("jpackage failed with status " + exit + ": " + all);
        }
    }

    private Path app(Path image) {
        return isWindows() ? image.resolve("app")
                : isMac() ? image.resolve("Contents/app") : image.resolve("lib/app");
    }

    private Path runtime(Path image) {
        return isWindows() ? image.resolve("runtime")
                : isMac() ? image.resolve("Contents/runtime/Contents/Home") : image.resolve("lib/runtime");
    }

    private boolean isWindows() {
        return system.startsWith("windows");
    }

    private boolean isMac() {
        return system.startsWith("mac");
    }

    private static boolean isOnPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(p -> Files.isExecutable(Path.of(p, tool)));
    }

    private static void tell(String what, Path path, long bytes) {
        System.out.printf(Locale.ROOT, "%-40s %7.1f MB  %s%n", what, bytes / 1e6, path);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static long size(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            long sum = 0;
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
