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

import static scorescape.text.Texts.text;

/// A switch for each layer of the picture, with its opacity and settings behind a button.
final class LayersPane extends VBox {

    private static final List<Option<Law>> LAWS = List.of(
            new Option<>(text("layers.law.all"), text("layers.law.all.help"), Law.UNCONDITIONAL),
            new Option<>(text("layers.law.class"), "pₜ(x|y)", Law.CLASS),
            new Option<>(text("layers.law.tilted"), text("layers.law.tilted.help"), Law.TILTED));
    private static final List<Option<Scaling>> SCALINGS =
            List.of(new Option<>(text("layers.scaling.linear"), text("layers.scaling.linear.help"), Scaling.LINEAR),
                    new Option<>(text("layers.scaling.logarithmic"), text("layers.scaling.logarithmic.help"),
                            Scaling.LOGARITHMIC));
    private static final List<Option<Drawing>> DRAWINGS =
            List.of(new Option<>(text("layers.drawing.colours"), text("layers.drawing.colours.help"), Drawing.HEAT),
                    new Option<>(text("layers.drawing.lines"), text("layers.drawing.lines.help"), Drawing.CONTOURS));
    private static final List<Option<ColourMap>> COLOURS =
            Arrays.stream(ColourMap.values()).map(map -> new Option<>(map == ColourMap.THEME
                    ? text("layers.colours.theme")
                    : map.name().charAt(0) + map.name().substring(1).toLowerCase(Locale.ROOT),
                    text("layers.colours.help"), map)).toList();
    private static final List<Option<ScoreOf>> SCORES =
            List.of(new Option<>(text("layers.score.all"), text("layers.score.all.help"), ScoreOf.UNCONDITIONAL),
                    new Option<>(text("layers.score.class"), text("layers.score.class.help"), ScoreOf.CLASS),
                    new Option<>(text("layers.score.guided"), text("layers.score.guided.help"), ScoreOf.GUIDED),
                    new Option<>(text("layers.score.classifier"), text("layers.score.classifier.help"),
                            ScoreOf.CLASSIFIER));
    private static final List<Option<Lines>> LINES =
            List.of(new Option<>(text("layers.lines.arrows"), text("layers.lines.arrows.help"), Lines.ARROWS),
                    new Option<>(text("layers.lines.streamlines"), text("layers.lines.streamlines.help"),
                            Lines.STREAMLINES));
    private static final List<Option<Lengths>> LENGTHS =
            List.of(new Option<>(text("layers.lengths.alike"), text("layers.lengths.alike.help"),
                    Lengths.NORMALISED),
                    new Option<>(text("layers.lengths.toScale"), text("layers.lengths.toScale.help"),
                            Lengths.TO_SCALE));
    private static final List<Option<DifferenceOf>> DIFFERENCES =
            List.of(new Option<>("δ", text("layers.difference.plain.help"), DifferenceOf.UNSCALED),
                    new Option<>("γδ", text("layers.difference.scaled.help"), DifferenceOf.SCALED));
    private static final List<Option<Colouring>> COLOURINGS =
            List.of(new Option<>(text("layers.colouring.reached"), text("layers.colouring.reached.help"),
                    Colouring.REACHED),
                    new Option<>(text("layers.colouring.asked"), text("layers.colouring.asked.help"), Colouring.ASKED));

