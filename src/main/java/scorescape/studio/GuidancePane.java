package scorescape.studio;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Parameter;
import scorescape.document.Parameters;
import scorescape.math.Numerics;

/// The class to guide towards and the guidance scale γ. Holds no document of its own: shows the store's and edits it.
final class GuidancePane extends VBox {

    private static final Parameter SCALE = Parameters.GUIDANCE_SCALE;

    /// The slider stops at multiples of this, so that 0 and 1 can be hit exactly.
    private static final double SLIDER_STEP = 0.05;

    private static final double ARROW_STEP = 0.1;
    private static final List<Double> MARKS = List.of(0.0, 1.0, 2.0, 4.0, 6.0, 8.0);

    private final DocumentStore store;
    private final Slider slider = new Slider(SCALE.usualMin(), SCALE.usualMax(), SCALE.defaultValue());
    private final NumberField field;
    private final Label otherConvention = new Label();
    private final Region scaleControls;

    /// True while the slider is being set to show the document, not to edit it.
    private boolean showing;

    GuidancePane(DocumentStore store, Messages messages) {
        this.store = store;
        getStyleClass().add("section");
        field = new NumberField(SCALE, ARROW_STEP, scale -> edit(new Object(), scale), messages::complain);
        field.setId("guidance-field");
        scaleControls = scaleControls();
        getChildren().addAll(Sections.heading("Guidance"), new ClassChips(store), scaleControls);
        store.subscribe(this::show);
    }

    private Region scaleControls() {
        Label name = new Label(SCALE.title());
        Label symbol = new Label(SCALE.symbol());
        symbol.getStyleClass().add("gamma");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(name, symbol, gap, field);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");

        slider.setId("guidance-scale");
        slider.getStyleClass().add("gamma-slider");
        slider.setBlockIncrement(ARROW_STEP);
        slider.setAccessibleText(SCALE.title() + " " + SCALE.symbol());
        slider.setAccessibleHelp(SCALE.help());
        slider.setTooltip(new Tooltip("γ: " + SCALE.help()));
        slider.valueProperty().subscribe((_, _) -> slid());
        slider.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> store.endGesture());
        slider.addEventHandler(KeyEvent.KEY_RELEASED, _ -> store.endGesture());

        otherConvention.setId("other-convention");
        otherConvention.getStyleClass().add("faint");
        otherConvention.setMinWidth(USE_PREF_SIZE);
        otherConvention.setTooltip(new Tooltip("Many papers count from the conditional prediction: w = γ − 1."));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var conventions = new HBox(shortcut("0 unconditional", 0), shortcut("1 conditional", 1), space,
                otherConvention);
        conventions.setAlignment(Pos.CENTER_LEFT);
        conventions.getStyleClass().add("conventions");
        return new VBox(row, slider, new SliderMarks(slider, MARKS), conventions);
    }

    private Button shortcut(String text, double scale) {
        Button button = new Button(text);
        button.setId("guidance-" + (int) scale);
        button.getStyleClass().add("link-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Set γ to " + (int) scale + "."));
        button.setOnAction(_ -> edit(new Object(), scale));
        return button;
    }

    private void slid() {
        if (!showing) {
            edit(slider, Math.rint(slider.getValue() / SLIDER_STEP) * SLIDER_STEP);
        }
    }

    private void edit(Object gesture, double scale) {
        store.edit(gesture, document -> document.guidance() instanceof ScaledGuidance guidance
                ? document.withGuidance(guidance.withScale(scale))
                : document);
    }

    private void show(Document document) {
        boolean guided = document.guidance() instanceof ScaledGuidance;
        scaleControls.setDisable(!guided);
        if (document.guidance() instanceof ScaledGuidance guidance) {
            double scale = guidance.scale();
            showing = true;
            slider.setValue(Numerics.clamp(scale, SCALE.usualMin(), SCALE.usualMax()));
            showing = false;
            field.setValue(scale);
            otherConvention.setText(String.format(Locale.ROOT, "w = %.2f", scale - 1).replace('-', '−'));
        }
    }
}
