package scorescape.studio;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import scorescape.export.SceneKept;
import scorescape.export.StandardSize;
import scorescape.figure.Backdrop;
import scorescape.figure.Theme;
import scorescape.text.Numerals;
import scorescape.text.Texts;

/// How something is to be exported: a form, a preview of what it will be, and a sentence about it. What was chosen is
/// chosen again the next time.
///
/// @param <W> what is wished for in the end
abstract class ExportDialog<W> extends Dialog<W> {

    private static final ButtonType EXPORT = new ButtonType(Texts.text("export.chooseFile"), ButtonData.OK_DONE);

    static final int PREVIEW_WIDTH = 360;
    static final int PREVIEW_HEIGHT = 240;

    /// Pixels of the preview per unit of the window, so that it is sharp on dense screens.
    static final int SHARPNESS = 2;

    private static final double CONTROL_WIDTH = 250;
    private static final double NUMBER_WIDTH = 112;

    private static final Duration PAUSE = Duration.millis(150);

    /// A size of its own, which none of the standard ones is.
    private static final String OWN_SIZE = Texts.text("export.ownSize");

    private final Settings settings;
    private final String prefix;
    private final GridPane form = new GridPane();
    private final ImageView preview = new ImageView();
    private final Label remark = new Label();
    private final VBox side = new VBox();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final LatestTask<W> previews;
    private final LatestTask<W> estimates;
    private int rows;

    final ChoiceBox<String> size = new ChoiceBox<>();
    final Spinner<Integer> width;
    final Spinner<Integer> height;
    final ChoiceBox<Theme> theme;
    final ChoiceBox<Backdrop> backdrop;
    final ChoiceBox<SceneKept> kept;
    private @Nullable W shown;

    /// True while one of size and numbers follows the other.
    private boolean naming;

    /// @param prefix of the names of its settings and of its controls
    /// @param most pixels in each direction
    ExportDialog(String title, String prefix, Theme shownTheme, Settings settings, int least, int most) {
        this.settings = settings;
        this.prefix = prefix;
        previews = new LatestTask<>("export preview", this::paint, this::refuse);
        estimates = new LatestTask<>("export estimate", this::say, this::refuse);
        setTitle(title);
        setHeaderText(title);
        width = number("width", least, most, StandardSize.FIGURE.width(), 10);
        height = number("height", least, most, StandardSize.FIGURE.height(), 10);
        theme = choice("theme", List.of(Theme.values()), shownTheme, t -> switch (t) {
            case LIGHT -> Texts.text("export.theme.light");
            case DARK -> Texts.text("export.theme.dark");
            case PROJECTOR -> Texts.text("export.theme.projector");
            case PRINT -> Texts.text("export.theme.print");
        });
        theme.setValue(shownTheme);
        backdrop = choice("backdrop", List.of(Backdrop.values()), Backdrop.OPAQUE, b -> switch (b) {
            case OPAQUE -> Texts.text("export.background.theme");
            case CLEAR -> Texts.text("export.background.transparent");
        });
        kept = choice("scene", List.of(SceneKept.values()), SceneKept.INSIDE, k -> switch (k) {
            case INSIDE -> Texts.text("export.scene.inside");
            case BESIDE -> Texts.text("export.scene.beside");
            case NONE -> Texts.text("export.scene.none");
        });
        preview.setFitWidth(PREVIEW_WIDTH);
        preview.setFitHeight(PREVIEW_HEIGHT);
        preview.setPreserveRatio(true);
        preview.setAccessibleText(Texts.text("export.preview.name"));
        var frame = new StackPane(preview);
        frame.getStyleClass().add("export-preview");
        frame.setMinSize(PREVIEW_WIDTH, PREVIEW_HEIGHT);
        remark.setId(prefix + "-remark");
        remark.getStyleClass().add("faint");
        remark.setWrapText(true);
        remark.setMinHeight(60);
        remark.setMaxWidth(PREVIEW_WIDTH);
        side.getStyleClass().add("export-side");
        side.getChildren().addAll(frame, remark);
        form.getStyleClass().add("form");
        var content = new HBox(side, form);
        content.getStyleClass().add("export-dialog");
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().setAll(EXPORT, ButtonType.CANCEL);
        getDialogPane().lookupButton(EXPORT).setId(prefix + "-export");
        setResultConverter(button -> {
            if (button != EXPORT) {
                return null;
            }
            remember();
            return wish();
        });
        pause.setOnFinished(_ -> update());
        setOnHidden(_ -> {
            pause.stop();
            previews.close();
            estimates.close();
        });
    }

