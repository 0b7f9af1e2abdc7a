package scorescape.export.gif;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;

/// The films that [GifRace] brings along, each of another kind. [RaceScenes] has more of those that the program makes.
final class RaceFilms {

    static final int FRAMES = 90;

    private static final List<String> STORIES =
            List.of("step-plain", "step-classifier", "step-classifier-free", "two-boxes");

    /// Paints a frame.
    interface Painter {
        void paint(BufferedImage image, int frame);
    }

    private RaceFilms() {}

    static Map<String, Painter> all(int width, int height) {
        Map<String, Painter> films = new LinkedHashMap<>();
        films.put("story", story(Presets.NAMES.getFirst(), width, height, Theme.LIGHT));
        films.put("dark-story", story(Presets.NAMES.getFirst(), width, height, Theme.DARK));
        for (String name : STORIES) {
            films.put(name, story(name, width, height, Theme.LIGHT));
        }
        films.put("dark-two-boxes", story("two-boxes", width, height, Theme.DARK));
        films.put("population", population(width, height));
        films.put("zoom", zoom(width, height));
        films.put("fade", fade(width, height));
        films.put("texture", RacePatterns.texture(width, height));
        films.put("dawn", RacePatterns.dawn(width, height));
        films.put("text", RacePatterns.text(width, height));
        films.put("lines", RacePatterns.lines(width, height));
        films.put("colour-map", RacePatterns.colourMap(width, height));
        films.put("hues", RacePatterns.hues(width, height));
        return films;
    }

    /// A scene that comes with the program: ten frames a second, from the start.
    private static Painter story(String name, int width, int height, Theme theme) {
        var film = new FilmFormat.Gif(GifQuality.BEST)
                .film(Presets.named(name).orElseThrow(), new FilmOptions(width, height, 10, theme));
        int[] argb = new int[width * height];
        return (image, frame) -> {
            film.paint(Math.min(frame, film.frames() - 1), argb);
            image.setRGB(0, 0, width, height, argb, 0, width);
        };
    }

    /// Particles that leave a ring for three wells, each with a short tail, in three colours on a dark ground.
    private static Painter population(int width, int height) {
        int particles = 3000;
        double[] x = new double[particles];
        double[] y = new double[particles];
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < particles; i++) {
            double angle = random.nextDouble(2 * Math.PI);
            x[i] = 2 * Math.cos(angle);
            y[i] = 2 * Math.sin(angle);
        }
        Color[] inks = {new Color(0xf2, 0xa5, 0x41, 150), new Color(0x6c, 0xc5, 0xb0, 150),
            new Color(0xc9, 0x8b, 0xdb, 150)};
        return (image, _) -> {
            Graphics2D g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(new Color(0x14161f));
            g.fillRect(0, 0, width, height);
            double unit = height / 6.0;
            for (int i = 0; i < particles; i++) {
                double well = 2 * Math.PI * (i % 3) / 3;
                x[i] += 0.05 * (1.5 * Math.cos(well) - x[i]) + 0.06 * random.nextGaussian();
                y[i] += 0.05 * (1.5 * Math.sin(well) - y[i]) + 0.06 * random.nextGaussian();
                g.setColor(inks[i % 3]);
                double radius = 0.03 * unit;
                g.fill(new Ellipse2D.Double(0.5 * width + unit * x[i] - radius, 0.5 * height - unit * y[i] - radius,
                        2 * radius, 2 * radius));
            }
            g.dispose();
        };
    }

    /// A slow zoom over a field of waves in a colour map that goes from blue over white to red.
    private static Painter zoom(int width, int height) {
        return (image, frame) -> {
            double scale = 8.0 / height * Math.exp(-0.008 * frame);
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    double x = 1.3 + scale * (column - 0.5 * width);
                    double y = -0.4 + scale * (row - 0.5 * height);
                    double field = Math.exp(-0.08 * (x * x + y * y)) * Math.sin(1.7 * x + 0.6 * Math.sin(1.3 * y))
                            + 0.3 * Math.cos(0.9 * y - 0.5 * x);
                    image.setRGB(column, row, blueWhiteRed(Math.clamp(0.5 + 0.4 * field, 0, 1)));
                }
            }
        };
    }

    private static int blueWhiteRed(double t) {
        double side = Math.abs(2 * t - 1);
        double strong = 255 - 75 * side * side;
        double weak = 255 - 235 * Math.pow(side, 0.9);
        double middle = 255 - 180 * side;
        return (int) Math.round(t < 0.5 ? weak : strong) << 16 | (int) Math.round(middle) << 8
                | (int) Math.round(t < 0.5 ? strong : weak);
    }

    /// One picture melts into another: every pixel changes in every frame.
    private static Painter fade(int width, int height) {
        int[] from = picture(Presets.defaultScene(), new Playhead(6, Stage.AMPLIFY, 1), width, height);
        Document other = Presets.named(Presets.NAMES.getLast()).orElseThrow();
        int[] to = picture(other, new Playhead(other.steps() - 1, Stage.END, 1), width, height);
        return (image, frame) -> {
            double share = Math.clamp((frame - 10) / 70.0, 0, 1);
            for (int i = 0; i < from.length; i++) {
                int mixed = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int a = from[i] >> shift & 255;
                    int b = to[i] >> shift & 255;
                    mixed |= (int) Math.round(a + share * (b - a)) << shift;
                }
                image.setRGB(i % width, i / width, mixed);
            }
        };
    }

    private static int[] picture(Document document, Playhead playhead, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        FramePainter.paint(g, new FrameComputer().compute(document, playhead,
                new Viewport(Vec2.ZERO, 8.0 / width, width, height), Theme.LIGHT));
        g.dispose();
        return image.getRGB(0, 0, width, height, null, 0, width);
    }
}
