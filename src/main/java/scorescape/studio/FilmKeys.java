package scorescape.studio;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Gives the film its keys, Space and arrows above all, wherever the mouse has clicked last.
///
/// A control that was reached by the keyboard, and shows it by its focus ring, has the first say: there Space presses
/// the button and the arrows move the slider. Fields for text keep all their keys.
final class FilmKeys implements EventHandler<KeyEvent> {

    private final Scene scene;
    private final Predicate<KeyEvent> taken;
    private final Map<KeyCombination, Command> commands = new HashMap<>();

    /// @param taken whether what is in focus has a better use for a key: arrows that move a selection
    FilmKeys(Scene scene, Commands all, Predicate<KeyEvent> taken) {
        this.scene = scene;
        this.taken = taken;
        for (Command command : all.film()) {
            if (command.key() != null) {
                commands.put(command.key(), command);
            }
        }
        commands.put(new KeyCodeCombination(KeyCode.PAGE_UP), all.stepBack);
        commands.put(new KeyCodeCombination(KeyCode.PAGE_DOWN), all.stepForward);
    }

    @Override
    public void handle(KeyEvent event) {
        Node focused = scene.getFocusOwner();
        boolean keepsItsKeys =
                focused != null && (focused.isFocusVisible() || focused instanceof TextInputControl);
        if (keepsItsKeys || taken.test(event)) {
            return;
        }
        commands.forEach((key, command) -> {
            if (key.match(event)) {
                command.run();
                event.consume();
            }
        });
    }
}
