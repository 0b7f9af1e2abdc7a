package scorescape.studio;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.SceneFiles;
import scorescape.document.UnreadableFile;

/// The file of the scene on show: what it held when it was last read or written here, and whether another window has it
/// open. Confined to the thread that reads and writes files.
///
/// The mark of an open file is a lock in a folder of the program's own, which the system takes back from a program that is
/// killed. The file itself is replaced by each save, so a lock on it would be lost.
final class OpenFile {

    /// How a file looks from outside. What looks the same is taken to be the same.
    private record Looks(long size, FileTime modified) {

        static @Nullable Looks of(Path file) {
            try {
                return new Looks(Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                return null;
            }
        }
    }

    private final Path locks;
    private @Nullable Path file;
    private @Nullable Document content;
    private @Nullable Looks looks;
    private @Nullable FileChannel lock;

    /// @param locks folder for the marks of open files; made when it is needed
    OpenFile(Path locks) {
        this.locks = locks;
    }

    /// Takes note of what the scene on show has for a file, now that it was read or written.
    ///
    /// @return false if another window has the file open as well
    boolean hold(Path newFile, Document newContent) {
        boolean isOther = !newFile.equals(file);
        file = newFile;
        content = newContent;
        looks = Looks.of(newFile);
        if (isOther) {
            unlock();
            return lock(newFile);
        }
        return true;
    }

    /// The scene on show has no file any more.
    void letGo() {
        file = null;
        content = null;
        unlock();
    }

    /// What another program has written into the file since it was read or written here. Told once: then the file is known
    /// as it is now.
    ///
    /// @throws UnreadableFile if what is there is no scene, or nothing is there
    Optional<Document> changed() throws UnreadableFile {
        Path path = file;
        Looks before = looks;
        looks = path == null ? null : Looks.of(path);
        if (path == null || (before == null ? looks == null : before.equals(looks))) {
            return Optional.empty();
        }
        Document now = SceneFiles.read(path);
        if (now.equals(content)) {
            return Optional.empty();
        }
        content = now;
        return Optional.of(now);
    }

    /// Whether a save to `target` would write over something that this window neither read nor wrote.
    boolean hasUnknown(Path target) {
        if (!target.equals(file)) {
            return false;
        }
        Looks now = Looks.of(target);
        if (now == null || now.equals(looks)) {
            return false;
        }
        try {
            return !SceneFiles.read(target).equals(content);
        } catch (UnreadableFile e) {
            return true;
        }
    }

    private boolean lock(Path path) {
        try {
            Files.createDirectories(locks);
            String name =
                    UUID.nameUUIDFromBytes(path.toRealPath().toString().getBytes(StandardCharsets.UTF_8)) + ".lock";
            FileChannel channel =
                    FileChannel.open(locks.resolve(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            try {
                if (channel.tryLock() != null) {
                    lock = channel;
                    return true;
                }
            } catch (OverlappingFileLockException e) {
                // Another window of this very program.
            }
            channel.close();
            return false;
        } catch (IOException e) {
            // Where there can be no locks, nothing can be said about other windows.
            return true;
        }
    }

    private void unlock() {
        FileChannel channel = lock;
        lock = null;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The lock is gone all the same.
            }
        }
    }
}
