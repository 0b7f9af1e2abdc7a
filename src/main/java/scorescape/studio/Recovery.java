package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.LessonFiles;
import scorescape.document.SceneFiles;
import scorescape.document.UnreadableFile;

/// Keeps unsaved changes beside the user's files, so that a program that is killed loses a few seconds at most.
///
/// They are those of a scene or of a lesson. Each running program has a file of its own, named by its process. One whose process is gone was left behind.
final class Recovery {

    private static final Pattern NAME = Pattern.compile("(?:scene|lesson)-(\\d{1,18})(?:"
            + Pattern.quote(SceneFiles.EXTENSION) + "|" + Pattern.quote(LessonFiles.EXTENSION) + ")");

    /// What can be kept.
    sealed interface Work {}

    /// @param origin the file that the scene came from, null if it has none
    record SceneWork(Document scene, @Nullable Origin origin) implements Work {}

    record LessonWork(Lesson lesson) implements Work {}

    private final Path folder;
    private final long process;
    private final LongPredicate alive;

    /// @param folder made when something is kept
    /// @param process number of this program's process
    /// @param alive whether a process with a number is there
    Recovery(Path folder, long process, LongPredicate alive) {
        this.folder = folder;
        this.alive = alive;
        this.process = process;
    }

    /// In the place that the system has for such files.
    static Recovery ofUser() {
        return new Recovery(StateFolder.ofUser().resolve("recovery"), ProcessHandle.current().pid(),
                pid -> ProcessHandle.of(pid).isPresent());
    }

    /// With the marks of open files beside the changes that are kept.
    OpenFile openFile() {
        return new OpenFile(folder.resolveSibling("open"));
    }

    /// In the place of what was kept before.
    ///
    /// @throws IOException with a sentence that names the file
    void keep(Work work) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(folder + ": could not be made", e);
        }
        switch (work) {
            case SceneWork(Document scene, Origin origin) -> {
                if (origin == null) {
                    Files.deleteIfExists(note(sceneFile()));
                } else {
                    origin.write(note(sceneFile()));
                }
                SceneFiles.write(scene, sceneFile());
                Files.deleteIfExists(lessonFile());
            }
            case LessonWork(Lesson lesson) -> {
                LessonFiles.write(lesson, lessonFile());
                delete(sceneFile());
            }
        }
    }

    void forget() throws IOException {
        delete(sceneFile());
        Files.deleteIfExists(lessonFile());
    }

    /// Where it is written down which file a scene came from.
    private static Path note(Path scene) {
        return scene.resolveSibling(scene.getFileName() + ".origin");
    }

    private static void delete(Path scene) throws IOException {
        Files.deleteIfExists(scene);
        Files.deleteIfExists(note(scene));
    }

    private Path sceneFile() {
        return folder.resolve("scene-" + process + SceneFiles.EXTENSION);
    }

    private Path lessonFile() {
        return folder.resolve("lesson-" + process + LessonFiles.EXTENSION);
    }

    /// The newest work that a program left behind which is gone. It is kept as this program's own from now on.
    Optional<Work> leftBehind() throws IOException {
        return leftBehind(_ -> true);
    }

    /// As [#leftBehind()], of the changes to `file` only.
    Optional<Work> leftBehindOf(Path file) throws IOException {
        return leftBehind(kept -> Origin.read(note(kept))
                .filter(origin -> origin.file().equals(file.toAbsolutePath()))
                .isPresent());
    }

    /// @param wanted which of the files that are kept
    private Optional<Work> leftBehind(Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> isLeftBehind(file) && wanted.test(file))
                    .sorted(Comparator.comparingLong(Recovery::age).reversed()).toList();
        }
        for (Path file : files) {
            try {
                Work work = read(file);
                keep(work);
                delete(file);
                return Optional.of(work);
            } catch (UnreadableFile e) {
                // Not of this version: it stays for whoever can read it.
            }
        }
        return Optional.empty();
    }

    private static Work read(Path file) throws UnreadableFile {
        return LessonFiles.isNamed(file)
                ? new LessonWork(LessonFiles.read(file))
                : new SceneWork(SceneFiles.read(file), Origin.read(note(file)).orElse(null));
    }

    private boolean isLeftBehind(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            return false;
        }
        long its = Long.parseLong(matcher.group(1));
        return its != process && !alive.test(its);
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }
}
