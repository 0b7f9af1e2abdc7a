package scorescape.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import scorescape.diffusion.analysis.Prediction;
import scorescape.document.DocumentStore;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Layers.ColourMap;
import scorescape.document.Layers.Colouring;
import scorescape.document.Layers.Convention;
import scorescape.document.Layers.DifferenceOf;
import scorescape.document.Layers.Drawing;
import scorescape.document.Layers.Law;
import scorescape.document.Layers.Lengths;
import scorescape.document.Layers.Lines;
import scorescape.document.Layers.Scaling;
import scorescape.document.Layers.ScoreOf;
import scorescape.document.Parameter;
import scorescape.document.Parameters;
import scorescape.studio.Knob.Option;

/// A switch for each layer of the picture, with its opacity and settings behind a button.
final class LayersPane extends VBox {

    private static final List<Option<Law>> LAWS = List.of(
            new Option<>("of all data", "pₜ(x), whatever the class", Law.UNCONDITIONAL),
            new Option<>("of the class", "pₜ(x|y)", Law.CLASS),
            new Option<>("tilted by γ", "pₜ(x) pₜ(y|x)^γ: what guidance is often said to sample", Law.TILTED));
    private static final List<Option<Scaling>> SCALINGS =
            List.of(new Option<>("linear", "As strong as the density is", Scaling.LINEAR),
                    new Option<>("logarithmic", "As strong as its logarithm, which shows the tails",
                            Scaling.LOGARITHMIC));
    private static final List<Option<Drawing>> DRAWINGS =
            List.of(new Option<>("colours", "A map of colours", Drawing.HEAT),
                    new Option<>("lines", "Lines of equal density", Drawing.CONTOURS));
    private static final List<Option<ColourMap>> COLOURS =
            Arrays.stream(ColourMap.values()).map(map -> new Option<>(map == ColourMap.THEME
                    ? "the theme's hue"
                    : map.name().charAt(0) + map.name().substring(1).toLowerCase(Locale.ROOT),
                    "Even steps for every kind of colour vision", map)).toList();
    private static final List<Option<ScoreOf>> SCORES =
            List.of(new Option<>("of all data", "∇ log pₜ(x)", ScoreOf.UNCONDITIONAL),
                    new Option<>("of the class", "∇ log pₜ(x|y)", ScoreOf.CLASS),
                    new Option<>("guided", "The score of the guided prediction", ScoreOf.GUIDED),
                    new Option<>("of the classifier", "∇ log pₜ(y|x)", ScoreOf.CLASSIFIER));
    private static final List<Option<Lines>> LINES =
            List.of(new Option<>("arrows", "Arrows at the points of a grid", Lines.ARROWS),
                    new Option<>("streamlines", "Lines along the field", Lines.STREAMLINES));
    private static final List<Option<Lengths>> LENGTHS =
            List.of(new Option<>("all alike", "All arrows are about as long; strong ones have more colour",
                    Lengths.NORMALISED),
                    new Option<>("to scale", "As long as the vectors, by the factor that a bar tells",
                            Lengths.TO_SCALE));
    private static final List<Option<DifferenceOf>> DIFFERENCES =
            List.of(new Option<>("δ", "The difference of the predictions", DifferenceOf.UNSCALED),
                    new Option<>("γδ", "All that guidance does", DifferenceOf.SCALED));
    private static final List<Option<Colouring>> COLOURINGS =
            List.of(new Option<>("the class they reach", "The class in whose data they end", Colouring.REACHED),
                    new Option<>("the class asked for", "The same for all", Colouring.ASKED));

    private static final List<Option<Prediction>> PREDICTIONS =
            List.of(new Option<>("x̂₀", "The prediction of the data", Prediction.SAMPLE),
                    new Option<>("ε̂", "The prediction of the noise", Prediction.NOISE),
                    new Option<>("score", "The score ∇ log pₜ", Prediction.SCORE),
                    new Option<>("v", "α ε − σ x₀", Prediction.V),
                    new Option<>("velocity", "ε − x₀, of the straight flow", Prediction.VELOCITY));
    private static final List<Option<Convention>> CONVENTIONS =
            List.of(new Option<>("γ", "From the unconditional prediction: 1 is the conditional one", Convention.GAMMA),
                    new Option<>("w = γ − 1", "From the conditional prediction, as in many papers", Convention.W));
    private static final List<Option<Boolean>> NUMBERS =
            List.of(new Option<>("hidden", "Symbols only", false),
                    new Option<>("shown", "The vectors in numbers, below the formula", true));

    private final DocumentStore store;
    private final Messages messages;
    private final List<Row> rows = new ArrayList<>();

    LayersPane(DocumentStore store, Messages messages) {
        this.store = store;
        this.messages = messages;
        getStyleClass().add("layers");
        for (Layer layer : Layer.values()) {
            rows.add(new Row(layer));
        }
        getChildren().setAll(rows);
        store.subscribe(document -> rows.forEach(row -> row.show(document.layers())));
    }

    private static String id(Layer layer) {
        return "layer-" + layer.name().toLowerCase(Locale.ROOT);
    }

    private void edit(Object gesture, UnaryOperator<Layers> change) {
        store.edit(gesture, document -> document.withLayers(change.apply(document.layers())));
    }

    /// A layer's switch and, once they were asked for, its settings.
    final class Row extends VBox implements Reveal.Folding {

        private final Layer layer;
        private final CheckBox shown;
        private final ToggleButton more = new ToggleButton(null, new FontIcon(MaterialDesignT.TUNE_VARIANT));
        private final VBox settings = new VBox();

        /// What shows the settings of a scene.
        private final List<Consumer<Layers>> views = new ArrayList<>();

