package scorescape.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/// Compares pictures with those kept beside the tests.
///
/// `mvn test -Dgolden.update=true` rewrites what is kept: look at the pictures before you commit them. A picture that
/// differs is written to `target/golden`, with a map of the differences.
public final class GoldenImages {

    private static final Path KEPT = Path.of("src/test/resources/scorescape/figure/golden");
    private static final Path REPORT = Path.of("target/golden");

    /// A channel that is off by this much, of 255, may be another rounding in the filling of a curve.
    private static final int SLIGHT = 24;

    /// Share of the pixels that may be off by more: the rims of a few glyphs.
    private static final double RIMS = 0.001;

    /// The largest mean difference of a channel, of 255: a ground that is a shade off everywhere fails.
    private static final double MEAN = 0.4;

    private GoldenImages() {}

    public static void assertLooksAsKept(String name, BufferedImage actual) throws IOException {
        assertLooksAsKept(KEPT.resolve(name + ".png"), actual);
    }

    /// @param kept a picture that is kept elsewhere
    public static void assertLooksAsKept(Path kept, BufferedImage actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(kept.toAbsolutePath().getParent());
            ImageIO.write(actual, "png", kept.toFile());
            return;
        }
        assertTrue(Files.exists(kept), () -> kept + " is missing: run once with -Dgolden.update=true");
        BufferedImage expected = ImageIO.read(kept.toFile());
        assertEquals(expected.getWidth(), actual.getWidth());
        assertEquals(expected.getHeight(), actual.getHeight());
        var difference = new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
        long sum = 0;
        int off = 0;
        for (int y = 0; y < actual.getHeight(); y++) {
            for (int x = 0; x < actual.getWidth(); x++) {
                int a = actual.getRGB(x, y);
                int b = expected.getRGB(x, y);
                int worst = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    int distance = Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF));
                    worst = Math.max(worst, distance);
                    sum += distance;
                }
                off += worst > SLIGHT ? 1 : 0;
                difference.setRGB(x, y, Math.min(255, 4 * worst) * 0x010101);
            }
        }
        double pixels = (double) actual.getWidth() * actual.getHeight();
        if (off > RIMS * pixels || sum > MEAN * 3 * pixels) {
            String name = String.valueOf(kept.getFileName()).replace(".png", "");
            Files.createDirectories(REPORT);
            ImageIO.write(actual, "png", REPORT.resolve(name + "-actual.png").toFile());
            ImageIO.write(difference, "png", REPORT.resolve(name + "-difference.png").toFile());
            fail("%s: %d pixels differ, channels by %.2f on average; see %s".formatted(name, off, sum / (3 * pixels),
                    REPORT));
        }
    }
}
