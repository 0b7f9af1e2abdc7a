package scorescape.studio;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import scorescape.document.Parameter;
import scorescape.text.Numerals;
import scorescape.text.Texts;

/// A typed number of a parameter; ↑ and ↓ go to the next one.
final class NumberField extends TypedField<Double> {

    private final Parameter parameter;
    private final SliderScale scale;
    private final DoubleConsumer accepted;

    /// @param accepted told a number that was typed and that the parameter accepts
    /// @param refused told a sentence about what was typed instead
    NumberField(Parameter parameter, DoubleConsumer accepted, Consumer<String> refused) {
        super(parameter.defaultValue(), refused);
        this.parameter = parameter;
        scale = new SliderScale(parameter);
        this.accepted = accepted;
        setAccessibleText(parameter.title());
        setTooltip(new Tooltip(ParameterControl.tooltip(parameter)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        showValue();
    }

    Parameter parameter() {
        return parameter;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            int direction = event.getCode() == KeyCode.UP ? 1 : -1;
            event.consume();
            Double now = value();
            if (now != null && getScene() != null) {
                accepted.accept(scale.next(now, direction, event.isShiftDown()));
            }
        }
    }

    @Override
    String text(Double shown) {
        return scale.text(shown);
    }

    @Override
    boolean isValue(String typed) {
        return parameter.accepts(Numerals.parse(typed));
    }

    @Override
    String take(String typed) {
        double number = Numerals.parse(typed);
        if (!parameter.accepts(number)) {
            return Texts.text("number.refused", parameter.title(), parameter.expectation(), typed.strip());
        }
        accepted.accept(number);
        return "";
    }
}
