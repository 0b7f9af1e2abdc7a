package scorescape.studio;

import java.awt.Color;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;
import scorescape.document.DocumentStore;
import scorescape.document.Parameters;
import scorescape.figure.Theme;

/// The choice of the class `y`, each in its colour, and "none" for plain sampling.
final class ClassChips extends FlowPane {

    private static final double DOT_RADIUS = 4;

    private final DocumentStore store;

    /// γ of the last class, for the next one that is chosen after "none".
    private double scale = Parameters.GUIDANCE_SCALE.defaultValue();
    private List<DataClass> classes = List.of();

    ClassChips(DocumentStore store) {
        this.store = store;
        getStyleClass().add("chips");
        store.subscribe(this::show);
    }

    private void show(Document document) {
        List<Integer> labels = document.data().labels();
        List<DataClass> now = document.classes().stream().filter(c -> labels.contains(c.label())).toList();
        if (getChildren().isEmpty() || !now.equals(classes)) {
            classes = now;
            getChildren().setAll(plainChip());
            classes.forEach(c -> getChildren().add(classChip(c, document.classIndex(c.label()))));
        }
        if (document.guidance() instanceof ScaledGuidance guidance) {
            scale = guidance.scale();
        }
        OptionalInt label = document.guidance().guidingClass();
        light(label.isEmpty() ? 0 : 1 + classes.stream().map(DataClass::label).toList().indexOf(label.getAsInt()));
    }

    private void light(int index) {
        for (int i = 0; i < getChildren().size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(i == index);
        }
    }

    private ToggleButton plainChip() {
        ToggleButton chip = chip("none", "Plain sampling: the prediction knows no class.", NoGuidance::new);
        chip.setId("class-none");
        return chip;
    }

    private ToggleButton classChip(DataClass dataClass, int colour) {
        ToggleButton chip = chip(dataClass.name(), "Guide towards class " + dataClass.name() + " (y).",
                () -> new ClassifierFreeGuidance(dataClass.label(), scale));
        chip.setId("class-" + dataClass.label());
        chip.getStyleClass().add("class-chip");
        // Class colours are the same in every theme.
        Color ink = Theme.LIGHT.classColor(colour);
        chip.setStyle("-chip-colour: " + RoleColours.css(ink) + "; -chip-text: " + RoleColours.readableOn(ink) + ";");
        chip.setGraphic(new Circle(DOT_RADIUS));
        return chip;
    }

    private ToggleButton chip(String name, String help, Supplier<Guidance> guidance) {
        ToggleButton chip = new ToggleButton(name);
        chip.getStyleClass().add("pill");
        chip.setTooltip(new Tooltip(help));
        chip.setAccessibleHelp(help);
        chip.setOnAction(_ -> {
            store.edit(new Object(), d -> d.withGuidance(guidance.get()));
            chip.setSelected(true);
        });
        return chip;
    }
}