    /// What the form says now.
    abstract W wish();

    /// Paints what a wish will be; on a thread of its own.
    abstract Image picture(W wish);

    /// A sentence about what a wish will be; on a thread of its own.
    ///
    /// @return null if it is not wanted any more
    abstract @Nullable String remark(W wish);

    /// What of a wish goes into the file, so that the remark depends on it.
    Object file(W wish) {
        return wish;
    }

    /// What is said until the remark is there.
    String waiting() {
        return "";
    }

    /// Remembers what the form says.
    abstract void remember();

    /// To be called when the form is complete, and whenever it says something else.
    final void changed() {
        pause.playFromStart();
    }

    /// Whether the work on an estimate is in vain.
    final boolean isOvertaken() {
        return estimates.isOvertaken();
    }

    /// Makes the dialog as large as its form is now.
    final void fit() {
        if (isShowing()) {
            getDialogPane().getScene().getWindow().sizeToScene();
        }
    }

    /// Adds what belongs below the preview.
    final void addToSide(Node node) {
        side.getChildren().add(1, node);
    }

    private void update() {
        W wish = wish();
        if (!wish.equals(shown)) {
            boolean otherFile = shown == null || !file(wish).equals(file(shown));
            shown = wish;
            previews.request(wish);
            if (otherFile) {
                remark.setText(waiting());
                getDialogPane().lookupButton(EXPORT).setDisable(false);
                estimates.request(wish);
            }
        }
    }

    private void paint(W wish) {
        Image image = picture(wish);
        Platform.runLater(() -> {
            if (wish.equals(shown)) {
                preview.setImage(image);
            }
        });
    }

    private void say(W wish) {
        String sentence = remark(wish);
        Platform.runLater(() -> {
            if (sentence != null && shown != null && file(wish).equals(file(shown))) {
                remark.setText(sentence);
                getDialogPane().lookupButton(EXPORT).setDisable(false);
            }
        });
    }

    /// A wish that cannot be fulfilled.
    private void refuse(RuntimeException refusal) {
        Platform.runLater(() -> {
            String sentence = String.valueOf(refusal.getMessage());
            remark.setText(sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".");
            getDialogPane().lookupButton(EXPORT).setDisable(true);
        });
    }

