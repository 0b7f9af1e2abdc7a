package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import scorescape.studio.Knob.Choice;
import scorescape.studio.Knob.Dial;

/// The controls for the knobs of a value. They are kept while the kind of value stays, so that a drag does not lose its
/// slider.
final class KnobList<T> extends VBox {

    private final BiConsumer<Object, T> edited;
    private final Runnable endGesture;
    private final Consumer<String> refused;
    private List<Knob<T>> knobs = List.of();

    /// @param edited told a gesture and what the value becomes
    /// @param refused see [ParameterControl]
    KnobList(BiConsumer<Object, T> edited, Runnable endGesture, Consumer<String> refused) {
        this.edited = edited;
        this.endGesture = endGesture;
        this.refused = refused;
        getStyleClass().add("knobs");
        managedProperty().bind(visibleProperty());
    }

    void show(List<Knob<T>> now) {
        boolean same = kinds(now).equals(kinds(knobs));
        knobs = List.copyOf(now);
        if (!same) {
            List<Node> controls = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                controls.add(control(i));
            }
            getChildren().setAll(controls);
        }
        for (int i = 0; i < now.size(); i++) {
            show(knobs.get(i), getChildren().get(i));
        }
        setVisible(!now.isEmpty());
    }

    private static <T> List<Object> kinds(List<Knob<T>> knobs) {
        return knobs.stream().<Object>map(knob -> switch (knob) {
            case Dial<T> dial -> dial.parameter();
            case Choice<T> choice -> choice.id();
        }).toList();
    }

    private Node control(int index) {
        return switch (knobs.get(index)) {
            case Dial<T> dial -> new ParameterControl(id(dial), dial.parameter(), new ParameterControl.Edits() {
                @Override
                public void edit(Object gesture, double value) {
                    // The dial of now: an earlier edit may have changed the rest of the value. A field that is left after its
                    // dial has gone changes nothing.
                    if (index < knobs.size() && knobs.get(index) instanceof Dial<T> now
                            && now.parameter().equals(dial.parameter())) {
                        edited.accept(gesture, now.with().apply(value));
                    }
                }

                @Override
                public void endGesture() {
                    endGesture.run();
                }
            }, refused);
            case Choice<T> choice -> new ChoiceControl<T>(choice.id(), choice.title(), choice.help(),
                    value -> edited.accept(new Object(), value));
        };
    }

    @SuppressWarnings("unchecked")
    private void show(Knob<T> knob, Node control) {
        switch (knob) {
            case Dial<T> dial -> ((ParameterControl) control).setValue(dial.value());
            case Choice<T> choice -> ((ChoiceControl<T>) control).show(choice.options(), choice.chosen());
        }
    }

    private static String id(Dial<?> dial) {
        return dial.parameter().name().replace('.', '-');
    }
}
