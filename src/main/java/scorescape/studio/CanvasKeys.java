package scorescape.studio;

import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;
import scorescape.studio.canvas.CanvasGestures;

/// Second keys for what the canvas can do, and Escape: heard when nothing in focus has a use for them.
final class CanvasKeys implements EventHandler<KeyEvent> {

    private final CanvasCommands commands;
    private final CanvasGestures gestures;

    CanvasKeys(CanvasCommands commands, CanvasGestures gestures) {
        this.commands = commands;
        this.gestures = gestures;
    }

    @Override
    public void handle(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        boolean isHeard = true;
        switch (event.getCode()) {
            case ESCAPE -> gestures.escape();
            case BACK_SPACE -> commands.delete.run();
            case PLUS, EQUALS, ADD -> commands.zoomIn.run();
            case MINUS, SUBTRACT -> commands.zoomOut.run();
            case DIGIT0, NUMPAD0 -> commands.fit.run();
            default -> isHeard = false;
        }
        if (isHeard) {
            event.consume();
        }
    }
}
