package scorescape.export.gif;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import scorescape.export.gif.RaceFilms.Painter;

/// Films that have little in common with those that the program makes, and less with each other.
final class RacePatterns {

    private static final int OCTAVES = 6;

    private RacePatterns() {}

    /// Paints a pixel: `0xRRGGBB`.
    private interface Pixel {
        int at(int x, int y, int frame);
    }

    private static Painter pixels(int width, int height, Pixel pixel) {
        return (image, frame) -> {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    image.setRGB(x, y, pixel.at(x, y, frame));
                }
            }
        };
    }

    /// What a camera sees that pans over rock: noise at all scales, in thousands of colours, that moves by parts of pixels.
    static Painter texture(int width, int height) {
        return pixels(width, height, (x, y, frame) -> {
            double u = (x + 1.3 * frame) / height;
            double v = (y + 0.6 * frame) / height;
            double rock = turbulence(u, v, 1);
            double moss = Math.clamp(3 * turbulence(u, v, 2) - 1.2, 0, 1);
            double light = 0.35 + 0.8 * rock;
            return rgb(light * (170 - 60 * moss), light * (155 + 5 * moss), light * (140 - 70 * moss));
        });
    }

    /// Octaves of noise between the points of a lattice, each of half the width and weight of the last; from 0 to 1.
    private static double turbulence(double u, double v, int seed) {
        double sum = 0;
        double weight = 0.5;
        double scale = 4;
        for (int octave = 0; octave < OCTAVES; octave++) {
            sum += weight * noise(u * scale, v * scale, seed * OCTAVES + octave);
            weight /= 2;
            scale *= 2;
        }
        return sum;
    }

    private static double noise(double u, double v, int seed) {
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        double a = smooth(u - i);
        double b = smooth(v - j);
        return (1 - b) * ((1 - a) * lattice(i, j, seed) + a * lattice(i + 1, j, seed))
                + b * ((1 - a) * lattice(i, j + 1, seed) + a * lattice(i + 1, j + 1, seed));
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double lattice(int i, int j, int seed) {
        int hash = (i * 0x9E3779B1) ^ (j * 0x85EBCA6B) ^ (seed * 0xC2B2AE35);
        hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
        hash = (hash ^ (hash >>> 12)) * 0x297A2D39;
        return ((hash ^ (hash >>> 15)) >>> 8) / (double) (1 << 24);
    }

    /// A sky at dawn: no edge anywhere, and every pixel changes, slowly.
    static Painter dawn(int width, int height) {
        return pixels(width, height, (x, y, frame) -> {
            double day = frame / 90.0;
            double up = 1 - y / (double) height;
            double sun = Math.exp(-3 * (Math.pow(x / (double) width - 0.6, 2) + Math.pow(up - 0.1 - 0.3 * day, 2)));
            return rgb(20 + 120 * day * (1 - up) + 190 * sun * day, 25 + 110 * day * (1 - 0.4 * up) + 120 * sun * day,
                    60 + 130 * day * (0.4 + 0.6 * up) + 30 * sun);
        });
    }

    /// A page of text that is scrolled in the window of a reader, which itself stands still.
    static Painter text(int width, int height) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        String[] lines = new String[120];
        for (int i = 0; i < lines.length; i++) {
            var line = new StringBuilder();
            for (int word = random.nextInt(5, 12); word > 0; word--) {
                for (int letter = random.nextInt(2, 9); letter > 0; letter--) {
                    line.append((char) ('a' + random.nextInt(26)));
                }
                line.append(' ');
            }
            lines[i] = line.toString();
        }
        return (image, frame) -> {
            Graphics2D g = graphics(image, new Color(0xeceff4), width, height);
            g.setColor(new Color(0x2e3440));
            g.fillRect(0, 0, width, 40);
            g.setColor(new Color(0xd8dee9));
            g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
            g.drawString("Reader", 16, 26);
            g.clipRect(40, 60, width - 80, height - 80);
            g.setColor(Color.WHITE);
            g.fillRect(40, 60, width - 80, height - 80);
            g.setFont(new Font(Font.SERIF, Font.PLAIN, 15));
            for (int i = 0; i < lines.length; i++) {
                g.setColor(i % 9 == 0 ? new Color(0x5e81ac) : new Color(0x3b4252));
                g.drawString(lines[i], 60, 84 + 22 * i - 3 * frame);
            }
            g.dispose();
        };
    }

    /// A few flat colours, and thin lines that turn over them.
    static Painter lines(int width, int height) {
        Color[] fields = {new Color(0xf4f1de), new Color(0xe07a5f), new Color(0x3d405b), new Color(0x81b29a)};
        return (image, frame) -> {
            Graphics2D g = graphics(image, fields[0], width, height);
            for (int i = 1; i < fields.length; i++) {
                g.setColor(fields[i]);
                g.fillRect(i * width / 4, 0, width / 4 + 1, height);
            }
            g.setStroke(new BasicStroke(1.2f));
            for (int i = 0; i < 24; i++) {
                double angle = Math.PI * i / 24 + 0.01 * frame * (i % 2 == 0 ? 1 : -1);
                g.setColor(i % 3 == 0 ? Color.BLACK : i % 3 == 1 ? Color.WHITE : new Color(0xf2cc8f));
                double x = width * Math.cos(angle);
                double y = width * Math.sin(angle);
                g.draw(new Line2D.Double(0.5 * width - x, 0.5 * height - y, 0.5 * width + x, 0.5 * height + y));
            }
            g.setColor(Color.BLACK);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
            g.drawString(String.format(Locale.ROOT, "angle %.2f", 0.01 * frame), 16, height - 16);
            g.dispose();
        };
    }

    /// A field that stands still in a colour map that does not.
    static Painter colourMap(int width, int height) {
        return pixels(width, height, (x, y, frame) -> {
            double u = 6.0 * x / height;
            double v = 6.0 * y / height;
            double field = 0.5 + 0.25 * Math.sin(u + Math.cos(1.4 * v)) + 0.25 * Math.cos(1.1 * v - 0.6 * u);
            double turn = 2 * Math.PI * (0.6 * field + frame / 180.0);
            return rgb(130 + 110 * field * Math.cos(turn), 90 + 140 * field + 20 * Math.sin(turn),
                    130 + 110 * (1 - field) * Math.sin(turn));
        });
    }

    /// All hues at all strengths, which turn: a hundred thousand colours in every frame.
    static Painter hues(int width, int height) {
        return pixels(width, height, (x, y, frame) -> {
            double u = (x - 0.5 * width) / height;
            double v = (y - 0.5 * height) / height;
            float hue = (float) (Math.atan2(v, u) / (2 * Math.PI) + frame / 90.0);
            double radius = Math.hypot(u, v);
            return Color.HSBtoRGB(hue, (float) Math.min(1, 2 * radius), (float) Math.clamp(1.5 - radius, 0, 1));
        });
    }

    private static Graphics2D graphics(BufferedImage image, Color ground, int width, int height) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(ground);
        g.fillRect(0, 0, width, height);
        return g;
    }

    private static int rgb(double red, double green, double blue) {
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }
}
