package scorescape.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    record SceneWork(Document scene) implements Work {}

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
        Files.createDirectories(folder);
        switch (work) {
            case SceneWork(Document scene) -> {
                SceneFiles.write(scene, sceneFile());
                Files.deleteIfExists(lessonFile());
            }
            case LessonWork(Lesson lesson) -> {
                LessonFiles.write(lesson, lessonFile());
                Files.deleteIfExists(sceneFile());
            }
        }
    }

    void forget() throws IOException {
        Files.deleteIfExists(sceneFile());
        Files.deleteIfExists(lessonFile());
    }

    private Path sceneFile() {
        return folder.resolve("scene-" + process + SceneFiles.EXTENSION);
    }

    private Path lessonFile() {
        return folder.resolve("lesson-" + process + LessonFiles.EXTENSION);
    }

    /// The newest work that a program left behind which is gone. It is kept as this program's own from now on.
    Optional<Work> leftBehind() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(this::isLeftBehind).sorted(Comparator.comparingLong(Recovery::age).reversed()).toList();
        }
        for (Path file : files) {
            try {
                Work work = read(file);
                keep(work);
                Files.deleteIfExists(file);
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
                : new SceneWork(SceneFiles.read(file));
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
