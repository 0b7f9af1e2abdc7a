package scorescape.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scorescape.export.gif.FrameSource;

/// How large a film will be and how long it takes to make: guessed from a few short parts of it that are made for a trial.
///
/// @param bytes of the file, or of the files of a folder
/// @param seconds on this machine as busy as it is now
public record FilmEstimate(long bytes, double seconds) {

    /// Which parts of a film are made: some short ones, then the same a little longer.
    ///
    /// @param parts how many
    /// @param few frames of each the first time
    /// @param many frames of each the second time
    private record Trial(int parts, int few, int many) {

        /// Of a film in which each frame is written after the one before.
        static final Trial PAIRS = new Trial(20, 1, 2);

        /// An encoder of video spends the less on a frame the longer those after it resemble it, so it is shown some.
        static final Trial SHOTS = new Trial(10, 4, 12);

        static Trial of(FilmFormat format) {
            return format instanceof FilmFormat.Mp4 ? SHOTS : PAIRS;
        }

        /// The frames that are made.
        ///
        /// @param length of each part
        /// @param frames of the film
        List<Integer> shown(int length, int frames) {
            // In the middle of equal shares: at the beginning and the end little moves.
            return IntStream.range(0, parts)
                    .mapToObj(part -> (int) ((frames - many) * (part + 0.5) / parts))
                    .flatMap(first -> range(first, first + length).stream()).toList();
        }
    }

    /// Some frames of a film.
    private record Part(FrameSource film, List<Integer> shown) implements FrameSource {

        @Override
        public int width() {
            return film.width();
        }

        @Override
        public int height() {
            return film.height();
        }

        @Override
        public int frames() {
            return shown.size();
        }

        @Override
        public boolean transparent() {
            return film.transparent();
        }

        @Override
        public int delayCentiseconds(int frame) {
            return film.delayCentiseconds(shown.get(frame));
        }

        @Override
        public void paint(int frame, int[] argb) {
            film.paint(shown.get(frame), argb);
        }
    }

    /// Takes some seconds: for a thread of its own.
    ///
    /// @param scene what goes into the file; null for nothing
    /// @param cancelled asked at every frame
    /// @return empty if it was cancelled
    /// @throws ExportFailed if such films cannot be made here
    public static Optional<FilmEstimate> of(FilmFormat format, FrameSource film, @Nullable SceneText scene,
            BooleanSupplier cancelled) throws ExportFailed {
        int frames = film.frames();
        Trial trial = Trial.of(format);
        // A part that a killed program leaves here is deleted by the next estimate, as any part of an export.
        Path file =
                Path.of(System.getProperty("java.io.tmpdir"), "scorescape-" + UUID.randomUUID() + format.extension());
        try {
            long start = System.nanoTime();
            if (frames <= trial.parts * trial.many) {
                long all = size(format, new Part(film, range(0, frames)), scene, file, cancelled);
                return all < 0 ? Optional.empty() : Optional.of(new FilmEstimate(all, seconds(start)));
            }
            List<Integer> few = trial.shown(trial.few, frames);
            List<Integer> many = trial.shown(trial.many, frames);
            long one = size(format, new Part(film, range(0, 1)), null, file, cancelled);
            long opening = size(format, new Part(film, range(0, 1)), scene, file, cancelled);
            long less = size(format, new Part(film, few), null, file, cancelled);
            // The last trial is timed: by then the program is warm.
            long last = System.nanoTime();
            long more = size(format, new Part(film, many), null, file, cancelled);
            if (one < 0 || opening < 0 || less < 0 || more < 0) {
                return Optional.empty();
            }
            // What the frames cost that follow their neighbours, beside the jumps from part to part.
            double following = Math.max(0, (double) (more - less) / (many.size() - few.size()));
            int again = format instanceof FilmFormat.Mp4 ? (frames - 1) / Ffmpeg.KEY_FRAME_EVERY : 0;
            return Optional.of(new FilmEstimate(
                    Math.round(opening + (double) one * again + following * (frames - 1 - again)),
                    seconds(last) / many.size() * frames));
        } finally {
            delete(file);
        }
    }

    private static long size(FilmFormat format, FrameSource part, @Nullable SceneText scene, Path file,
            BooleanSupplier cancelled) throws ExportFailed {
        boolean whole = format.write(part, scene, file, new Progress() {

            @Override
            public void report(int done, int total) {
                // Nobody waits for it.
            }

            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean();
            }
        });
        try (Stream<Path> files = Files.walk(file)) {
            long sum = 0;
            for (Path each : whole ? files.filter(Files::isRegularFile).toList() : List.<Path>of()) {
                sum += Files.size(each);
                Files.delete(each);
            }
            Files.deleteIfExists(file);
            return whole ? sum : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static double seconds(long start) {
        return 1e-9 * (System.nanoTime() - start);
    }

    /// What is left of a trial that was not made to its end: a file, or a folder of them.
    private static void delete(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<Path> all = Files.walk(file)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            // A temporary folder: the system tidies up.
        }
    }
}
