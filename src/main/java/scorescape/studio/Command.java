package scorescape.studio;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import scorescape.text.Texts;

/// Something the user can do, said once: the same name, key and state for its menu item and its button.
final class Command {

    private final String id;
    private final StringProperty name;
    private final StringProperty help;
    private final @Nullable KeyCombination key;
    private final Runnable action;
    private final BooleanProperty enabled = new SimpleBooleanProperty(true);

    /// A command whose name in the menu is the text `command.id`, and whose sentence for the tooltip is `command.id.help`.
    ///
    /// @param id of the button, for texts, tests and style sheets; the menu item's has `-item` after it
    /// @param key in the notation of [KeyCombination], or empty
    Command(String id, String key, Runnable action) {
        this.id = id;
        name = new SimpleStringProperty(Texts.text("command." + id));
        help = new SimpleStringProperty(Texts.text("command." + id + ".help"));
        this.key = key.isEmpty() ? null : KeyCombination.valueOf(key);
        this.action = action;
    }

    void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    String id() {
        return id;
    }

    String name() {
        return name.get();
    }

    String help() {
        return help.get();
    }

    BooleanProperty enabledProperty() {
        return enabled;
    }

    void setEnabled(boolean on) {
        enabled.set(on);
    }

    /// For a command whose meaning depends on the state, such as play and pause.
    void rename(String newName, String newHelp) {
        name.set(newName);
        help.set(newHelp);
    }

    @Nullable
    KeyCombination key() {
        return key;
    }

    MenuItem menuItem() {
        MenuItem item = new MenuItem();
        item.setId(id + "-item");
        item.setUserData(this);
        item.textProperty().bind(name);
        item.disableProperty().bind(enabled.not());
        item.setAccelerator(key);
        item.setOnAction(_ -> run());
        return item;
    }

    /// A button that shows an icon alone; the tooltip says the rest.
    Button iconButton(Ikon icon) {
        Button button = button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.accessibleTextProperty().bind(name);
        return button;
    }

    /// A button for one of several choices, of which `selected` says whether it is the present one.
    ToggleButton choiceButton(Ikon icon, ObservableValue<Boolean> selected) {
        ToggleButton button = new ToggleButton();
        dress(button);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.accessibleTextProperty().bind(name);
        // A click on the present choice must not switch it off.
        button.setOnAction(_ -> {
            run();
            button.setSelected(selected.getValue());
        });
        selected.subscribe(button::setSelected);
        return button;
    }

    Button textButton(String text) {
        Button button = button();
        button.setText(text);
        return button;
    }

    private Button button() {
        Button button = new Button();
        dress(button);
        return button;
    }

    private void dress(ButtonBase button) {
        button.setId(id);
        button.disableProperty().bind(enabled.not());
        button.setOnAction(_ -> run());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(key == null ? help : help.concat("  " + key.getDisplayText()));
        button.setTooltip(tooltip);
        button.accessibleHelpProperty().bind(help);
    }
}
