package scorescape.export.gif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.document.Comparison;
import scorescape.document.Document;
import scorescape.document.Document.Camera;
import scorescape.document.Lane;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Layers.ColourMap;
import scorescape.document.Layers.Density;
import scorescape.document.Layers.Lines;
import scorescape.document.Presets;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.FilmSpan;
import scorescape.export.Pace;
import scorescape.export.gif.RaceFilms.Painter;
import scorescape.figure.Backdrop;
import scorescape.figure.Theme;
import scorescape.lesson.Stage;
import scorescape.lesson.Story.Beat;
import scorescape.math.Vec2;

/// Films of the program itself that show what its stories do not: fields, streamlines, maps that fade, paths, a camera
/// that comes closer, lanes.
final class RaceScenes {

    private static final Theme DARK = Theme.DARK;
    private static final Theme LIGHT = Theme.LIGHT;

    private RaceScenes() {}

    static Map<String, Painter> all(int width, int height) {
        Map<String, Painter> films = new LinkedHashMap<>();
        films.put("arrows",
                run(shown(coloured(scene("two-bells"), ColourMap.VIRIDIS), Layer.SCORE), width, height, DARK));
        Document lines = shown(scene("ring-of-points"), Layer.SCORE, Layer.GRID);
        Layers layers = lines.view().layers();
        films.put("streamlines", run(
                lines.withLayers(layers.withScore(layers.score().withLines(Lines.STREAMLINES))), width, height, LIGHT));
        films.put("density", run(coloured(scene("paper-corners"), ColourMap.MAGMA), width, height, DARK));
        films.put("paths",
                run(shown(scene("plain-sampling"), Layer.PATHS, Layer.ENDS, Layer.AXES), width, height, LIGHT));
        films.put("swarm", run(shown(scene("paper-boxes"), Layer.PARTICLES, Layer.MEAN), width, height, DARK));
        films.put("closer", closer(shown(scene("far-mode"), Layer.OUTLINES, Layer.AXES), width, height, LIGHT));
        films.put("lanes", run(lanes(shown(scene("two-boxes"), Layer.PARTICLES)), width, height, LIGHT));
        return films;
    }

    private static Document scene(String name) {
        return Presets.named(name).orElseThrow();
    }

    private static Document shown(Document scene, Layer... more) {
        Layers layers = scene.view().layers();
        for (Layer layer : more) {
            layers = layers.withShown(layer, true);
        }
        return scene.withLayers(layers);
    }

    private static Document coloured(Document scene, ColourMap map) {
        Density density = scene.view().layers().density();
        return scene.withLayers(scene.view().layers().withDensity(density.withColours(map)));
    }

    private static Document lanes(Document scene) {
        List<Lane> others = DoubleStream.of(0, 2, 8)
                .mapToObj(scale -> Lane.of(scene).withGuidance(new ClassifierFreeGuidance(1, scale)))
                .toList();
        return scene.withComparison(new Comparison(others, 1, false));
    }

    /// All steps, slowed down so that the film has them in its frames.
    private static Painter run(Document scene, int width, int height, Theme theme) {
        FrameSource film = film(scene, FilmSpan.Whole.RUN, width, height, theme);
        int[] argb = new int[width * height];
        return (image, frame) -> {
            film.paint(frame * film.frames() / RaceFilms.FRAMES, argb);
            image.setRGB(0, 0, width, height, argb, 0, width);
        };
    }

    /// The camera comes closer to where the told step ends.
    private static Painter closer(Document scene, int width, int height, Theme theme) {
        int[] argb = new int[width * height];
        Camera start = scene.view().camera();
        return (image, frame) -> {
            double share = frame / (double) RaceFilms.FRAMES;
            var camera = new Camera(start.centre().plus(new Vec2(0.2, 0.1).times(share * start.width())),
                    start.width() * Math.pow(0.3, share));
            var moment =
                    new FilmSpan.Range(new Beat(scene.toldStep(), Stage.MOVE), new Beat(scene.toldStep(), Stage.MOVE));
            film(scene.withCamera(camera), moment, width, height, theme).paint(0, argb);
            image.setRGB(0, 0, width, height, argb, 0, width);
        };
    }

    private static FrameSource film(Document scene, FilmSpan span, int width, int height, Theme theme) {
        return new FilmFormat.Gif(GifQuality.BEST).film(scene,
                new FilmOptions(width, height, theme, Backdrop.OPAQUE, span, Pace.of(25)));
    }
}
