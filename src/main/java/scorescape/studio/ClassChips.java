package scorescape.studio;

import java.awt.Color;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;
import scorescape.document.DocumentStore;
import scorescape.document.Parameters;
import scorescape.figure.Theme;

import static scorescape.text.Texts.text;

/// The choice of the class `y`, each in its colour, and "none" for plain sampling.
final class ClassChips extends FlowPane {

    private static final double DOT_RADIUS = 4;

    private final DocumentStore store;

    /// The last rule with a class, for the next one that is chosen after "none".
    private Guidance pulling;
    private List<DataClass> classes = List.of();

    ClassChips(DocumentStore store) {
        this.store = store;
        pulling = new ClassifierFreeGuidance(store.current().data().labels().getFirst(),
                Parameters.GUIDANCE_SCALE.defaultValue());
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
        if (!(RuleStack.of(document.guidance()).base() instanceof NoGuidance)) {
            pulling = RuleStack.of(document.guidance()).base();
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
        ToggleButton chip = chip(text("classes.none"), text("classes.none.help"), RuleStack::towardsNone);
        chip.setId("class-none");
        return chip;
    }

    private ToggleButton classChip(DataClass dataClass, int colour) {
        ToggleButton chip = chip(dataClass.name(), text("classes.class.help", dataClass.name()),
                guidance -> towards(guidance, dataClass.label()));
        chip.setId("class-" + dataClass.label());
        chip.getStyleClass().add("class-chip");
        // Class colours are the same in every theme.
        Color ink = Theme.LIGHT.classColor(colour);
        chip.setStyle("-chip-colour: " + RoleColours.css(ink) + "; -chip-text: " + RoleColours.readableOn(ink) + ";");
        chip.setGraphic(new Circle(DOT_RADIUS));
        return chip;
    }

    private Guidance towards(Guidance guidance, int label) {
        RuleStack stack = RuleStack.of(guidance);
        return RuleStack.towards(
                stack.base() instanceof NoGuidance ? stack.withBase(pulling).guidance() : guidance, label);
    }

    private ToggleButton chip(String name, String help, UnaryOperator<Guidance> change) {
        ToggleButton chip = new ToggleButton(name);
        chip.getStyleClass().add("pill");
        chip.setTooltip(new Tooltip(help));
        chip.setAccessibleHelp(help);
        chip.setOnAction(_ -> {
            store.edit(new Object(), d -> d.withGuidance(change.apply(d.guidance())));
            chip.setSelected(true);
        });
        return chip;
    }
}