        Row(Layer layer) {
            this.layer = layer;
            shown = new CheckBox(layer.title());
            shown.setId(id(layer));
            shown.setTooltip(new Tooltip(layer.help()));
            shown.setAccessibleHelp(layer.help());
            shown.setOnAction(_ -> edit(new Object(), layers -> layers.withShown(layer, shown.isSelected())));
            more.setId(id(layer) + "-more");
            more.getStyleClass().add("layer-more");
            more.setTooltip(new Tooltip("Opacity and settings of this layer."));
            more.setAccessibleText("Settings of " + layer.title());
            more.selectedProperty().subscribe((_, open) -> open(open));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var head = new HBox(shown, gap, more);
            head.setAlignment(Pos.CENTER_LEFT);
            settings.getStyleClass().add("layer-settings");
            settings.setManaged(false);
            settings.setVisible(false);
            getChildren().addAll(head, settings);
        }

        void show(Layers layers) {
            shown.setSelected(layers.shows(layer));
            views.forEach(view -> view.accept(layers));
        }

        Layer layer() {
            return layer;
        }

        @Override
        public void unfold(boolean show) {
            more.setSelected(show);
        }

        private void open(boolean open) {
            build();
            settings.setManaged(open);
            settings.setVisible(open);
        }

        /// Makes the settings, if nobody has asked for them yet.
        void build() {
            if (views.isEmpty()) {
                makeSettings();
                show(store.current().layers());
            }
        }

        private void makeSettings() {
            number("opacity", Parameters.OPACITY, layers -> layers.look(layer).opacity(),
                    (layers, value) -> layers.withOpacity(layer, value));
            switch (layer) {
                case DENSITY -> {
                    choice("law", "Density", LAWS, layers -> layers.density().law(),
                            (layers, law) -> layers.withDensity(layers.density().withLaw(law)));
                    choice("drawing", "Drawn as", DRAWINGS, layers -> layers.density().drawing(),
                            (layers, drawing) -> layers.withDensity(layers.density().withDrawing(drawing)));
                    choice("scaling", "Scale", SCALINGS, layers -> layers.density().scaling(),
                            (layers, scaling) -> layers.withDensity(layers.density().withScaling(scaling)));
                    choice("colours", "Colours", COLOURS, layers -> layers.density().colours(),
                            (layers, colours) -> layers.withDensity(layers.density().withColours(colours)));
                }
                case SAMPLES -> number("count", Parameters.SAMPLES, Layers::samples,
                        (layers, value) -> layers.withSamples((int) value.doubleValue()));
                case SCORE -> {
                    choice("of", "Score", SCORES, layers -> layers.score().of(),
                            (layers, of) -> layers.withScore(layers.score().withOf(of)));
                    choice("lines", "Drawn as", LINES, layers -> layers.score().lines(),
                            (layers, lines) -> layers.withScore(layers.score().withLines(lines)));
                    choice("lengths", "Lengths", LENGTHS, layers -> layers.score().lengths(),
                            (layers, lengths) -> layers.withScore(layers.score().withLengths(lengths)));
                }
                case DIFFERENCE -> {
                    choice("of", "Difference", DIFFERENCES, layers -> layers.difference().of(),
                            (layers, of) -> layers.withDifference(layers.difference().withOf(of)));
                    choice("lengths", "Lengths", LENGTHS, layers -> layers.difference().lengths(),
                            (layers, lengths) -> layers.withDifference(layers.difference().withLengths(lengths)));
                }
                case PATHS -> number("count", Parameters.PATHS, layers -> layers.population().paths(),
                        (layers, value) -> layers
                                .withPopulation(layers.population().withPaths((int) value.doubleValue())));
                case PARTICLES -> {
                    number("count", Parameters.PARTICLES, layers -> layers.population().particles(),
                            (layers, value) -> layers
                                    .withPopulation(layers.population().withParticles((int) value.doubleValue())));
                    choice("colouring", "Coloured by", COLOURINGS, layers -> layers.population().colouring(),
                            (layers, colouring) -> layers
                                    .withPopulation(layers.population().withColouring(colouring)));
                }
                case EQUATION -> {
                    choice("prediction", "In terms of", PREDICTIONS, layers -> layers.notation().prediction(),
                            (layers, value) -> layers.withNotation(layers.notation().withPrediction(value)));
                    choice("convention", "Scale", CONVENTIONS, layers -> layers.notation().convention(),
                            (layers, value) -> layers.withNotation(layers.notation().withConvention(value)));
                    choice("numbers", "Numbers", NUMBERS, layers -> layers.notation().numbers(),
                            (layers, value) -> layers.withNotation(layers.notation().withNumbers(value)));
                }
                default -> {
                    // Nothing to set but the opacity.
                }
            }
        }

        private void number(String name, Parameter parameter, ToDoubleFunction<Layers> get,
                BiFunction<Layers, Double, Layers> set) {
            var control = new ParameterControl(id(layer) + "-" + name, parameter, new ParameterControl.Edits() {
                @Override
                public void edit(Object gesture, double value) {
                    LayersPane.this.edit(gesture, layers -> set.apply(layers, value));
                }

                @Override
                public void endGesture() {
                    store.endGesture();
                }
            }, messages::complain);
            views.add(layers -> control.setValue(get.applyAsDouble(layers)));
            settings.getChildren().add(control);
        }

        private <T> void choice(String name, String title, List<Option<T>> options, Function<Layers, T> get,
                BiFunction<Layers, T, Layers> set) {
            var control = new ChoiceControl<T>(id(layer) + "-" + name, title, title + " of the layer.",
                    value -> edit(new Object(), layers -> set.apply(layers, value)));
            List<T> values = options.stream().map(Option::value).toList();
            views.add(layers -> control.show(options, values.indexOf(get.apply(layers))));
            settings.getChildren().add(control);
        }
    }
}
