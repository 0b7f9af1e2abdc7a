package scorescape.studio;

import java.awt.image.BufferedImage;
import scorescape.document.Document;
import scorescape.figure.Frame;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

/// Makes the first picture come sooner.
final class WarmUp {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;

    private WarmUp() {}

    /// Paints `scene` once, out of sight, so that the first picture on show finds its classes, fonts and formulas
    /// loaded.
    static void paint(Document scene) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        var playhead = new Playhead(scene.toldStep(), Stage.START, 0);
        Frame frame = new FrameComputer()
                .compute(scene, playhead, Viewport.of(scene.camera(), WIDTH, HEIGHT), Theme.LIGHT);
        FramePainter.paint(image, frame);
    }
}
