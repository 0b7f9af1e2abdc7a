package scorescape.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PngExportTest {

    private static final Document SCENE = Presets.defaultScene();
    private static final Playhead AMPLIFIED = new Playhead(SCENE.toldStep(), Stage.AMPLIFY, 1);

    @TempDir
    private Path folder;

    @Test
    void thePictureIsWhatThePainterPaints() throws IOException {
        Path file = folder.resolve("a.png");

        PngExport.write(SCENE, AMPLIFIED, 320, 180, Theme.DARK, file);

        var expected = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = expected.createGraphics();
        FramePainter.paint(g, new FrameComputer().compute(SCENE, AMPLIFIED, Viewport.of(SCENE.camera(), 320, 180),
                Theme.DARK));
        g.dispose();
        assertArrayEquals(pixels(expected), pixels(ImageIO.read(file.toFile())));
    }

    @Test
    void twoPicturesAreTheSameBytes() throws IOException {
        Path one = folder.resolve("one.png");
        Path two = folder.resolve("two.png");

        PngExport.write(SCENE, AMPLIFIED, 160, 90, Theme.LIGHT, one);
        PngExport.write(SCENE, AMPLIFIED, 160, 90, Theme.LIGHT, two);

        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Test
    void impossibleSizesAreRejectedBeforeAnyWork() {
        Path file = folder.resolve("a.png");

        var thrown = assertThrows(IllegalArgumentException.class,
                () -> PngExport.write(SCENE, AMPLIFIED, 160, 100_000, Theme.LIGHT, file));

        assertEquals("height must be from 64 to 4096 pixels: 100000", thrown.getMessage());
        assertFalse(Files.exists(file));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
