import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// Draws the program's icon in all sizes and formats: `java jpackage/DrawIcons.java assets/icons jpackage/icons`.
///
/// The picture is the program's subject: two modes of a density, a state, its prediction, and the guided step away
/// from it.
final class DrawIcons {

    private static final int[] SIZES = {16, 32, 48, 64, 128, 256, 512};

    /// Of the icons in an ICO file. It holds PNG pictures.
    private static final int[] ICO_SIZES = {16, 32, 48, 64, 128, 256};

    /// Of the icons in an ICNS file, which holds PNG pictures too, and their types there.
    private static final Map<String, Integer> ICNS_SIZES = new TreeMap<>(
            Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024));

    private static final Color INDIGO = new Color(0x2B2A6B);
    private static final Color VIOLET = new Color(0xC77DFF);
    private static final Color GREEN = new Color(0x6FD38A);

    private DrawIcons() {}

    static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        for (int size : SIZES) {
            Files.write(Path.of(args[0], "scorescape-" + size + ".png"), png(size));
        }
        Files.write(Path.of(args[1], "scorescape.ico"), ico());
        Files.write(Path.of(args[1], "scorescape.icns"), icns());
    }

    private static byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / 64.0, size / 64.0);
        paint(g, size <= 32 ? 1.5f : 1);
        g.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// Windows: a directory of 16-byte entries, then the pictures. A size of 256 is written as 0.
    private static byte[] ico() throws IOException {
        var pictures = new ByteArrayOutputStream();
        ByteBuffer directory = ByteBuffer.allocate(6 + 16 * ICO_SIZES.length).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.length);
        for (int size : ICO_SIZES) {
            byte[] png = png(size);
            directory.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0).putShort((short) 1)
                    .putShort((short) 32).putInt(png.length).putInt(directory.capacity() + pictures.size());
            pictures.writeBytes(png);
        }
        return joined(directory.array(), pictures.toByteArray());
    }

    /// macOS: a header, then pictures, each after its type and length.
    private static byte[] icns() throws IOException {
        var pictures = new ByteArrayOutputStream();
        for (Map.Entry<String, Integer> entry : ICNS_SIZES.entrySet()) {
            byte[] png = png(entry.getValue());
            pictures.writeBytes(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            pictures.writeBytes(ByteBuffer.allocate(4).putInt(8 + png.length).array());
            pictures.writeBytes(png);
        }
        byte[] header = ByteBuffer.allocate(8).put("icns".getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + pictures.size()).array();
        return joined(header, pictures.toByteArray());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    /// Paints in a square of 64 units; `weight` makes lines and dots bolder where pixels are few.
    private static void paint(Graphics2D g, float weight) {
        RoundRectangle2D tile = new RoundRectangle2D.Double(2, 2, 60, 60, 16, 16);
        g.setPaint(new LinearGradientPaint(0, 2, 0, 62, new float[] {0, 1}, new Color[] {INDIGO, new Color(0x15143A)}));
        g.fill(tile);
        g.setClip(tile);
        glow(g, 20, 42, 24, new Color(0x8A7BFF));
        glow(g, 47, 47, 17, new Color(0x4FB3E8));
        g.setClip(null);
        g.setStroke(new BasicStroke(1.8f * weight, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1,
                new float[] {0.1f, 4f * weight}, 0));
        g.setPaint(GREEN);
        g.draw(new Line2D.Double(49, 15, 39, 40));
        dot(g, 39, 40, 3.6 * weight, GREEN);
        arrow(g, 39, 40, 17, 43, 3.2f * weight, VIOLET);
        dot(g, 49, 15, 4.6 * Math.sqrt(weight), Color.WHITE);
    }

    private static void glow(Graphics2D g, double x, double y, double radius, Color colour) {
        Color clear = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        g.setPaint(new RadialGradientPaint((float) x, (float) y, (float) radius, new float[] {0, 1},
                new Color[] {colour, clear}));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void dot(Graphics2D g, double x, double y, double radius, Color colour) {
        g.setPaint(colour);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void arrow(Graphics2D g, double x0, double y0, double x1, double y1, float width, Color colour) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        double head = 3.2 * width;
        double half = 1.5 * width;
        g.setPaint(colour);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(x0 + 3 * ux, y0 + 3 * uy, x1 - 0.8 * head * ux, y1 - 0.8 * head * uy));
        Path2D tip = new Path2D.Double();
        tip.moveTo(x1, y1);
        tip.lineTo(x1 - head * ux - half * uy, y1 - head * uy + half * ux);
        tip.lineTo(x1 - head * ux + half * uy, y1 - head * uy - half * ux);
        tip.closePath();
        g.fill(tip);
    }
}
