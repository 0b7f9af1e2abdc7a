package scorescape.studio;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import scorescape.document.Parameter;

import static scorescape.text.Texts.text;

/// A number that people set: its name and symbol, a field to type in, and a slider.
///
/// A drag or a run of arrow keys is one gesture. With Shift both go ten times as fine; a double click or Backspace on the
/// slider sets the default, which has a mark.
final class ParameterControl extends VBox {

    /// What becomes of a number that was set.
    interface Edits {

        /// @param gesture the same object for all numbers of one drag
        void edit(Object gesture, double value);

        void endGesture();
    }

    private final Parameter parameter;
    private final SliderScale scale;
    private final Edits edits;
    private final Slider slider = new Slider();
    private final NumberField field;
    private final SliderMarks marks;
    private double value;

    /// Where the pointer was, and where between two stops the drag is.
    private double pointer;
    private double position;

    /// True while the slider is being set to show a number, not to edit it.
    private boolean showing;

    /// @param id of the slider; the field's has `-field` after it
    /// @param refused told a sentence about what was typed and is no number of the parameter
    ParameterControl(String id, Parameter parameter, Edits edits, Consumer<String> refused) {
        this.parameter = parameter;
        this.edits = edits;
        scale = new SliderScale(parameter);
        getStyleClass().add("parameter");
        field = new NumberField(parameter, number -> edits.edit(new Object(), number), refused);
        field.setId(id + "-field");
        marks = new SliderMarks(slider, marks(parameter), parameter.defaultValue(), scale);
        getChildren().addAll(head(), slider, foot());
        buildSlider(id);
        setValue(parameter.defaultValue());
    }

    /// Shows a value, without telling anyone.
    void setValue(double newValue) {
        value = newValue;
        showing = true;
        slider.setValue(scale.position(newValue));
        showing = false;
        field.setValue(newValue);
    }

    NumberField field() {
        return field;
    }

    Parameter parameter() {
        return parameter;
    }

    private HBox head() {
        Label name = new Label(parameter.title());
        name.setLabelFor(field);
        name.setTooltip(new Tooltip(tooltip(parameter)));
        Label symbol = new Label(parameter.symbol());
        symbol.getStyleClass().add("symbol");
        symbol.setMinWidth(USE_PREF_SIZE);
        field.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, symbol, gap, field);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    /// Marks a value on the slider, with a sentence on it.
    ///
    /// @param hinted NaN for none
    void showHint(double hinted, String help) {
        marks.showHint(hinted, help);
    }

    private HBox foot() {
        HBox.setHgrow(marks, Priority.ALWAYS);
        HBox foot = new HBox(marks);
        if (!parameter.unit().isEmpty()) {
            Label unit = new Label(parameter.unit());
            unit.getStyleClass().add("faint");
            unit.setMinWidth(USE_PREF_SIZE);
            foot.getChildren().add(unit);
        }
        return foot;
    }

    /// The numbers under the slider: the marks, and where they end.
    private static List<Double> marks(Parameter parameter) {
        return parameter.marks().isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(parameter.usualMin(), parameter.usualMax()), parameter.marks().stream())
                        .filter(mark -> mark >= parameter.usualMin() && mark <= parameter.usualMax())
                        .distinct()
                        .toList();
    }

    private void buildSlider(String id) {
        slider.setId(id);
        slider.setMin(scale.min());
        slider.setMax(scale.max());
        slider.setAccessibleText(parameter.title() + " " + parameter.symbol());
        slider.setAccessibleHelp(parameter.help());
        slider.setTooltip(new Tooltip(text("slider.help", tooltip(parameter), scale.text(parameter.defaultValue()))));
        slider.valueProperty().subscribe((_, _) -> {
            if (!showing) {
                edits.edit(slider, scale.value(slider.getValue(), false));
                setValue(value);
            }
        });
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPressed);
        slider.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        slider.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> edits.endGesture());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        slider.addEventHandler(KeyEvent.KEY_RELEASED, _ -> edits.endGesture());
    }

    private void onPressed(MouseEvent event) {
        pointer = event.getX();
        position = slider.getValue();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            edits.edit(new Object(), parameter.defaultValue());
            event.consume();
        }
    }

    /// The thumb follows the pointer by its way since the last event, so that it does not jump when Shift is released.
    private void onDragged(MouseEvent event) {
        double track = slider.getWidth() - slider.lookup(".thumb").getLayoutBounds().getWidth();
        double way = (event.getX() - pointer) / Math.max(1, track) * (scale.max() - scale.min());
        pointer = event.getX();
        position += way * (event.isShiftDown() ? SliderScale.FINE : 1);
        edits.edit(slider, scale.value(position, event.isShiftDown()));
        event.consume();
    }

    private void onKey(KeyEvent event) {
        KeyCode code = event.getCode();
        int direction = code == KeyCode.RIGHT || code == KeyCode.UP
                ? 1
                : code == KeyCode.LEFT || code == KeyCode.DOWN ? -1 : 0;
        if (direction != 0) {
            edits.edit(slider, scale.next(value, direction, event.isShiftDown()));
            event.consume();
        } else if (code == KeyCode.BACK_SPACE || code == KeyCode.DELETE) {
            edits.edit(new Object(), parameter.defaultValue());
            event.consume();
        }
    }

    /// The symbol and what it means.
    static String tooltip(Parameter parameter) {
        return parameter.symbol().isEmpty() ? parameter.help() : parameter.symbol() + ": " + parameter.help();
    }
}