    /// The rows for size, theme, background and scene.
    final void addSize(List<StandardSize> sizes) {
        for (StandardSize each : sizes) {
            size.getItems().add(text(each));
        }
        size.getItems().add(OWN_SIZE);
        size.setOnAction(_ -> {
            if (!naming) {
                sizes.stream().filter(each -> text(each).equals(size.getValue())).findFirst().ifPresent(this::setSize);
            }
        });
        width.valueProperty().subscribe((_, _) -> nameSize(sizes));
        height.valueProperty().subscribe((_, _) -> nameSize(sizes));
        nameSize(sizes);
        add(Texts.text("export.size"), size, "size", Texts.text("export.size.help"));
        var pixels = new HBox(width, new Label("×"), height);
        pixels.getStyleClass().add("export-pixels");
        tooltip(width, Texts.text("export.width.help"));
        tooltip(height, Texts.text("export.height.help"));
        Label label = new Label(Texts.text("export.pixels"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(width);
        form.addRow(rows++, label, pixels);
    }

    private void setSize(StandardSize chosen) {
        naming = true;
        width.getValueFactory().setValue(chosen.width());
        height.getValueFactory().setValue(chosen.height());
        naming = false;
    }

    /// Shows which of the sizes the numbers are.
    private void nameSize(List<StandardSize> sizes) {
        if (!naming) {
            naming = true;
            size.setValue(sizes.stream()
                    .filter(each -> each.width() == width.getValue() && each.height() == height.getValue())
                    .findFirst()
                    .map(ExportDialog::text)
                    .orElse(OWN_SIZE));
            naming = false;
        }
    }

    private static String text(StandardSize size) {
        return size.use() + ", " + size.width() + " × " + size.height();
    }

    /// Adds a row of the form.
    final void add(String name, Control control, String id, String help) {
        Label label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        label.visibleProperty().bind(control.visibleProperty());
        label.managedProperty().bind(control.visibleProperty());
        control.managedProperty().bind(control.visibleProperty());
        control.setId(prefix + "-" + id);
        control.setAccessibleText(name);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setPrefWidth(CONTROL_WIDTH);
        tooltip(control, help);
        form.addRow(rows++, label, control);
    }

    private static void tooltip(Control control, String help) {
        control.setTooltip(new Tooltip(help));
        control.setAccessibleHelp(help);
    }

    /// A choice that is remembered by `key`.
    final <T> ChoiceBox<T> choice(String key, List<T> values, T otherwise, Function<T, String> text) {
        ChoiceBox<T> box = Choices.of(values, text, settings.lastExport(prefix + "." + key), otherwise);
        box.valueProperty().subscribe((_, _) -> changed());
        return box;
    }

    /// A whole number that is remembered by `key`.
    final Spinner<Integer> number(String key, int least, int most, int otherwise, int step) {
        var factory = new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most,
                (int) remembered(key, least, most, otherwise), step);
        Spinner<Integer> spinner = new Spinner<>(factory);
        prepare(spinner, factory, text -> (int) Math.round(parse(text, factory.getValue())), String::valueOf);
        return spinner;
    }

    /// A number that is remembered by `key`.
    final Spinner<Double> real(String key, double least, double most, double otherwise, double step) {
        var factory = new SpinnerValueFactory.DoubleSpinnerValueFactory(least, most,
                remembered(key, least, most, otherwise), step);
        Spinner<Double> spinner = new Spinner<>(factory);
        prepare(spinner, factory, text -> parse(text, factory.getValue()),
                value -> String.valueOf(value).replaceFirst("\\.0$", ""));
        return spinner;
    }

    private <T extends Number> void prepare(Spinner<T> spinner, SpinnerValueFactory<T> factory,
            Function<String, T> parse,
            Function<T, String> text) {
        spinner.setEditable(true);
        spinner.setPrefWidth(NUMBER_WIDTH);
        spinner.setMinWidth(Region.USE_PREF_SIZE);
        // What is no number leaves the present one.
        factory.setConverter(new StringConverter<>() {

            @Override
            public String toString(T value) {
                return text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                return parse.apply(typed);
            }
        });
        spinner.valueProperty().subscribe((_, _) -> changed());
    }

    private static double parse(String text, Number otherwise) {
        double value = Numerals.parse(text);
        return Double.isNaN(value) ? otherwise.doubleValue() : value;
    }

    private double remembered(String key, double least, double most, double otherwise) {
        double last = parse(settings.lastExport(prefix + "." + key), otherwise);
        return last >= least && last <= most ? last : otherwise;
    }

    final void remember(String key, Object value) {
        settings.setLastExport(prefix + "." + key, value.toString());
    }

    /// What all exports have in common.
    final void rememberCommon() {
        remember("width", width.getValue());
        remember("height", height.getValue());
        remember("backdrop", backdrop.getValue());
        remember("scene", kept.getValue());
    }
}
