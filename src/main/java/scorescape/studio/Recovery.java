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
import scorescape.document.SceneFiles;
import scorescape.document.UnreadableFile;

/// Keeps unsaved changes beside the user's files, so that a program that is killed loses a few seconds at most.
///
/// Each running program has a file of its own, named by its process. One whose process is gone was left behind.
final class Recovery {

    private static final Pattern NAME = Pattern.compile("scene-(\\d{1,18})" + Pattern.quote(SceneFiles.EXTENSION));

    private final Path folder;
    private final Path own;
    private final LongPredicate alive;

    /// @param folder made when something is kept
    /// @param process number of this program's process
    /// @param alive whether a process with a number is there
    Recovery(Path folder, long process, LongPredicate alive) {
        this.folder = folder;
        this.alive = alive;
        own = folder.resolve("scene-" + process + SceneFiles.EXTENSION);
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

    /// @throws IOException with a sentence that names the file
    void keep(Document document) throws IOException {
        Files.createDirectories(folder);
        SceneFiles.write(document, own);
    }

    void forget() throws IOException {
        Files.deleteIfExists(own);
    }

    /// The newest scene that a program left behind which is gone. It is kept as this program's own from now on.
    Optional<Document> leftBehind() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(this::isLeftBehind).sorted(Comparator.comparingLong(Recovery::age).reversed()).toList();
        }
        for (Path file : files) {
            try {
                Document document = SceneFiles.read(file);
                keep(document);
                Files.deleteIfExists(file);
                return Optional.of(document);
            } catch (UnreadableFile e) {
                // Not a scene of this version: it stays for whoever can read it.
            }
        }
        return Optional.empty();
    }

    private boolean isLeftBehind(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() && !file.equals(own) && !alive.test(Long.parseLong(matcher.group(1)));
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }
}
