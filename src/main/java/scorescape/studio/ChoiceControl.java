package scorescape.studio;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import scorescape.studio.Knob.Option;

/// A choice of one of a few, with a sentence on each while the list is open.
final class ChoiceControl<T> extends VBox {

    private final String title;
    private final String help;
    private final ComboBox<Option<T>> box = new ComboBox<>();

    /// True while the box is being set to show a choice, not to make one.
    private boolean showing;

    /// @param id of the box
    /// @param title above the box
    /// @param help what is chosen, in one sentence
    ChoiceControl(String id, String title, String help, Consumer<T> chosen) {
        this.title = title;
        this.help = help;
        getStyleClass().add("choice");
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(12);
        box.setAccessibleHelp(help);
        box.setTooltip(new Tooltip(help));
        box.setCellFactory(_ -> new OptionCell<>(true));
        box.setButtonCell(new OptionCell<>(false));
        Label label = new Label(title);
        label.setLabelFor(box);
        box.setAccessibleText(title);
        getChildren().addAll(label, box);
        box.valueProperty().subscribe((_, option) -> {
            if (!showing && option != null) {
                chosen.accept(option.value());
            }
        });
    }

    /// Leaves the title out where the heading above says it.
    void hideTitle() {
        getChildren().setAll(box);
    }

    String title() {
        return title;
    }

    String help() {
        return help;
    }

    ComboBox<?> box() {
        return box;
    }

    List<Option<T>> options() {
        return box.getItems();
    }

    /// Shows what there is to choose from, without telling anyone.
    ///
    /// @param chosen index of the one chosen, or −1
    void show(List<Option<T>> options, int chosen) {
        showing = true;
        if (!box.getItems().equals(options)) {
            box.getItems().setAll(options);
        }
        box.getSelectionModel().select(chosen);
        if (chosen < 0) {
            box.setValue(null);
        }
        showing = false;
    }

    private static final class OptionCell<T> extends ListCell<Option<T>> {

        private final boolean listed;

        OptionCell(boolean listed) {
            this.listed = listed;
        }

        @Override
        protected void updateItem(Option<T> option, boolean empty) {
            super.updateItem(option, empty);
            setText(empty || option == null ? null : option.name());
            setTooltip(listed && !empty && option != null ? new Tooltip(option.help()) : null);
        }
    }
}
