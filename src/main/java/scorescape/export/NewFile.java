package scorescape.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/// A file that appears whole or not at all: it is written beside its place and then moved there.
final class NewFile {

    private static final Logger LOG = System.getLogger(NewFile.class.getName());

    private NewFile() {}

    /// What goes into the file.
    @FunctionalInterface
    interface Content {

        /// @return false if the writing was stopped and nothing is to appear
        boolean writeTo(OutputStream out) throws IOException;
    }

    /// What writes a file or a folder by its name.
    @FunctionalInterface
    interface Part {

        /// @param part where to write; not there yet, or an empty folder
        /// @return false if the writing was stopped and nothing is to appear
        boolean writeTo(Path part) throws IOException;
    }

    /// Writes a file. One of that name is replaced at the end; a symbolic link stays one, and what it leads to is
    /// replaced.
    ///
    /// @return whether the file is there now; false if its content stopped
    static boolean write(Path file, Content content) throws ExportFailed {
        return writePart(file, part -> writeAll(part, content));
    }

    /// As [#write], for content that wants the name of the file.
    static boolean writePart(Path file, Part content) throws ExportFailed {
        try {
            Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new FileSystemException(file.toString(), null, "there is a folder of that name");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new FileSystemException(file.toString(), null, "it is a device or a pipe");
            }
            return place(besides(target), target, content);
        } catch (IOException e) {
            throw new ExportFailed(file, reason(e), e);
        }
    }

    /// Writes a folder that must not be there yet.
    ///
    /// @return whether the folder is there now; false if its content stopped
    static boolean writeFolder(Path folder, Part content) throws ExportFailed {
        try {
            Path target = folder.toAbsolutePath();
            if (Files.exists(target)) {
                throw new FileSystemException(folder.toString(), null, "there is a file or folder of that name");
            }
            return place(Files.createDirectory(besides(target)), target, content);
        } catch (IOException e) {
            throw new ExportFailed(folder, reason(e), e);
        }
    }

    /// A hidden name in the same folder that nobody uses.
    static Path besides(Path file) {
        return file.resolveSibling(".scorescape-" + UUID.randomUUID() + ".part");
    }

    private static boolean place(Path part, Path target, Part content) throws IOException {
        // The program may be told to end in the middle, by Ctrl+C.
        Thread wipe = Thread.ofPlatform().unstarted(() -> deleteAll(part));
        Runtime.getRuntime().addShutdownHook(wipe);
        try {
            if (!content.writeTo(part)) {
                return false;
            }
            move(part, target);
            return true;
        } finally {
            deleteAll(part);
            forget(wipe);
        }
    }

    private static void forget(Thread wipe) {
        try {
            Runtime.getRuntime().removeShutdownHook(wipe);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook does its work.
        }
    }

    private static void deleteAll(Path part) {
        if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(part)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, part + " could not be deleted", e);
        }
    }

    private static boolean writeAll(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            return content.writeTo(out);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "there is no such folder";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
