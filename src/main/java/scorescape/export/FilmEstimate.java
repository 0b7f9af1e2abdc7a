package scorescape.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescape.export.gif.FrameSource;

/// How large a film will be and how long it takes to make: guessed from a few short parts of it that are made for a trial.
///
/// @param bytes of the file, or of the files of a folder
/// @param seconds on this machine as busy as it is now
public record FilmEstimate(long bytes, double seconds) {

    private static final int PARTS = 20;
    private static final int PART = 2;

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
    /// @param cancelled asked at every frame
    /// @return empty if it was cancelled
    /// @throws ExportFailed if such films cannot be made here
    public static Optional<FilmEstimate> of(FilmFormat format, FrameSource film, BooleanSupplier cancelled)
            throws ExportFailed {
        int frames = film.frames();
        Path folder = folder();
        try {
            long start = System.nanoTime();
            if (frames <= PARTS * PART) {
                long all = size(format, new Part(film, range(0, frames)), folder, cancelled);
                return all < 0 ? Optional.empty() : Optional.of(new FilmEstimate(all, seconds(start)));
            }
            List<Integer> firsts = firsts(frames);
            List<Integer> parts = firsts.stream().flatMap(first -> range(first, first + PART).stream()).toList();
            long one = size(format, new Part(film, range(0, 1)), folder, cancelled);
            long jumps = size(format, new Part(film, firsts), folder, cancelled);
            long all = size(format, new Part(film, parts), folder, cancelled);
            if (one < 0 || jumps < 0 || all < 0) {
                return Optional.empty();
            }
            // What the frames cost that follow their neighbours, beside the jumps from part to part.
            double following = Math.max(0, (double) (all - jumps) / (parts.size() - firsts.size()));
            return Optional.of(new FilmEstimate(Math.round(one + following * (frames - 1)),
                    seconds(start) / (1 + firsts.size() + parts.size()) * frames));
        } finally {
            delete(folder);
        }
    }

    private static long size(FilmFormat format, FrameSource part, Path folder, BooleanSupplier cancelled)
            throws ExportFailed {
        Path file = folder.resolve("part" + format.extension());
        boolean whole = format.write(part, null, file, new Progress() {

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

    /// Where the parts begin.
    private static List<Integer> firsts(int frames) {
        // In the middle of equal shares: at the beginning and the end little moves.
        return IntStream.range(0, PARTS).mapToObj(part -> (int) ((frames - PART) * (part + 0.5) / PARTS)).toList();
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static double seconds(long start) {
        return 1e-9 * (System.nanoTime() - start);
    }

    private static Path folder() throws ExportFailed {
        try {
            return Files.createTempDirectory("scorescape");
        } catch (IOException e) {
            throw new ExportFailed(Path.of(System.getProperty("java.io.tmpdir")), String.valueOf(e.getMessage()), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            // A temporary folder: the system tidies up.
        }
    }
}
