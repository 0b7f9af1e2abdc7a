package scorescape.studio;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import scorescape.document.Parameter;
import scorescape.text.Texts;

/// A typed number: Enter or leaving the field takes it, Escape brings back what was there, ↑ and ↓ go to the next one.
///
/// What is not a number of the parameter is refused with a sentence, and the value stays.
final class NumberField extends TextField {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Parameter parameter;
    private final SliderScale scale;
    private final DoubleConsumer accepted;
    private final Consumer<String> refused;
    private double value;

    /// @param accepted told a number that was typed and that the parameter accepts
    /// @param refused told a sentence about what was typed instead
    NumberField(Parameter parameter, DoubleConsumer accepted, Consumer<String> refused) {
        this.parameter = parameter;
        scale = new SliderScale(parameter);
        this.accepted = accepted;
        this.refused = refused;
        getStyleClass().add("number-field");
        setAccessibleText(parameter.title());
        setTooltip(new Tooltip(ParameterControl.tooltip(parameter)));
        setOnAction(_ -> commit());
        focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                commit();
            }
        });
        textProperty().subscribe((_, text) -> pseudoClassStateChanged(ERROR, !parameter.accepts(parse(text))));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setValue(parameter.defaultValue());
    }

    /// Shows a value, without telling anyone. What is being typed stays when the value is the same as before.
    void setValue(double newValue) {
        boolean isTyped = isFocused() && newValue == value;
        value = newValue;
        if (!isTyped) {
            showValue();
        }
    }

    /// Shows the value in place of what is typed.
    void showValue() {
        // A field lays itself out and is painted anew even for the text that it has.
        if (!shows(value)) {
            setText(text(value));
        }
    }

    Parameter parameter() {
        return parameter;
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> step(1, event);
            case DOWN -> step(-1, event);
            case ESCAPE -> {
                showValue();
                selectAll();
                event.consume();
            }
            default -> {}
        }
    }

    private void step(int direction, KeyEvent event) {
        event.consume();
        accepted.accept(scale.next(value, direction, event.isShiftDown()));
    }

    /// Takes what is typed, or refuses it with a sentence.
    void commit() {
        String typed = getText();
        if (typed.equals(text(value))) {
            return;
        }
        double number = parse(typed);
        if (parameter.accepts(number)) {
            accepted.accept(number);
            showValue();
        } else {
            showValue();
            refused.accept(Texts.text("number.refused", parameter.title(), parameter.expectation(), typed.strip()));
        }
    }

    /// Whether what stands in the field is how it shows `number`.
    boolean shows(double number) {
        return getText().equals(text(number));
    }

    private String text(double number) {
        return scale.text(number);
    }

    /// NaN for what is no number. A decimal comma is taken for a point, a true minus sign for a hyphen.
    private static double parse(String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.').replace('−', '-'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
