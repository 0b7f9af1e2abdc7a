package scorescape.studio;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// Brings a control into view, however deep it is folded away, and gives it the focus.
final class Reveal {

    /// Something that folds.
    interface Folding {

        void unfold(boolean show);
    }

    private Reveal() {}

    static void reveal(Node control) {
        for (Node node = control; node != null; node = node.getParent()) {
            if (node instanceof Folding folding) {
                folding.unfold(true);
            }
        }
        Scene scene = control.getScene();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        for (Parent parent = control.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane) {
                scroll(pane, control);
            }
        }
        focus(control, scene);
    }

    /// Scrolls by no more than it takes.
    private static void scroll(ScrollPane pane, Node control) {
        Node content = pane.getContent();
        Bounds wanted = content.sceneToLocal(control.localToScene(control.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden > 0) {
            double now = pane.getVvalue() * hidden;
            double top = Math.min(Math.max(now, wanted.getMaxY() + 24 - seen), Math.max(0, wanted.getMinY() - 24));
            pane.setVvalue(Math.clamp(top / hidden, 0, 1));
        }
    }

    /// The focus ring appears only where the focus came by the keyboard: so one step on and one back.
    private static void focus(Node control, Scene scene) {
        control.requestFocus();
        if (control instanceof TextInputControl text) {
            text.selectAll();
            return;
        }
        if (control.requestFocusTraversal(TraversalDirection.NEXT)) {
            @Nullable
            Node next = scene.getFocusOwner();
            if (next != null) {
                next.requestFocusTraversal(TraversalDirection.PREVIOUS);
            }
        }
        if (!control.isFocused()) {
            control.requestFocus();
        }
    }
}
