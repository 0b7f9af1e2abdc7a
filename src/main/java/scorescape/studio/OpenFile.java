package scorescape.studio;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private final Path locks;
    private @Nullable Path file;
    private @Nullable Document content;
    private volatile @Nullable Origin looks;
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
        looks = Origin.of(newFile);
        if (isOther) {
            unlock();
            return lock(newFile);
        }
        return true;
    }

    /// Takes up a file that another window had open when it was killed.
    ///
    /// @param origin the file as that window knew it. If it looks otherwise now, that is told as a change by another program
    /// @return what the file holds, if it is what that window knew
    Optional<Document> resume(Origin origin) {
        boolean isSame = origin.equals(Origin.of(origin.file()));
        file = origin.file();
        looks = origin;
        content = null;
        unlock();
        lock(origin.file());
        if (isSame) {
            try {
                content = SceneFiles.read(origin.file());
            } catch (UnreadableFile e) {
                // Then nothing is known of it, and a save asks first.
                looks = null;
            }
        }
        return Optional.ofNullable(content);
    }

    /// The file of the scene on show as it was last read or written here, null if there is none. May be asked for on any
    /// thread.
    @Nullable
    Origin origin() {
        return looks;
    }

    /// The scene on show has no file any more.
    void letGo() {
        file = null;
        content = null;
        looks = null;
        unlock();
    }

    /// What another program has written into the file since it was read or written here. Told once: then the file is known
    /// as it is now.
    ///
    /// @throws UnreadableFile if what is there is no scene, or nothing is there
    Optional<Document> changed() throws UnreadableFile {
        Path path = file;
        Origin before = looks;
        looks = path == null ? null : Origin.of(path);
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
        Origin now = Origin.of(target);
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
