package scorescape.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import scorescape.diffusion.analysis.Prediction;
import scorescape.document.Layers.ColourMap;
import scorescape.document.Layers.Colouring;
import scorescape.document.Layers.Convention;
import scorescape.document.Layers.Density;
import scorescape.document.Layers.Difference;
import scorescape.document.Layers.DifferenceOf;
import scorescape.document.Layers.Drawing;
import scorescape.document.Layers.Law;
import scorescape.document.Layers.Lengths;
import scorescape.document.Layers.Lines;
import scorescape.document.Layers.Look;
import scorescape.document.Layers.Notation;
import scorescape.document.Layers.Population;
import scorescape.document.Layers.Scaling;
import scorescape.document.Layers.Score;
import scorescape.document.Layers.ScoreOf;

/// Layers in the file format: an object by layer, with what differs from the default.
final class LayersCodec {

    private static final Layers DEFAULT = Layers.DEFAULT;

    private LayersCodec() {}

    /// @return empty for the default
    static Map<String, Object> encode(Layers layers) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Layer layer : Layer.values()) {
            Map<String, Object> own = new LinkedHashMap<>();
            Look look = layers.look(layer);
            if (look.shown() != DEFAULT.look(layer).shown()) {
                own.put("shown", look.shown());
            }
            if (look.opacity() != DEFAULT.look(layer).opacity()) {
                own.put("opacity", look.opacity());
            }
            addSettings(own, layer, layers);
            if (!own.isEmpty()) {
                object.put(Place.name(layer), own);
            }
        }
        return object;
    }

    private static void addSettings(Map<String, Object> own, Layer layer, Layers layers) {
        switch (layer) {
            case DENSITY -> {
                Density density = layers.density();
                Density usual = DEFAULT.density();
                add(own, "law", density.law(), usual.law());
                add(own, "scaling", density.scaling(), usual.scaling());
                add(own, "drawing", density.drawing(), usual.drawing());
                add(own, "colours", density.colours(), usual.colours());
            }
            case SCORE -> {
                Score score = layers.score();
                Score usual = DEFAULT.score();
                add(own, "of", score.of(), usual.of());
                add(own, "lines", score.lines(), usual.lines());
                add(own, "lengths", score.lengths(), usual.lengths());
            }
            case DIFFERENCE -> {
                add(own, "of", layers.difference().of(), DEFAULT.difference().of());
                add(own, "lengths", layers.difference().lengths(), DEFAULT.difference().lengths());
            }
            case SAMPLES -> add(own, "count", layers.samples(), DEFAULT.samples());
            case PATHS -> add(own, "count", layers.population().paths(), DEFAULT.population().paths());
            case PARTICLES -> {
                add(own, "count", layers.population().particles(), DEFAULT.population().particles());
                add(own, "colouring", layers.population().colouring(), DEFAULT.population().colouring());
            }
            case EQUATION -> {
                add(own, "prediction", layers.notation().prediction(), DEFAULT.notation().prediction());
                add(own, "convention", layers.notation().convention(), DEFAULT.notation().convention());
                if (layers.notation().numbers()) {
                    own.put("numbers", true);
                }
            }
            case REGIONS, GRID, FLOW, OUTLINES, ENDS, MEAN, AXIS, RUN, POSTERIOR, VECTORS, THUMBNAILS, AXES, LEGEND,
                    CAPTION, STATUS ->
                {}
        }
    }

    private static void add(Map<String, Object> own, String name, Enum<?> value, Enum<?> usual) {
        if (value != usual) {
            own.put(name, Place.name(value));
        }
    }

    private static void add(Map<String, Object> own, String name, int value, int usual) {
        if (value != usual) {
            own.put(name, value);
        }
    }

    static Layers decode(Place place) {
        Layer[] all = Layer.values();
        place.only(Stream.of(all).map(Place::name).toArray(String[]::new));
        Layers layers = DEFAULT;
        for (Layer layer : all) {
            if (place.has(Place.name(layer))) {
                Place own = place.member(Place.name(layer));
                layers = withSettings(layers.withLook(layer, look(own, layers.look(layer))), layer, own);
            }
        }
        return layers;
    }

    private static Look look(Place own, Look usual) {
        return new Look(own.has("shown") ? own.member("shown").truth() : usual.shown(),
                own.has("opacity") ? own.member("opacity").number(Parameters.OPACITY) : usual.opacity());
    }

    private static Layers withSettings(Layers layers, Layer layer, Place own) {
        return switch (layer) {
            case DENSITY -> {
                own.only("shown", "opacity", "law", "scaling", "drawing", "colours");
                Density usual = layers.density();
                yield layers.withDensity(new Density(choice(own, "law", Law.values(), usual.law()),
                        choice(own, "scaling", Scaling.values(), usual.scaling()),
                        choice(own, "drawing", Drawing.values(), usual.drawing()),
                        choice(own, "colours", ColourMap.values(), usual.colours())));
            }
            case SCORE -> {
                own.only("shown", "opacity", "of", "lines", "lengths");
                Score usual = layers.score();
                yield layers.withScore(new Score(choice(own, "of", ScoreOf.values(), usual.of()),
                        choice(own, "lines", Lines.values(), usual.lines()),
                        choice(own, "lengths", Lengths.values(), usual.lengths())));
            }
            case DIFFERENCE -> {
                own.only("shown", "opacity", "of", "lengths");
                Difference usual = layers.difference();
                yield layers.withDifference(new Difference(choice(own, "of", DifferenceOf.values(), usual.of()),
                        choice(own, "lengths", Lengths.values(), usual.lengths())));
            }
            case SAMPLES -> {
                own.only("shown", "opacity", "count");
                yield layers.withSamples(count(own, Parameters.SAMPLES, layers.samples()));
            }
            case PATHS -> {
                own.only("shown", "opacity", "count");
                Population usual = layers.population();
                yield layers.withPopulation(usual.withPaths(count(own, Parameters.PATHS, usual.paths())));
            }
            case PARTICLES -> {
                own.only("shown", "opacity", "count", "colouring");
                Population usual = layers.population();
                yield layers.withPopulation(usual.withParticles(count(own, Parameters.PARTICLES, usual.particles()))
                        .withColouring(choice(own, "colouring", Colouring.values(), usual.colouring())));
            }
            case EQUATION -> {
                own.only("shown", "opacity", "prediction", "convention", "numbers");
                Notation usual = layers.notation();
                yield layers.withNotation(
                        new Notation(choice(own, "prediction", Prediction.values(), usual.prediction()),
                                choice(own, "convention", Convention.values(), usual.convention()),
                                own.has("numbers") && own.member("numbers").truth()));
            }
            case REGIONS, GRID, FLOW, OUTLINES, ENDS, MEAN, AXIS, RUN, POSTERIOR, VECTORS, THUMBNAILS, AXES, LEGEND,
                    CAPTION, STATUS -> {
                own.only("shown", "opacity");
                yield layers;
            }
        };
    }

    private static <E extends Enum<E>> E choice(Place own, String name, E[] constants, E usual) {
        return own.has(name) ? own.member(name).choice(constants) : usual;
    }

    private static int count(Place own, Parameter parameter, int usual) {
        return own.has("count") ? (int) own.member("count").number(parameter) : usual;
    }
}
