package scorescape.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import scorescape.document.Document;
import scorescape.export.gif.FrameSource;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.RunShapes;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.lesson.Story;

/// The story of a document as painted frames. Confined to one thread.
public final class Film implements FrameSource {

    private final Document document;
    private final AnimationPlan plan;
    private final Viewport viewport;
    private final Theme theme;
    private final FrameComputer computer = new FrameComputer();
    private final BufferedImage image;

    public Film(Document document, GifOptions options) {
        this.document = document;
        plan = AnimationPlan.of(storyOf(document), options.framesPerSecond());
        viewport = Viewport.of(document.camera(), options.width(), options.height());
        theme = options.theme();
        image = new BufferedImage(options.width(), options.height(), BufferedImage.TYPE_INT_RGB);
    }

    /// What the film of a document tells.
    public static Story storyOf(Document document) {
        return Story.of(new RunShapes().of(document), document.toldStep());
    }

    @Override
    public int width() {
        return viewport.width();
    }

    @Override
    public int height() {
        return viewport.height();
    }

    @Override
    public int frames() {
        return plan.frames();
    }

    @Override
    public int delayCentiseconds(int frame) {
        return plan.delayCentiseconds(frame);
    }

    @Override
    public void paint(int frame, int[] argb) {
        Graphics2D g = image.createGraphics();
        try {
            FramePainter.paint(g, computer.compute(document, plan.playhead(frame), viewport, theme));
        } finally {
            g.dispose();
        }
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, argb, 0, pixels.length);
    }
}
