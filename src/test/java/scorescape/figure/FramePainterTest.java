package scorescape.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FramePainterTest {

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
}
