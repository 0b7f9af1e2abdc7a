package scorescape.studio;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import scorescape.document.Parameter;
import scorescape.document.Parameter.Numbers;
import scorescape.math.Numerics;

/// A typed number: Enter or leaving the field takes it, Escape brings back what was there, ↑ and ↓ go to the next one.
///
/// What is not a number of the parameter is refused with a sentence, and the value stays.
final class NumberField extends TextField {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Parameter parameter;
    private final double increment;
    private final DoubleConsumer accepted;
    private final Consumer<String> refused;
    private double value;

    /// @param increment of the arrow keys
    /// @param accepted told a number that was typed and that the parameter accepts
    /// @param refused told a sentence about what was typed instead
    NumberField(Parameter parameter, double increment, DoubleConsumer accepted, Consumer<String> refused) {
        this.parameter = parameter;
        this.increment = increment;
        this.accepted = accepted;
        this.refused = refused;
        getStyleClass().add("number-field");
        setAccessibleText(parameter.title());
        setTooltip(new Tooltip(parameter.help()));
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

    /// Shows a value, without telling anyone.
    void setValue(double newValue) {
        value = newValue;
        setText(text(newValue));
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> step(increment, event);
            case DOWN -> step(-increment, event);
            case ESCAPE -> {
                setValue(value);
                selectAll();
                event.consume();
            }
            default -> {}
        }
    }

    private void step(double by, KeyEvent event) {
        event.consume();
        accepted.accept(Numerics.clamp(value + by, parameter.min(), parameter.max()));
    }

    private void commit() {
        String typed = getText();
        if (typed.equals(text(value))) {
            return;
        }
        double number = parse(typed);
        if (parameter.accepts(number)) {
            accepted.accept(number);
            setText(text(value));
        } else {
            setValue(value);
            refused.accept(parameter.title() + " must be " + parameter.expectation() + ", but “" + typed.strip()
                    + "” was typed.");
        }
    }

    private String text(double number) {
        return parameter.numbers() == Numbers.WHOLE ? Long.toString((long) number) : decimal(number);
    }

    /// Two places, and more where the number is small.
    static String decimal(double number) {
        double size = Math.abs(number);
        return String.format(Locale.ROOT, size != 0 && size < 0.1 ? "%.3g" : "%.2f", number);
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
