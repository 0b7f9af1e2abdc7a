package scorescape.figure;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.document.Document;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Layers.ColourMap;
import scorescape.document.Layers.Density;
import scorescape.document.Layers.Difference;
import scorescape.document.Layers.DifferenceOf;
import scorescape.document.Layers.Drawing;
import scorescape.document.Layers.Law;
import scorescape.document.Layers.Lengths;
import scorescape.document.Layers.Lines;
import scorescape.document.Layers.Scaling;
import scorescape.document.Layers.Score;
import scorescape.document.Layers.ScoreOf;
import scorescape.lesson.Stage;

/// Every layer and every theme looks as it did when a person last looked at it.
class LayersGoldenTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 250;
    private static final Document SCENE = Scenes.THREE_CLASSES;
    private static final Layers NONE = Stream.of(Layer.values())
            .reduce(Layers.DEFAULT, (layers, layer) -> layers.withShown(layer, false), (a, _) -> a);

    static Stream<Arguments> layers() {
        Layers density = NONE.withShown(Layer.DENSITY, true);
        return Stream.of(
                Arguments.of("density-class", density.withDensity(
                        new Density(Law.CLASS, Scaling.LINEAR, Drawing.HEAT, ColourMap.CIVIDIS))),
                Arguments.of("density-tilted", density.withDensity(
                        new Density(Law.TILTED, Scaling.LOGARITHMIC, Drawing.HEAT, ColourMap.MAGMA))),
                Arguments.of("density-faint", density.withOpacity(Layer.DENSITY, 0.4)),
                Arguments.of("contours", density.withDensity(
                        new Density(Law.UNCONDITIONAL, Scaling.LINEAR, Drawing.CONTOURS, ColourMap.THEME))),
                Arguments.of("contours-logarithmic", density.withDensity(
                        new Density(Law.TILTED, Scaling.LOGARITHMIC, Drawing.CONTOURS, ColourMap.VIRIDIS))),
                Arguments.of("regions", NONE.withShown(Layer.REGIONS, true)),
                Arguments.of("grid-axes", NONE.withShown(Layer.GRID, true).withShown(Layer.AXES, true)
                        .withShown(Layer.STATUS, true).withShown(Layer.CAPTION, true)),
                Arguments.of("flow", NONE.withShown(Layer.FLOW, true)),
                Arguments.of("outlines", NONE.withShown(Layer.OUTLINES, true)),
                Arguments.of("samples", NONE.withShown(Layer.SAMPLES, true).withSamples(2000)),
                Arguments.of("score", NONE.withShown(Layer.SCORE, true)),
                Arguments.of("score-to-scale", NONE.withShown(Layer.SCORE, true).withShown(Layer.STATUS, true)
                        .withScore(new Score(ScoreOf.CLASS, Lines.ARROWS, Lengths.TO_SCALE))),
                Arguments.of("score-classifier", NONE.withShown(Layer.SCORE, true)
                        .withScore(new Score(ScoreOf.CLASSIFIER, Lines.ARROWS, Lengths.NORMALISED))),
                Arguments.of("streamlines", NONE.withShown(Layer.SCORE, true)
                        .withScore(new Score(ScoreOf.GUIDED, Lines.STREAMLINES, Lengths.NORMALISED))),
                Arguments.of("difference", NONE.withShown(Layer.DIFFERENCE, true)),
                Arguments.of("difference-unscaled", NONE.withShown(Layer.DIFFERENCE, true)
                        .withDifference(new Difference(DifferenceOf.UNSCALED, Lengths.NORMALISED))),
                Arguments.of("paths", NONE.withShown(Layer.PATHS, true)),
                Arguments.of("particles", NONE.withShown(Layer.PARTICLES, true)),
                Arguments.of("ends", NONE.withShown(Layer.ENDS, true)
                        .withPopulation(NONE.population().withParticles(300))),
                Arguments.of("ends-many", NONE.withShown(Layer.ENDS, true)
                        .withPopulation(NONE.population().withParticles(3000))),
                Arguments.of("mean-axis", NONE.withShown(Layer.MEAN, true).withShown(Layer.AXIS, true)
                        .withShown(Layer.LEGEND, true)),
                Arguments.of("run", NONE.withShown(Layer.RUN, true)),
                Arguments.of("posterior", NONE.withShown(Layer.POSTERIOR, true)),
                Arguments.of("vectors", NONE.withShown(Layer.VECTORS, true)),
                Arguments.of("legend", NONE.withShown(Layer.LEGEND, true)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerLooksAsKept(String name, Layers layers) throws IOException {
        check("layer-" + name, layers, Theme.LIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void everyThemeLooksAsKept(Theme theme) throws IOException {
        Layers usual = Layers.DEFAULT.withShown(Layer.REGIONS, true).withShown(Layer.OUTLINES, true)
                .withShown(Layer.PARTICLES, true).withShown(Layer.GRID, true).withShown(Layer.AXES, true);

        check("theme-" + theme.name().toLowerCase(Locale.ROOT), usual, theme);
    }

    private static void check(String name, Layers layers, Theme theme) throws IOException {
        Document document = SCENE.withLayers(layers);
        GoldenImages.assertLooksAsKept(name, Pictures.image(Pictures.frame(document,
                Pictures.playhead(document, Stage.AMPLIFY, 1), WIDTH, HEIGHT, theme)));
    }
}
