package scorescape.export;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scorescape.export.gif.FrameSource;
import scorescape.export.png.PngEncoder;

/// Writes a film as a folder of PNG files, `frame-0001.png` and so on, with a list that says how long each is shown.
///
/// The list, `frames.ffconcat`, is in the format that `ffmpeg -f concat` reads. The scene is inside the first frame.
final class FrameFolder {

    private static final int LEAST_DIGITS = 4;

    private FrameFolder() {}

    /// The first frame of a folder that holds frames: the one with the scene.
    static Optional<Path> first(Path folder) {
        return IntStream.range(LEAST_DIGITS, 10)
                .mapToObj(digits -> folder.resolve(name(1, digits)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String name(int number, int digits) {
        return String.format(Locale.ROOT, "frame-%0" + digits + "d.png", number);
    }

    /// @param folder must not be there yet; appears whole or not at all
    /// @return whether the folder was written; false if `progress` cancelled
    static boolean write(FrameSource film, @Nullable SceneText scene, Path folder, Progress progress)
            throws ExportFailed {
        return NewFile.writeFolder(folder, part -> {
            int digits = Math.max(LEAST_DIGITS, String.valueOf(film.frames()).length());
            int[] argb = new int[film.width() * film.height()];
            var list = new StringBuilder("ffconcat version 1.0\n");
            for (int frame = 0; frame < film.frames(); frame++) {
                film.paint(frame, argb);
                String name = name(frame + 1, digits);
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part.resolve(name)))) {
                    PngEncoder.write(argb, film.width(), film.height(), film.transparent(),
                            scene == null || frame > 0 ? null : scene.pngText(), out);
                }
                list.append(String.format(Locale.ROOT, "file %s%nduration %.2f%n".replace("%n", "\n"), name,
                        film.delayCentiseconds(frame) / 100.0));
                progress.report(frame + 1, film.frames());
                if (progress.cancelled()) {
                    return false;
                }
            }
            Files.writeString(part.resolve("frames.ffconcat"), list);
            return true;
        });
    }
}
