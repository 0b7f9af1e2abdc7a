package scorescape.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.document.Document;
import scorescape.document.Layer;
import scorescape.document.Presets;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FramePainterTest {

    /// A curve that a band cuts is filled with other steps than the whole one, and dots are laid on the picture, not on a sheet
    /// over it: a channel may be off by a few shades of 255 ...
    private static final int SLIGHT = 6;

    /// ... and is by far less on average.
    private static final double MEAN = 0.05;

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStagePaintsEveryPixelOpaque(Stage stage) {
        Document document = Presets.defaultScene();
        Viewport viewport = Viewport.of(document.camera(), 320, 180);
        var image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();

        FramePainter.paint(g,
                new FrameComputer().compute(document, new Playhead(20, stage, 0.5), viewport, Theme.LIGHT));

        g.dispose();
        for (int y = 0; y < 180; y++) {
            for (int x = 0; x < 320; x++) {
                assertEquals(255, image.getRGB(x, y) >>> 24);
            }
        }
    }

    /// With many particles, of which each band has its part.
    @ParameterizedTest
    @EnumSource(Theme.class)
    void bandsLookAsThePicturePaintedAtOnce(Theme theme) {
        Document document = Presets.defaultScene();
        for (Layer layer : Layer.values()) {
            document = document.withLayers(document.layers().withShown(layer, true));
        }
        int width = 640;
        int height = 403;
        Frame frame = new FrameComputer().compute(document, new Playhead(9, Stage.NOISE, 1),
                Viewport.of(document.camera(), width, height), theme);
        assertBandsLookAlike(frame, width, height);
    }

    /// Letters far above and below the line, where bands meet and at the edges.
    @Test
    void bandsCutNoFormula() {
        int width = 640;
        int height = 403;
        Typeset tall =
                Typeset.line("$\\begin{array}{c} a \\\\ b \\\\ c \\\\ d \\\\ e \\end{array}$", Fonts.INTER_MEDIUM);
        List<Mark> marks = IntStream.range(0, 40)
                .<Mark>mapToObj(i -> new Mark.Text(tall, new Vec2(-5 + 16 * i, 11.3 * i), 30, Role.STATE, 1, true))
                .toList();
        var ground = new Raster(width, height, new int[width * height]);

        assertBandsLookAlike(new Frame(Viewport.of(Presets.defaultScene().camera(), width, height), Theme.LIGHT, ground,
                List.of(), marks, List.of(), List.of()), width, height);
    }

    private static void assertBandsLookAlike(Frame frame, int width, int height) {
        var atOnce = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = atOnce.createGraphics();
        FramePainter.paint(g, frame);
        g.dispose();
        var inBands = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);

        FramePainter.paint(inBands, frame);

        long sum = 0;
        for (int i = 0; i < width * height; i++) {
            int a = atOnce.getRGB(i % width, i / width);
            int b = inBands.getRGB(i % width, i / width);
            for (int shift = 0; shift < 32; shift += 8) {
                int off = Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF));
                assertTrue(off <= SLIGHT, "pixel " + i + " by " + off);
                sum += off;
            }
        }
        assertTrue(sum < MEAN * 4 * width * height, "sum " + sum);
    }
}
