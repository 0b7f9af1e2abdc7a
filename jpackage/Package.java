import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Packs the built program with a run-time of its own: an app image and the platform's installers.
///
/// Run by the build as `java Package.java LIBRARIES VERSION TARGET`, in the JDK that compiled the program, in the
/// project's folder. JavaFX goes into the run-time as modules; everything else stays on the class path, since some
/// libraries have no module descriptor. Then the image starts once to train its AOT cache.
final class Package {

    /// What differs between the systems.
    enum Platform {
        LINUX("", "lib/app", "lib/runtime", "assets/icons/scorescape-512.png", ".so"), //
        WINDOWS("", "app", "runtime", "jpackage/icons/scorescape.ico", ".dll"), //
        MAC(".app", "Contents/app", "Contents/runtime/Contents/Home", "jpackage/icons/scorescape.icns", ".dylib");

        private final String imageSuffix;
        private final String app;
        private final String runtime;
        private final String icon;
        private final String library;

        Platform(String imageSuffix, String app, String runtime, String icon, String library) {
            this.imageSuffix = imageSuffix;
            this.app = app;
            this.runtime = runtime;
            this.icon = icon;
            this.library = library;
        }

        static Platform current() {
            String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return system.startsWith("windows") ? WINDOWS : system.startsWith("mac") ? MAC : LINUX;
        }
    }

    private static final String NAME = "Scorescape";
    private static final String CACHE = "scorescape.aot";

    /// What the program and its libraries use of the JDK, as `jdeps --print-module-deps` tells.
    private static final String MODULES =
            "java.desktop,java.logging,java.management,java.prefs,java.xml,jdk.unsupported,javafx.controls";

