package scorescape.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import scorescape.document.Document;
import scorescape.export.gif.FrameSource;
import scorescape.figure.Backdrop;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.Role;
import scorescape.figure.Viewport;

/// A part of the run of a document as painted frames. Confined to one thread.
final class Film implements FrameSource {

    /// Of 255: what is fainter is left out where pixels can only be there or not. Most of what a density fades away in
    /// is left out, the soft edges of lines stay.
    private static final int FAINTEST = 48;

    private final Document document;
    private final AnimationPlan plan;
    private final FilmOptions options;
    private final Viewport viewport;
    private final boolean wholePixels;
    private final FrameComputer computer = new FrameComputer();
    private final BufferedImage image;

    /// @param wholePixels whether the format knows no half-transparent pixels: they are then laid on the background of
    ///     the theme
    /// @throws IllegalArgumentException with a sentence for people, if the run has no such part
    Film(Document document, FilmOptions options, boolean wholePixels) {
        this.document = document;
        this.options = options;
        this.wholePixels = wholePixels;
        plan = AnimationPlan.of(options.span().in(document), options.pace());
        viewport = Viewport.of(document.camera(), options.width(), options.height());
        image = new BufferedImage(options.width(), options.height(),
                transparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
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
    public int plays() {
        return options.pace().plays();
    }

    @Override
    public boolean transparent() {
        return options.backdrop() == Backdrop.CLEAR;
    }

    @Override
    public int delayCentiseconds(int frame) {
        return plan.delayCentiseconds(frame);
    }

    @Override
    public void paint(int frame, int[] argb) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        if (transparent()) {
            Arrays.fill(pixels, 0);
        }
        Graphics2D g = image.createGraphics();
        try {
            FramePainter.paint(g, computer.compute(document, plan.playhead(frame), viewport, options.theme()),
                    options.backdrop());
        } finally {
            g.dispose();
        }
        System.arraycopy(pixels, 0, argb, 0, pixels.length);
        if (transparent() && wholePixels) {
            harden(argb);
        }
    }

    private void harden(int[] argb) {
        int ground = options.theme().color(Role.BACKGROUND).getRGB();
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            argb[i] = alpha < FAINTEST
                    ? 0
                    : 0xff000000 | over(argb[i], ground, alpha, 16) | over(argb[i], ground, alpha, 8)
                            | over(argb[i], ground, alpha, 0);
        }
    }

    private static int over(int colour, int ground, int alpha, int shift) {
        int mixed = ((colour >> shift & 255) * alpha + (ground >> shift & 255) * (255 - alpha) + 127) / 255;
        return mixed << shift;
    }
}
