package scorescape.studio;

import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Asks what has the keyboard for its context menu, by the menu key or Shift+F10. On Linux the toolkit passes on the keys
/// alone.
final class MenuKeys implements EventHandler<KeyEvent> {

    private final Scene scene;

    MenuKeys(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void handle(KeyEvent event) {
        Node focused = scene.getFocusOwner();
        boolean asks = event.getCode() == KeyCode.CONTEXT_MENU
                || (event.getCode() == KeyCode.F10 && event.isShiftDown());
        if (asks && focused != null) {
            Bounds bounds = focused.getLayoutBounds();
            Point2D inScene = focused.localToScene(bounds.getCenterX(), bounds.getCenterY());
            Point2D onScreen = focused.localToScreen(bounds.getCenterX(), bounds.getCenterY());
            focused.fireEvent(
                    new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, inScene.getX(), inScene.getY(),
                            onScreen.getX(), onScreen.getY(), true, null));
            event.consume();
        }
    }
}
