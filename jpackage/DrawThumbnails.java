import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/// Draws the small pictures that components can stand for: `java jpackage/DrawThumbnails.java assets/images`.
///
/// Simple motifs with large areas, so that they are known again under noise and in averages.
final class DrawThumbnails {

    private static final int SIZE = 64;

    /// Drawn larger and averaged down, for smooth rims.
    private static final int OVERSAMPLING = 8;

    private DrawThumbnails() {}

    static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Map<String, Consumer<Graphics2D>> motifs = Map.of("cat", DrawThumbnails::cat, "dog", DrawThumbnails::dog, "boat",
                DrawThumbnails::boat, "house", DrawThumbnails::house, "tree", DrawThumbnails::tree, "sun",
                DrawThumbnails::sun);
        for (var motif : motifs.entrySet()) {
            int large = SIZE * OVERSAMPLING;
            BufferedImage image = new BufferedImage(large, large, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(OVERSAMPLING, OVERSAMPLING);
            motif.getValue().accept(g);
            g.dispose();
            ImageIO.write(shrunk(image), "png", Path.of(args[0], motif.getKey() + ".png").toFile());
        }
    }

    private static BufferedImage shrunk(BufferedImage large) {
        BufferedImage small = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int rgb = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    int sum = 0;
                    for (int i = 0; i < OVERSAMPLING * OVERSAMPLING; i++) {
                        sum += large.getRGB(x * OVERSAMPLING + i % OVERSAMPLING, y * OVERSAMPLING + i / OVERSAMPLING)
                                >> shift & 0xFF;
                    }
                    rgb |= sum / (OVERSAMPLING * OVERSAMPLING) << shift;
                }
                small.setRGB(x, y, rgb);
            }
        }
        return small;
    }

    private static void cat(Graphics2D g) {
        ground(g, 0xF3D9B1, 0xE9BE86);
        Color fur = new Color(0x3B3A44);
        fill(g, fur, new Ellipse2D.Double(12, 20, 40, 36));
        fill(g, fur, new Polygon(new int[] {13, 16, 31}, new int[] {35, 7, 23}, 3));
        fill(g, fur, new Polygon(new int[] {51, 48, 33}, new int[] {35, 7, 23}, 3));
        fill(g, new Color(0xE39AA0), new Polygon(new int[] {17, 19, 26}, new int[] {26, 14, 22}, 3));
        fill(g, new Color(0xE39AA0), new Polygon(new int[] {47, 45, 38}, new int[] {26, 14, 22}, 3));
        eyes(g, new Color(0xB7E04F), 24, 40, 35, 5);
        fill(g, new Color(0xF1A7AD), new Polygon(new int[] {29, 35, 32}, new int[] {43, 43, 47}, 3));
        g.setColor(new Color(0xEDEDF0));
        g.setStroke(new BasicStroke(1.1f));
        for (int side = -1; side <= 1; side += 2) {
            for (int i = -1; i <= 1; i++) {
                g.draw(new Line2D.Double(32 + side * 7, 46 + i, 32 + side * 24, 45 + 4 * i));
            }
        }
    }

    private static void dog(Graphics2D g) {
        ground(g, 0xCFE4F2, 0x9CC3DE);
        Color fur = new Color(0xC98B4A);
        fill(g, fur, new Ellipse2D.Double(15, 12, 34, 42));
        fill(g, new Color(0x7A4A22), new Ellipse2D.Double(6, 14, 14, 34));
        fill(g, new Color(0x7A4A22), new Ellipse2D.Double(44, 14, 14, 34));
        fill(g, new Color(0xF4E3CB), new Ellipse2D.Double(21, 34, 22, 22));
        eyes(g, new Color(0xFFFFFF), 25, 39, 28, 4);
        fill(g, new Color(0x2A2422), new Ellipse2D.Double(27, 36, 10, 7));
        fill(g, new Color(0xE2636F), new Arc2D.Double(27, 43, 10, 14, 180, 180, Arc2D.CHORD));
    }

    private static void boat(Graphics2D g) {
        ground(g, 0xBFE3F7, 0xE9F6FC);
        fill(g, new Color(0x1F6FA8), new Rectangle2D.Double(0, 46, 64, 18));
        fill(g, new Color(0xFFFFFF), new Polygon(new int[] {31, 31, 10}, new int[] {6, 40, 40}, 3));
        fill(g, new Color(0xE4572E), new Polygon(new int[] {35, 35, 54}, new int[] {12, 40, 40}, 3));
        fill(g, new Color(0x5B3A21), new Rectangle2D.Double(31.5, 4, 3, 40));
        fill(g, new Color(0x8C2F1B), new Polygon(new int[] {8, 57, 48, 17}, new int[] {42, 42, 53, 53}, 4));
        waves(g, new Color(0x5FA8D8), 58);
    }

    private static void house(Graphics2D g) {
        ground(g, 0xF9E7C8, 0xFBF3E2);
        fill(g, new Color(0x7DB46C), new Rectangle2D.Double(0, 50, 64, 14));
        fill(g, new Color(0xF2F0EA), new Rectangle2D.Double(13, 28, 38, 28));
        fill(g, new Color(0x8E3B2F), new Rectangle2D.Double(42, 10, 6, 14));
        fill(g, new Color(0xC4472F), new Polygon(new int[] {6, 32, 58}, new int[] {30, 7, 30}, 3));
        fill(g, new Color(0x5A7FA6), new Rectangle2D.Double(18, 34, 10, 9));
        fill(g, new Color(0x6B4327), new Rectangle2D.Double(34, 36, 11, 20));
    }

    private static void tree(Graphics2D g) {
        ground(g, 0xD6ECF5, 0xF1F8E4);
        fill(g, new Color(0x94C16B), new Rectangle2D.Double(0, 52, 64, 12));
        fill(g, new Color(0x6F4A2C), new Rectangle2D.Double(28, 36, 8, 21));
        Color leaves = new Color(0x2F7D3B);
        fill(g, leaves, new Ellipse2D.Double(9, 18, 26, 24));
        fill(g, leaves, new Ellipse2D.Double(29, 18, 26, 24));
        fill(g, leaves, new Ellipse2D.Double(17, 4, 30, 28));
        fill(g, new Color(0x479A50), new Ellipse2D.Double(20, 8, 16, 14));
    }

    private static void sun(Graphics2D g) {
        ground(g, 0x3C78C8, 0x9CC8F0);
        g.setColor(new Color(0xFFD23F));
        g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < 12; i++) {
            double angle = Math.PI * i / 6;
            g.draw(new Line2D.Double(32 + 20 * Math.cos(angle), 30 + 20 * Math.sin(angle), 32 + 26 * Math.cos(angle),
                    30 + 26 * Math.sin(angle)));
        }
        fill(g, new Color(0xFFD23F), new Ellipse2D.Double(17, 15, 30, 30));
        fill(g, new Color(0xFFE58A), new Ellipse2D.Double(22, 19, 16, 14));
    }

    private static void eyes(Graphics2D g, Color iris, double left, double right, double y, double radius) {
        for (double x : new double[] {left, right}) {
            fill(g, iris, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            fill(g, new Color(0x16151A), new Ellipse2D.Double(x - 0.5 * radius, y - 0.7 * radius, radius, 1.4 * radius));
        }
    }

    private static void waves(Graphics2D g, Color colour, double y) {
        Path2D wave = new Path2D.Double();
        wave.moveTo(0, y);
        for (int x = 0; x < 64; x += 16) {
            wave.curveTo(x + 4, y - 4, x + 4, y - 4, x + 8, y);
            wave.curveTo(x + 12, y + 4, x + 12, y + 4, x + 16, y);
        }
        g.setColor(colour);
        g.setStroke(new BasicStroke(2));
        g.draw(wave);
    }

    private static void ground(Graphics2D g, int top, int bottom) {
        g.setPaint(new GradientPaint(0, 0, new Color(top), 0, SIZE, new Color(bottom)));
        g.fill(new Rectangle2D.Double(0, 0, SIZE, SIZE));
    }

    private static void fill(Graphics2D g, Color colour, Shape shape) {
        g.setColor(colour);
        g.fill(shape);
    }
}
