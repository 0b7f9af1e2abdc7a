package scorescape.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import scorescape.document.Document;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

/// Frames and pictures of documents at one of their moments.
public final class Pictures {

    private Pictures() {}

    /// The told step in `stage`, or the last step if that is where the stage belongs.
    static Playhead playhead(Document document, Stage stage, double progress) {
        int step = switch (stage) {
            case MOVE -> Math.min(document.toldStep() + 7, document.steps() - 1);
            case END -> document.steps() - 1;
            default -> document.toldStep();
        };
        return new Playhead(step, stage, progress);
    }

    static Frame frame(Document document, Playhead playhead, int width, int height, Theme theme) {
        return new FrameComputer().compute(document, playhead, Viewport.of(document.camera(), width, height), theme);
    }

    public static BufferedImage image(Frame frame) {
        var image = new BufferedImage(frame.viewport().width(), frame.viewport().height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        FramePainter.paint(g, frame);
        g.dispose();
        return image;
    }
}
