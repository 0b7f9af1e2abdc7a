package scorescape.export;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// That a part of a file is being written, so that parts which killed programs left behind can be told and deleted.
///
/// While a part is written, the program holds the lock of a file of its name in this machine's folder for temporary
/// files. The system takes the lock back from a program that is killed: whoever gets it then knows that the part is
/// nobody's. A part without such a file may be written by another machine and counts as left behind after a day.
final class Claim implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Claim.class.getName());

    private static final Pattern PART = Pattern.compile("\\.scorescape-[0-9a-f-]{36}\\.part");

    private static final Duration FOREIGN_LIFE = Duration.ofDays(1);

    private final Path part;
    private final @Nullable FileChannel lock;

    private Claim(Path part, @Nullable FileChannel lock) {
        this.part = part;
        this.lock = lock;
    }

    /// Deletes what has been left behind where a file is to be written, and claims a part for it.
    static Claim besides(Path file) {
        clear(file.resolveSibling(""));
        Path part = newPart(file);
        return new Claim(part, lock(part));
    }

    private static Path newPart(Path file) {
        return file.resolveSibling(".scorescape-" + UUID.randomUUID() + ".part");
    }

    /// A hidden name in the folder of the file that nobody uses.
    Path part() {
        return part;
    }

    /// Deletes the part, if it is still there, and gives up the claim.
    @Override
    public void close() {
        delete(part);
        if (lock != null) {
            try {
                lock.close();
                Files.deleteIfExists(lockOf(part));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the lock of " + part + " could not be deleted", e);
            }
        }
    }

    /// No lock is no reason not to export.
    private static @Nullable FileChannel lock(Path part) {
        Path file = lockOf(part);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                channel.lock();
                return channel;
            } catch (IOException e) {
                // As on a thread that was told to stop.
                channel.close();
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, part + " could not be claimed", e);
            return null;
        }
    }

    private static Path lockOf(Path part) {
        return Path.of(System.getProperty("java.io.tmpdir"), part.getFileName().toString().substring(1) + ".lock");
    }

    private static void clear(Path folder) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".scorescape-*.part")) {
            for (Path part : parts) {
                if (PART.matcher(part.getFileName().toString()).matches()) {
                    clearPart(part);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, folder + " could not be searched", e);
        }
    }

    private static void clearPart(Path part) throws IOException {
        Path lock = lockOf(part);
        if (!Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
            Instant last = Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS).toInstant();
            if (last.plus(FOREIGN_LIFE).isBefore(Instant.now())) {
                delete(part);
            }
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.tryLock() != null) {
                delete(part);
                Files.deleteIfExists(lock);
            }
        } catch (OverlappingFileLockException e) {
            // This very program is writing it.
        }
    }

    private static void delete(Path part) {
        if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            // A thread may go on writing into a folder until the program ends: it does not find it any more.
            Path found = Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS) ? Files.move(part, newPart(part)) : part;
            try (Stream<Path> all = Files.walk(found)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, part + " could not be deleted", e);
        }
    }
}
