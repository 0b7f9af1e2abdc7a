package scorescape.studio;

import java.util.List;
import java.util.random.RandomGenerator;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A user who clicks, drags and types at random. Events go to the scene directly, on the JavaFX thread.
///
/// Lists that open in windows of their own are left closed; their choices are made without. Tooltips stay away, too: the
/// Headless platform fails to paint windows that reach beyond its small screen.
final class RandomInput {

    private static final List<KeyCode> KEYS = List.of(KeyCode.V, KeyCode.G, KeyCode.R, KeyCode.O, KeyCode.S, KeyCode.B,
            KeyCode.E, KeyCode.P, KeyCode.T, KeyCode.H, KeyCode.Z, KeyCode.N, KeyCode.SPACE, KeyCode.LEFT,
            KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN, KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN,
            KeyCode.DELETE, KeyCode.BACK_SPACE, KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.F2, KeyCode.F8, KeyCode.F9,
            KeyCode.PLUS, KeyCode.MINUS, KeyCode.OPEN_BRACKET, KeyCode.CLOSE_BRACKET);

    /// With Ctrl. Not Q, which ends the program, nor N and O, which give up what was made so far.
    private static final List<KeyCode> SHORTCUTS = List.of(KeyCode.Z, KeyCode.Z, KeyCode.A, KeyCode.C, KeyCode.X,
            KeyCode.V, KeyCode.D, KeyCode.G, KeyCode.L, KeyCode.H, KeyCode.DIGIT0, KeyCode.PLUS, KeyCode.MINUS,
            KeyCode.S, KeyCode.E, KeyCode.I);

    private static final List<String> TYPED = List.of("0", "1", "2.5", "-3", "0,25", "40", "1e-3", "200", "much", "",
            "NaN", "-", "Infinity", "name", "x₀");

    private static final Duration NEVER = Duration.hours(24);

    private final Scene scene;
    private final RandomGenerator random;
    private boolean isUnheard;
    private @Nullable String last;

