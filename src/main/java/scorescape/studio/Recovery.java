package scorescape.studio;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
/// They are those of a scene or of a lesson. Each running program has a file of its own, and holds the lock of another
/// beside it while there is something to keep. The system takes the lock back from a program that is killed: whoever gets
/// it then knows that the changes were left behind. Confined to the thread that reads and writes files.
final class Recovery {

    private static final Pattern NAME = Pattern.compile("(?:scene|lesson)-([0-9a-f-]{1,36})(?:"
            + Pattern.quote(SceneFiles.EXTENSION) + "|" + Pattern.quote(LessonFiles.EXTENSION) + ")");

    /// What can be kept.
    sealed interface Work {}

    /// @param origin the file that the scene came from, null if it has none
    record SceneWork(Document scene, @Nullable Origin origin) implements Work {}

    record LessonWork(Lesson lesson) implements Work {}

    private final Path folder;

    /// Who keeps here. The number of a process is given anew to others once it has ended.
    private final String owner = UUID.randomUUID().toString();

    private @Nullable FileChannel lock;

    /// @param folder made when something is kept
    Recovery(Path folder) {
        this.folder = folder;
    }

    /// In the place that the system has for such files.
    static Recovery ofUser() {
        return new Recovery(StateFolder.ofUser().resolve("recovery"));
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
        if (lock == null) {
            lock = lock(lockOf(owner));
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
        FileChannel held = lock;
        if (held != null) {
            lock = null;
            held.close();
            Files.deleteIfExists(lockOf(owner));
        }
    }

    private Path lockOf(String of) {
        return folder.resolve(of + ".lock");
    }

    /// @return null if another window has it
    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // A window of this very program has it.
        } catch (IOException e) {
            // Where there can be no locks, nobody has one.
            return channel;
        }
        channel.close();
        return null;
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
        return folder.resolve("scene-" + owner + SceneFiles.EXTENSION);
    }

    private Path lessonFile() {
        return folder.resolve("lesson-" + owner + LessonFiles.EXTENSION);
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
            files = all.filter(file -> isOfAnother(file) && wanted.test(file))
                    .sorted(Comparator.comparingLong(Recovery::age).reversed()).toList();
        }
        for (Path file : files) {
            Path itsLock = lockOf(owner(file));
            try (FileChannel taken = lock(itsLock)) {
                if (taken != null) {
                    Work work = read(file);
                    keep(work);
                    delete(file);
                    Files.deleteIfExists(itsLock);
                    return Optional.of(work);
                }
            } catch (UnreadableFile e) {
                // Not of this version: it stays for whoever can read it. Or another window has taken it just now.
            }
        }
        return Optional.empty();
    }

    private static Work read(Path file) throws UnreadableFile {
        return LessonFiles.isNamed(file)
                ? new LessonWork(LessonFiles.read(file))
                : new SceneWork(SceneFiles.read(file), Origin.read(note(file)).orElse(null));
    }

    private boolean isOfAnother(Path file) {
        String its = owner(file);
        return !its.isEmpty() && !its.equals(owner);
    }

    /// Empty if the file is none of those that are kept.
    private static String owner(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }
}
