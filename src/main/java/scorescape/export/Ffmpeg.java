package scorescape.export;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import scorescape.export.gif.FrameSource;

/// The user's own `ffmpeg`, which writes films as H.264 in MP4.
///
/// The frames go to it as raw pixels through a pipe. The film is 4 : 2 : 0 with limited range, since that is what every
/// player shows, in the colours of BT.709, and says so; its index stands at the beginning, so that it plays while it
/// loads. An odd width or height loses its last pixel.
public final class Ffmpeg {

    /// A sentence about its absence.
    public static final String MISSING = "MP4 needs the program ffmpeg, which is not installed here (or not on the "
            + "PATH); GIF, APNG and a folder of PNG frames do without it";

    /// Visually lossless for drawings, by the scale of x264.
    private static final String RATE_FACTOR = "18";

    /// Players jump to such frames, which are written whole: at least one in so many.
    static final int KEY_FRAME_EVERY = 250;

    /// How often a cancelled export is noticed while ffmpeg finishes the file.
    private static final long POLL_MILLIS = 50;

    private static final String DISK_FULL = "No space left on device";

    private static final int MOST_COMPLAINT = 1 << 14;

    private final @Nullable Path program;

    private Ffmpeg(@Nullable Path program) {
        this.program = program;
    }

    /// The one on the user's `PATH`, if there is any.
    public static Ffmpeg onPath() {
        return in(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    /// Where it is, if it is there.
    public Optional<Path> program() {
        return Optional.ofNullable(program);
    }

    /// @param path folders as in the variable `PATH`
    static Ffmpeg in(String path) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String name : List.of("ffmpeg", "ffmpeg.exe")) {
                Optional<Path> program = program(folder, name);
                if (program.isPresent()) {
                    return new Ffmpeg(program.get());
                }
            }
        }
        return new Ffmpeg(null);
    }

    private static Optional<Path> program(String folder, String name) {
        try {
            // No name would be the present folder, where anything might lie.
            return Optional.of(Path.of(folder, name)).filter(Path::isAbsolute).filter(Files::isRegularFile)
                    .filter(Files::isExecutable);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Writes a film.
    ///
    /// @param framesPerSecond of the film; a frame that is shown longer is repeated
    /// @param file replaced when the film is complete; untouched if it fails or is cancelled
    /// @return whether the file was written; false if `progress` cancelled
    boolean write(FrameSource film, int framesPerSecond, @Nullable SceneText scene, Path file, Progress progress)
            throws ExportFailed {
        Path found = program;
        if (found == null) {
            throw new ExportFailed(file, MISSING, null);
        }
        return NewFile.writePart(file, part -> {
            // The system says better than ffmpeg why a file cannot be made.
            Files.createFile(part);
            Path tags = scene == null ? null : tagsFile(scene);
            try {
                return run(found, film, framesPerSecond, tags, part, progress);
            } finally {
                if (tags != null) {
                    Files.deleteIfExists(tags);
                }
            }
        });
    }

    private static boolean run(Path program, FrameSource film, int framesPerSecond, @Nullable Path tags, Path part,
            Progress progress) throws IOException {
        Process process = new ProcessBuilder(command(program, film, framesPerSecond, tags, part))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> complaint(process));
            boolean whole = true;
            try (OutputStream pipe = process.getOutputStream()) {
                whole = send(film, framesPerSecond, pipe, progress);
            } catch (IOException e) {
                // Broken pipe: ffmpeg has ended and its own words say more.
                if (!process.waitFor(1, TimeUnit.SECONDS)) {
                    throw e;
                }
            }
            do {
                whole &= !progress.cancelled();
            } while (whole && !process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
            // On a full disk some versions end with 0 all the same. Of warnings they are told to be silent.
            if (whole && (process.exitValue() != 0 || !complaint.join().isEmpty())) {
                throw new IOException(reason(complaint.join()));
            }
            return whole;
        } catch (InterruptedException e) {
            return false;
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static List<String> command(Path program, FrameSource film, int framesPerSecond, @Nullable Path tags,
            Path part) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-hide_banner", "-loglevel", "error",
                "-nostdin", "-y", "-f", "rawvideo", "-pixel_format", "bgr0", "-video_size",
                film.width() + "x" + film.height(), "-framerate", String.valueOf(framesPerSecond), "-i", "-"));
        if (tags != null) {
            command.addAll(List.of("-f", "ffmetadata", "-i", tags.toString(), "-map_metadata", "1"));
        }
        command.addAll(List.of("-map", "0:v", "-c:v", "libx264", "-crf", RATE_FACTOR, "-preset", "medium", "-g",
                String.valueOf(KEY_FRAME_EVERY), "-vf",
                "crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
                "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
                "-movflags", "+faststart", "-f", "mp4", part.toString()));
        return command;
    }

    /// Sends every frame, as often as it is shown.
    private static boolean send(FrameSource film, int framesPerSecond, OutputStream pipe, Progress progress)
            throws IOException {
        int[] argb = new int[film.width() * film.height()];
        ByteBuffer bytes = ByteBuffer.allocate(4 * argb.length).order(ByteOrder.LITTLE_ENDIAN);
        long centiseconds = 0;
        long sent = 0;
        for (int frame = 0; frame < film.frames(); frame++) {
            film.paint(frame, argb);
            bytes.asIntBuffer().put(argb);
            centiseconds += film.delayCentiseconds(frame);
            long until = Math.round(centiseconds * framesPerSecond / 100.0);
            while (sent < until) {
                if (progress.cancelled()) {
                    return false;
                }
                pipe.write(bytes.array());
                sent++;
            }
            progress.report(frame + 1, film.frames());
        }
        return true;
    }

    /// What ffmpeg says is wrong, empty if nothing is. Reads until it ends.
    private static String complaint(Process process) {
        try (InputStream err = process.getErrorStream()) {
            String said = new String(err.readNBytes(MOST_COMPLAINT), StandardCharsets.UTF_8).strip();
            err.skip(Long.MAX_VALUE);
            return said;
        } catch (IOException e) {
            return "";
        }
    }

    private static String reason(String said) {
        if (said.contains(DISK_FULL)) {
            return DISK_FULL;
        }
        if (said.contains("Unknown encoder")) {
            return "ffmpeg failed: it has no H.264 encoder (libx264)";
        }
        return "ffmpeg failed: "
                + (said.isEmpty() ? "it does not say why" : said.substring(said.lastIndexOf('\n') + 1).strip());
    }

    private static Path tagsFile(SceneText scene) throws IOException {
        Path file = Files.createTempFile("scorescape", ".tags");
        // The program may be told to end in the middle, by Ctrl+C.
        file.toFile().deleteOnExit();
        return Files.writeString(file, tags(scene));
    }

    /// The scene as a comment, in the format of ffmpeg's metadata files: special characters follow a backslash.
    private static String tags(SceneText scene) {
        return ";FFMETADATA1\ncomment=" + scene.comment().replaceAll("[=;#\\\\\n]", "\\\\$0") + "\n";
    }
}