    RandomInput(Scene scene, RandomGenerator random) {
        this.scene = scene;
        this.random = random;
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> isUnheard = !event.isConsumed());
    }

    /// What was done last, for a report.
    String last() {
        return String.valueOf(last);
    }

    void act() {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> drag(onPicture());
            case 4 -> drag(anywhere());
            case 5, 6 -> key(pick(KEYS), random.nextInt(4) == 0, false);
            case 7 -> key(pick(SHORTCUTS), random.nextInt(4) == 0, true);
            case 8 -> scroll(onPicture());
            default -> {
                if (random.nextBoolean()) {
                    type();
                } else {
                    choose();
                }
            }
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Point2D anywhere() {
        return new Point2D(random.nextDouble(scene.getWidth()), random.nextDouble(scene.getHeight()));
    }

    private Point2D onPicture() {
        Node picture = scene.lookup("#picture");
        Bounds seen = picture.localToScene(picture.getLayoutBounds());
        return new Point2D(seen.getMinX() + random.nextDouble() * seen.getWidth(),
                seen.getMinY() + random.nextDouble() * seen.getHeight());
    }

    /// A click, or a drag with a few steps on the way.
    private void drag(Point2D from) {
        Node target = under(scene.getRoot(), from);
        if (target == null || opens(target)) {
            return;
        }
        int which = random.nextInt(12);
        MouseButton button = which == 0 ? MouseButton.MIDDLE : which == 1 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        boolean shift = random.nextInt(6) == 0;
        boolean ctrl = random.nextInt(6) == 0;
        boolean alt = random.nextInt(8) == 0;
        int clicks = random.nextInt(8) == 0 ? 2 : 1;
        // A click with the right button opens a menu.
        int steps = button == MouseButton.SECONDARY ? 3 : random.nextInt(4);
        last = button + " on " + target + " at " + from + " with " + steps + " moves";
        keepTooltipsAway(target);
        mouse(target, MouseEvent.MOUSE_MOVED, MouseButton.NONE, 0, from, shift, ctrl, alt);
        mouse(target, MouseEvent.MOUSE_PRESSED, button, clicks, from, shift, ctrl, alt);
        Point2D at = from;
        for (int i = 0; i < steps; i++) {
            at = at.add(random.nextDouble(-60, 60), random.nextDouble(-60, 60));
            mouse(target, MouseEvent.MOUSE_DRAGGED, button, clicks, at, shift, ctrl, alt);
            if (random.nextInt(40) == 0) {
                key(KeyCode.ESCAPE, false, false);
            }
        }
        mouse(target, MouseEvent.MOUSE_RELEASED, button, clicks, at, shift, ctrl, alt);
        if (steps == 0) {
            mouse(target, MouseEvent.MOUSE_CLICKED, button, clicks, at, shift, ctrl, alt);
        }
    }

    private static void keepTooltipsAway(Node target) {
        for (Node n = target; n != null; n = n.getParent()) {
            // Where Tooltip.install leaves them.
            if (n.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tooltip) {
                tooltip.setShowDelay(NEVER);
            }
        }
    }

    private static void mouse(Node target, EventType<MouseEvent> type, MouseButton button, int clicks, Point2D at,
            boolean shift, boolean ctrl, boolean alt) {
        boolean isDown = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        Event.fireEvent(target, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), button, clicks, shift,
                ctrl, alt, false, isDown && button == MouseButton.PRIMARY, isDown && button == MouseButton.MIDDLE,
                isDown && button == MouseButton.SECONDARY, false, false, clicks > 0, new PickResult(null, at.getX(),
                        at.getY())));
    }

    private void scroll(Point2D at) {
        Node target = under(scene.getRoot(), at);
        if (target != null) {
            double by = 40 * random.nextInt(-3, 4);
            last = "scroll by " + by + " on " + target;
            Event.fireEvent(target, new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(),
                    false, random.nextBoolean(), false, false, true, false, random.nextBoolean() ? by : 0, by, 0, 0,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                    new PickResult(null, at.getX(), at.getY())));
        }
    }

    /// As the window does it: first the control in focus, then the shortcuts of the menu.
    private void key(KeyCode code, boolean shift, boolean ctrl) {
        EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
        last = (ctrl ? "Ctrl+" : "") + (shift ? "Shift+" : "") + code + " on " + target;
        var pressed = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, ctrl, false, false);
        isUnheard = false;
        Event.fireEvent(target, pressed);
        if (isUnheard) {
            // A copy: what is run may change the shortcuts.
            List.copyOf(scene.getAccelerators().entrySet())
                    .stream()
                    .filter(shortcut -> shortcut.getKey().match(pressed))
                    .forEach(shortcut -> shortcut.getValue().run());
        }
        EventTarget then = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
        Event.fireEvent(then, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, shift, ctrl, false, false));
    }

    private void type() {
        List<Node> fields = scene.getRoot().lookupAll(".text-field").stream().filter(RandomInput::isUsable).toList();
        if (!fields.isEmpty() && pick(fields) instanceof TextField field) {
            field.requestFocus();
            field.setText(pick(TYPED));
            last = "“" + field.getText() + "” in " + field;
            field.fireEvent(new ActionEvent());
        }
    }

    private void choose() {
        // Plots take the processor for longer than all the rest.
        boolean plots = random.nextInt(10) == 0;
        List<Node> boxes = scene.getRoot()
                .lookupAll(".combo-box")
                .stream()
                .filter(box -> isUsable(box) && (plots || !(box instanceof ViewChooser)))
                .toList();
        if (!boxes.isEmpty() && pick(boxes) instanceof ComboBox<?> box && !box.getItems().isEmpty()) {
            int index = random.nextInt(box.getItems().size());
            last = "choice " + index + " of " + box;
            box.getSelectionModel().select(index);
        }
    }

    private static boolean isUsable(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return !node.isDisabled();
    }

    /// Whether a press opens a window of its own.
    private static boolean opens(Node target) {
        for (Node n = target; n != null; n = n.getParent()) {
            if (n instanceof ComboBoxBase || n instanceof MenuButton || n instanceof ChoiceBox) {
                return true;
            }
        }
        return false;
    }

    /// The topmost node at a place of the scene that hears the mouse.
    private static @Nullable Node under(Node node, Point2D at) {
        Point2D local = node.sceneToLocal(at);
        if (!node.isVisible() || node.isMouseTransparent() || node.isDisabled() || local == null
                || (node.getClip() != null && !node.getClip().contains(local))) {
            return null;
        }
        if (node instanceof Parent parent) {
            List<Node> children = parent.getChildrenUnmodifiable();
            for (int i = children.size() - 1; i >= 0; i--) {
                Node found = under(children.get(i), at);
                if (found != null) {
                    return found;
                }
            }
        }
        return node.contains(local) ? node : null;
    }
}