    /// Options of every start. The cache holds only for the same garbage collector and class path. It is mapped where it
    /// was made for: else every start would go through all of it and correct addresses.
    private static final List<String> JAVA_OPTIONS = List.of("--enable-native-access=javafx.graphics",
            "-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

    /// How the cache is trained: what is compiled in this run is compiled by the quick compiler from the first call on in every
    /// start, and never again. So a start has neither to profile nor to optimise the toolkit, the fonts and the formulas, which would
    /// keep both cores of a small machine busy. What computes and paints in loops is left out: it is compiled by the other
    /// compiler as soon as it is worth it, as without a cache.
    private static final List<String> TRAINING = Stream.concat(Stream.of("-XX:TieredStopAtLevel=1",
            "-XX:CompileCommand=quiet"),
            Stream.of("scorescape", "org.ejml", "org.apache.commons", "com.sun.marlin", "sun.java2d.marlin",
                    "sun.java2d.pipe", "sun.java2d.loops")
                    .map(loops -> "-XX:CompileCommand=exclude," + loops + ".*::*"))
            .toList();

    /// Of a window that paints without end, arrays of whole pictures are let go before they pass for old, and the rest is
    /// cleared up before it fills a quarter of the machine, which Java else allows.
    private static final List<String> WINDOW_OPTIONS = List.of("-Xmx2g", "-Xmn200m", "-XX:SurvivorRatio=2");

    /// Of commands, the heap grows as little as it can. The collector stays that of the cache.
    private static final List<String> COMMAND_OPTIONS =
            List.of("-Xms32m", "-Xmn16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25");

    /// What a user of the program has no use for.
    private static final List<String> COMMANDS = List.of("java", "javaw", "jrunscript", "keytool", "rmiregistry");

    private final Path libraries;
    private final String version;
    private final Path target;
    private final Platform platform = Platform.current();

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
                module(jar, modules.resolve(name.replaceFirst("^(javafx-[a-z]+)-.*$", "$1.jmod")));
            }
        }
        for (String text : List.of("LICENSE", "NOTICE")) {
            Files.copy(Path.of(text), classPath.resolve(text));
        }
        jpackage(imageOptions(platform, version, classPath, modules, target));
        Path image = target.resolve(NAME + platform.imageSuffix);
        addOptions(app(image).resolve(NAME + ".cfg"), WINDOW_OPTIONS);
        addOptions(app(image).resolve("scorescape-cli.cfg"), COMMAND_OPTIONS);
        Path cache = train(image);
        for (Path tool : list(runtime(image).resolve("bin"))) {
            if (COMMANDS.contains(tool.getFileName().toString().replaceFirst("\\.exe$", ""))) {
                Files.delete(tool);
            }
        }
        if (platform == Platform.MAC) {
            // What came and went after jpackage had signed the image would make it a damaged one.
            execute(List.of("codesign", "--force", "--deep", "--sign", "-", image.toString()));
        }
        tell("app image", image, size(image));
        tell("  of it the run-time", runtime(image), size(runtime(image)));
        tell("  of it the AOT cache", cache, size(cache));
        tell("  of it the program and its libraries", app(image), size(app(image)) - size(cache));
        for (String type : installers()) {
            jpackage(installerOptions(platform, type, version, image, target));
            for (Path made : list(target)) {
                if (made.getFileName().toString().endsWith("." + type)) {
                    Path named = target.resolve(made.getFileName().toString().replace(shown(platform, version), version));
                    tell(type, Files.move(made, named), size(named));
                }
            }
        }
        delete(classPath);
        delete(modules);
    }

    /// A module of JavaFX with its native libraries beside the JDK's own. Inside of classes they would be copied to the user's
    /// home at the first start, and compared with the copy at every other.
    private void module(Path jar, Path made) throws IOException {
        Path classes = Files.createDirectories(target.resolve("classes"));
        Path libs = Files.createDirectories(target.resolve("libs"));
        try (FileSystem content = FileSystems.newFileSystem(jar); Stream<Path> files = Files.walk(content.getPath("/"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = file.toString().substring(1);
                Path copy = name.endsWith(platform.library) ? libs.resolve(name) : classes.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        tool("jmod", List.of("create", "--class-path", classes.toString(), "--libs", libs.toString(), made.toString()));
        delete(classes);
        delete(libs);
    }

    static List<String> imageOptions(Platform platform, String version, Path classPath, Path modules, Path target) {
        List<String> options = new ArrayList<>(List.of("--type", "app-image", "--input", classPath.toString(), "--main-jar",
                "scorescape-" + version + ".jar", "--main-class", "scorescape.Main", "--module-path", modules.toString(),
                "--add-modules", MODULES, "--jlink-options",
                "--strip-java-debug-attributes --no-man-pages --no-header-files", "--add-launcher",
                "scorescape-cli=jpackage/scorescape-cli.properties", "--icon", platform.icon));
        for (String option : JAVA_OPTIONS) {
            options.addAll(List.of("--java-options", option));
        }
        // A start with a missing or outdated cache is slower, and says nothing of it.
        options.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + CACHE, "--java-options", "-Xlog:disable"));
        if (platform == Platform.MAC) {
            options.addAll(List.of("--mac-package-identifier", "scorescape"));
        }
        return withNames(platform, options, version, target);
    }

    /// Gives a launcher options of its own too. What a file of its properties says would replace those of all starts.
    private static void addOptions(Path launcher, List<String> options) throws IOException {
        String lines = options.stream().map(option -> "java-options=" + option + "\n").collect(Collectors.joining());
        Files.writeString(launcher, Files.readString(launcher).replaceFirst("\\[JavaOptions\\]\\R", "$0" + lines));
    }

    /// Opens the window until its first picture is painted: on a display, so that the cache has what a display takes, or
    /// without, if there is none.
    private Path train(Path image) throws IOException, InterruptedException {
        Path cache = app(image).resolve(CACHE);
        List<String> command = new ArrayList<>();
        boolean hasDisplay = platform != Platform.LINUX || System.getenv("DISPLAY") != null;
        boolean makesDisplay = !hasDisplay && isOnPath("xvfb-run");
        if (makesDisplay) {
            command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1280x800x24"));
        }
        command.add(runtime(image).resolve("bin").resolve(platform == Platform.WINDOWS ? "java.exe" : "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(TRAINING);
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dscorescape.until=painted"));
        if (!hasDisplay && !makesDisplay) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of("-cp", classPathOf(image), "scorescape.Main"));
        execute(command);
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training run left no cache");
        }
        return cache;
    }

    private void execute(List<String> command) throws IOException, InterruptedException {
        Path log = target.resolve("command.log");
        int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command.getFirst() + " failed with status " + exit + "; see " + log);
        }
        Files.delete(log);
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
        return switch (platform) {
            case WINDOWS -> List.of("msi");
            case MAC -> List.of("dmg", "pkg");
            case LINUX -> Stream.of("deb", "rpm").filter(type -> {
                String tool = type.equals("deb") ? "dpkg-deb" : "rpmbuild";
                if (!isOnPath(tool)) {
                    System.out.println("no " + type + ": " + tool + " is not installed");
                }
                return isOnPath(tool);
            }).toList();
        };
    }

    static List<String> installerOptions(Platform platform, String type, String version, Path image, Path target) {
        List<String> options = new ArrayList<>(List.of("--type", type, "--app-image", image.toString(), "--license-file",
                "LICENSE", "--file-associations", "jpackage/scene.properties"));
        switch (type) {
            // What these packages need stands in the templates of the resource folder: jpackage would ask for all that the
            // packing machine has behind the libraries of JavaFX, by names that differ from system to system.
            case "deb" -> options.addAll(List.of("--linux-package-name", "scorescape", "--linux-shortcut",
                    "--linux-app-category", "education", "--resource-dir", "jpackage/linux",
                    "--linux-deb-maintainer", "noreply@scorescape.invalid"));
            case "rpm" -> options.addAll(List.of("--linux-package-name", "scorescape", "--linux-shortcut",
                    "--linux-app-category", "Education", "--resource-dir", "jpackage/linux",
                    "--linux-rpm-license-type", "Apache-2.0"));
            // Without a group of its own the entry would stand in one called Unknown.
            case "msi" -> options.addAll(List.of("--win-menu", "--win-menu-group", NAME, "--win-shortcut", "--win-shortcut-prompt",
                    "--win-dir-chooser", "--win-upgrade-uuid", "7b0f2c1e-6f35-4f6c-9a0e-6d1f5a9c3b42"));
            case "pkg", "dmg" -> options.addAll(List.of("--mac-package-identifier", "scorescape", "--mac-app-category",
                    "public.app-category.education"));
            default -> throw new IllegalArgumentException(type);
        }
        return withNames(platform, options, version, target);
    }

    private static List<String> withNames(Platform platform, List<String> options, String version, Path target) {
        options.addAll(List.of("--name", NAME, "--app-version", shown(platform, version), "--vendor", NAME, "--copyright",
                "Apache License, Version 2.0", "--description",
                "See and touch the geometry of diffusion sampling and guidance", "--dest", target.toString()));
        return options;
    }

    /// The version as the system takes it: macOS wants a first number that is not 0.
    private static String shown(Platform platform, String version) {
        return platform == Platform.MAC ? version.replaceFirst("^0\\.", "1.") : version;
    }

    private static void jpackage(List<String> options) {
        tool("jpackage", options);
    }

    private static void tool(String name, List<String> options) {
        int exit = ToolProvider.findFirst(name)
                .orElseThrow()
                .run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), options.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException(name + " failed with status " + exit + ": " + options);
        }
    }

    private Path app(Path image) {
        return image.resolve(platform.app);
    }

    private Path runtime(Path image) {
        return image.resolve(platform.runtime);
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