    private static final List<Option<Prediction>> PREDICTIONS =
            List.of(new Option<>("x̂₀", text("layers.prediction.data.help"), Prediction.SAMPLE),
                    new Option<>("ε̂", text("layers.prediction.noise.help"), Prediction.NOISE),
                    new Option<>(text("layers.prediction.score"), text("layers.prediction.score.help"),
                            Prediction.SCORE),
                    new Option<>("v", "α ε − σ x₀", Prediction.V),
                    new Option<>(text("layers.prediction.velocity"), text("layers.prediction.velocity.help"),
                            Prediction.VELOCITY));
    private static final List<Option<Convention>> CONVENTIONS =
            List.of(new Option<>("γ", text("layers.convention.gamma.help"), Convention.GAMMA),
                    new Option<>("w = γ − 1", text("layers.convention.w.help"), Convention.W));
    private static final List<Option<Boolean>> NUMBERS =
            List.of(new Option<>(text("layers.numbers.hidden"), text("layers.numbers.hidden.help"), false),
                    new Option<>(text("layers.numbers.shown"), text("layers.numbers.shown.help"), true));

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
            more.setTooltip(new Tooltip(text("layers.settings.help")));
            more.setAccessibleText(text("layers.settings.name", layer.title()));
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
                    choice("law", text("layers.density"), LAWS, layers -> layers.density().law(),
                            (layers, law) -> layers.withDensity(layers.density().withLaw(law)));
                    choice("drawing", text("layers.drawnAs"), DRAWINGS, layers -> layers.density().drawing(),
                            (layers, drawing) -> layers.withDensity(layers.density().withDrawing(drawing)));
                    choice("scaling", text("layers.scale"), SCALINGS, layers -> layers.density().scaling(),
                            (layers, scaling) -> layers.withDensity(layers.density().withScaling(scaling)));
                    choice("colours", text("layers.colours"), COLOURS, layers -> layers.density().colours(),
                            (layers, colours) -> layers.withDensity(layers.density().withColours(colours)));
                }
                case SAMPLES -> number("count", Parameters.SAMPLES, Layers::samples,
                        (layers, value) -> layers.withSamples((int) value.doubleValue()));
                case SCORE -> {
                    choice("of", text("layers.score"), SCORES, layers -> layers.score().of(),
                            (layers, of) -> layers.withScore(layers.score().withOf(of)));
                    choice("lines", text("layers.drawnAs"), LINES, layers -> layers.score().lines(),
                            (layers, lines) -> layers.withScore(layers.score().withLines(lines)));
                    choice("lengths", text("layers.lengths"), LENGTHS, layers -> layers.score().lengths(),
                            (layers, lengths) -> layers.withScore(layers.score().withLengths(lengths)));
                }
                case DIFFERENCE -> {
                    choice("of", text("layers.difference"), DIFFERENCES, layers -> layers.difference().of(),
                            (layers, of) -> layers.withDifference(layers.difference().withOf(of)));
                    choice("lengths", text("layers.lengths"), LENGTHS, layers -> layers.difference().lengths(),
                            (layers, lengths) -> layers.withDifference(layers.difference().withLengths(lengths)));
                }
                case PATHS -> number("count", Parameters.PATHS, layers -> layers.population().paths(),
                        (layers, value) -> layers
                                .withPopulation(layers.population().withPaths((int) value.doubleValue())));
                case PARTICLES -> {
                    number("count", Parameters.PARTICLES, layers -> layers.population().particles(),
                            (layers, value) -> layers
                                    .withPopulation(layers.population().withParticles((int) value.doubleValue())));
                    choice("colouring", text("layers.colouring"), COLOURINGS, layers -> layers.population().colouring(),
                            (layers, colouring) -> layers
                                    .withPopulation(layers.population().withColouring(colouring)));
                }
                case EQUATION -> {
                    choice("prediction", text("layers.convention.title"), PREDICTIONS,
                            layers -> layers.notation().prediction(),
                            (layers, value) -> layers.withNotation(layers.notation().withPrediction(value)));
                    choice("convention", text("layers.scale"), CONVENTIONS, layers -> layers.notation().convention(),
                            (layers, value) -> layers.withNotation(layers.notation().withConvention(value)));
                    choice("numbers", text("layers.numbers"), NUMBERS, layers -> layers.notation().numbers(),
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
            var control = new ChoiceControl<T>(id(layer) + "-" + name, title, text("layers.setting.help", title),
                    value -> edit(new Object(), layers -> set.apply(layers, value)));
            List<T> values = options.stream().map(Option::value).toList();
            views.add(layers -> control.show(options, values.indexOf(get.apply(layers))));
            settings.getChildren().add(control);
        }
    }
}
