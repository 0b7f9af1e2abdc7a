package scorescape.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

/// Sets stills of the three stories beside the diagrams that they should say as clearly: those of "The geometry of
/// diffusion guidance", which are not part of this project. Arguments: the folder of the diagrams, and the PNG to write.
///
/// Of animations, the last frame is shown.
final class ContactSheet {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int COLUMNS = 2;
    private static final int GAP = 12;

    /// @param diagram number of the original
    /// @param guidance γ, where the diagram is about another one than the scene
    private record Pair(int diagram, String scene, Stage stage, @Nullable Double guidance) {}

    private static final List<Pair> PAIRS = List.of(
            pair(1, "step-plain", Stage.START),
            pair(2, "step-plain", Stage.PREDICT),
            pair(3, "step-plain", Stage.STEP),
            pair(4, "step-plain", Stage.NOISE),
            pair(5, "step-plain", Stage.PREDICT_AGAIN),
            pair(6, "step-plain", Stage.NEXT),
            pair(7, "step-plain", Stage.NEXT),
            new Pair(8, "step-classifier", Stage.GRADIENT, 1.0),
            new Pair(9, "step-classifier", Stage.COMBINE, 1.0),
            pair(10, "step-classifier", Stage.SCALE),
            pair(11, "step-classifier", Stage.COMBINE),
            pair(12, "step-classifier-free", Stage.PREDICT_GIVEN_CLASS),
            pair(13, "step-classifier-free", Stage.DIFFERENCE),
            pair(14, "step-classifier-free", Stage.AMPLIFY),
            pair(15, "step-classifier-free", Stage.STEP),
            pair(16, "step-classifier", Stage.NOISE),
            pair(17, "step-classifier-free", Stage.NOISE),
            pair(18, "step-classifier", Stage.NOISE),
            pair(19, "step-classifier-free", Stage.NOISE));

    private ContactSheet() {}

    static void main(String[] args) throws IOException {
        int rows = Math.ceilDiv(PAIRS.size(), COLUMNS);
        var sheet = new BufferedImage(COLUMNS * 2 * (WIDTH + GAP), rows * (HEIGHT + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.LIGHT_GRAY);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < PAIRS.size(); i++) {
            int x = i % COLUMNS * 2 * (WIDTH + GAP);
            int y = i / COLUMNS * (HEIGHT + GAP);
            g.drawImage(original(Path.of(args[0]), PAIRS.get(i).diagram()), x, y, WIDTH, HEIGHT, Color.WHITE, null);
            g.drawImage(ours(PAIRS.get(i)), x + WIDTH + GAP / 2, y, null);
        }
        g.dispose();
        ImageIO.write(sheet, "png", new File(args[1]));
    }

    private static Pair pair(int diagram, String scene, Stage stage) {
        return new Pair(diagram, scene, stage, null);
    }

    private static BufferedImage ours(Pair pair) {
        Document scene = Presets.named(pair.scene()).orElseThrow();
        if (pair.guidance() != null) {
            scene = scene.withGuidance(
                    ((ScaledGuidance) scene.guidance()).withScale(pair.guidance()));
        }
        // The fan is complete, and the density has not begun to melt.
        double progress = pair.stage() == Stage.NOISE ? 0.74 : 1;
        return Pictures.image(Pictures.frame(scene, new Playhead(scene.toldStep(), pair.stage(), progress), WIDTH,
                HEIGHT, Theme.LIGHT));
    }

    private static BufferedImage original(Path folder, int diagram) throws IOException {
        File png = folder.resolve("geometry_diagram%03d.png".formatted(diagram)).toFile();
        if (png.exists()) {
            return Objects.requireNonNull(ImageIO.read(png), png::toString);
        }
        File gif = folder.resolve("geometry_diagram%03d.gif".formatted(diagram)).toFile();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif)) {
            reader.setInput(in);
            // Each frame is drawn over the ones before.
            var canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = canvas.createGraphics();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                g.drawImage(reader.read(i), 0, 0, null);
            }
            g.dispose();
            return canvas;
        } finally {
            reader.dispose();
        }
    }
}
