package scorescape.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/// A file that appears whole or not at all: it is written beside its place and then moved there.
final class NewFile {

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
            Path target = target(file);
            if (Files.isDirectory(target)) {
                throw new FileSystemException(file.toString(), null, "there is a folder of that name");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new FileSystemException(file.toString(), null, "it is a device or a pipe");
            }
            return place(target, content);
        } catch (IOException e) {
            throw new ExportFailed(file, reason(e), e);
        }
    }

    /// What is to be replaced: of a symbolic link what it leads to, which may not be there yet.
    private static Path target(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (!Files.isSymbolicLink(file)) {
            return absolute;
        }
        return Files.exists(file) ? file.toRealPath() : absolute.resolveSibling(Files.readSymbolicLink(file));
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
            return place(target, part -> content.writeTo(Files.createDirectory(part)));
        } catch (IOException e) {
            throw new ExportFailed(folder, reason(e), e);
        }
    }

    private static boolean place(Path target, Part content) throws IOException {
        try (Claim claim = Claim.besides(target)) {
            // The program may be told to end in the middle, by Ctrl+C.
            Thread wipe = Thread.ofPlatform().unstarted(claim::close);
            Runtime.getRuntime().addShutdownHook(wipe);
            try {
                if (!content.writeTo(claim.part())) {
                    return false;
                }
                move(claim.part(), target);
                return true;
            } finally {
                forget(wipe);
            }
        }
    }

    private static void forget(Thread wipe) {
        try {
            Runtime.getRuntime().removeShutdownHook(wipe);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook does its work. What fails for that reason is nothing to tell.
            while (true) {
                LockSupport.park();
            }
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
