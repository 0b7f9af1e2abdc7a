package scorescape.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Text files of bounded size, read whole or not at all, and written whole or not at all.
final class TextFiles {

    /// Largest file that is read, in bytes.
    static final int MAX_BYTES = 64 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFiles() {}

    /// The text of a UTF-8 file. Looks at kind and size first, so that a folder, a device or a disk image costs
    /// nothing.
    static String read(Path file) throws UnreadableFile {
        try {
            if (Files.isDirectory(file)) {
                throw new UnreadableFile(file, "must be a file, but is a folder");
            }
            if (!Files.exists(file)) {
                throw new UnreadableFile(file, "must be a file, but does not exist");
            }
            if (!Files.isRegularFile(file)) {
                throw new UnreadableFile(file, "must be a file, but is a device or a pipe");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw tooLarge(file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, file);
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableFile(file, "could not be read: " + reason(e));
        }
    }

    /// The UTF-8 text of a stream.
    ///
    /// @param name of the stream, for the sentence about what is wrong
    static String read(InputStream in, Path name) throws UnreadableFile {
        try {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw tooLarge(name);
            }
            return decode(name, bytes);
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableFile(name, "could not be read: " + reason(e));
        }
    }

    /// Writes beside the file and moves into place, so that at every moment there is an old file or a new one, whole.
    /// A symbolic link stays one: the file it leads to is replaced.
    ///
    /// @throws IOException with a sentence that names the file; then the old file is as it was
    static void write(Path file, String text) throws IOException {
        try {
            Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new FileSystemException(file.toString(), null, "there is a folder of that name");
            }
            Path temporary = target.resolveSibling(".scorescape-" + UUID.randomUUID() + ".tmp");
            try {
                writeThrough(temporary, text);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new IOException(file + ": could not be written: " + reason(e), e);
        }
    }

    private static void writeThrough(Path file, String text) throws IOException {
        // Not a file of createTempFile: nobody else could read the scene then.
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String decode(Path file, byte[] bytes) throws UnreadableFile {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(file, "must be text in UTF-8, but is not");
        }
    }

    private static UnreadableFile tooLarge(Path file) {
        return new UnreadableFile(file, "must be at most " + (MAX_BYTES >> 20) + " MB, but is larger");
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "there is no such folder";
            case FileSystemLoopException _ -> "it is a link to itself";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
