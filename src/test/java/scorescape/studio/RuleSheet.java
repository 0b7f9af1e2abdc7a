package scorescape.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document;
import scorescape.document.Document.Camera;
import scorescape.document.Layer;
import scorescape.document.Presets;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.RunShapes;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;

/// One picture of the vectors at one point for each guidance rule, and for each rule laid on top of classifier-free guidance,
/// all on one sheet. Arguments: the PNG to write, and `light` or `dark`.
final class RuleSheet {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int COLUMNS = 4;
    private static final int GAP = 8;
    private static final double GAMMA = 3;

    private record Subject(String name, Guidance rule) {}

    private RuleSheet() {}

    static void main(String[] args) throws IOException {
        Document scene = Presets.defaultScene();
        Vec2 point = new FrameComputer().trajectory(scene).steps().get(scene.toldStep()).x();
        scene = scene.withPlacement(new Placement(scene.toldStep(), point))
                .withCamera(
                        new Camera(scene.camera().centre().plus(new Vec2(1.2, -0.3)), 1.45 * scene.camera().width()))
                .withLayers(scene.layers().withShown(Layer.EQUATION, true).withShown(Layer.STATUS, false));
        List<Subject> subjects = subjects(scene);
        int rows = Math.ceilDiv(subjects.size(), COLUMNS);
        var sheet = new BufferedImage(COLUMNS * (WIDTH + GAP), rows * (HEIGHT + 28 + GAP),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.LIGHT_GRAY);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        g.setColor(Color.BLACK);
        g.setFont(g.getFont().deriveFont(18f));
        for (int i = 0; i < subjects.size(); i++) {
            int x = i % COLUMNS * (WIDTH + GAP);
            int y = Math.floorDiv(i, COLUMNS) * (HEIGHT + 28 + GAP);
            g.drawString(subjects.get(i).name(), x + 8, y + 20);
            g.drawImage(picture(scene.withGuidance(subjects.get(i).rule()),
                    Theme.valueOf(args[1].toUpperCase(Locale.ROOT))), x, y + 28, null);
        }
        g.dispose();
        ImageIO.write(sheet, "png", new File(args[0]));
    }

    private static List<Subject> subjects(Document scene) {
        List<Subject> all = new ArrayList<>();
        var start = new RuleKind.Start(1, 0, GAMMA);
        for (RuleKind kind : RuleKind.values()) {
            all.add(new Subject(kind.title(), kind.make(start)));
        }
        var rule = new ClassifierFreeGuidance(1, GAMMA);
        // At the told step an interval is either at work or not: both are shown.
        all.add(new Subject("Interval, outside", new GuidanceInterval(rule, 0.01, 0.1)));
        for (WrapperKind kind : WrapperKind.values()) {
            var begin = new WrapperKind.Start(1, GAMMA, scene.data().bounds());
            all.add(new Subject(kind.title() + " on classifier-free",
                    RuleStack.of(rule).plus(kind.make(begin)).guidance()));
        }
        return all;
    }

    /// The told step, told to its end but for the density, which has not begun to melt.
    private static BufferedImage picture(Document document, Theme theme) {
        List<Stage> stages = new RunShapes().of(document).stages(document.toldStep());
        var playhead = new Playhead(document.toldStep(), stages.getLast(),
                stages.getLast() == Stage.NOISE ? 0.74 : 1);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        FramePainter.paint(g, new FrameComputer().compute(document, playhead,
                Viewport.of(document.camera(), WIDTH, HEIGHT), theme));
        g.dispose();
        return image;
    }
}
