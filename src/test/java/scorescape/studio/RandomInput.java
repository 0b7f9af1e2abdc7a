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
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Modality;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A user who clicks, drags and types at random, in the window and in whatever opens above it: menus, lists, dialogs, other
/// windows. Events go to the scenes directly, on the JavaFX thread. Tooltips stay away: the Headless platform fails to paint
/// windows that reach beyond its small screen.
final class RandomInput {

    private static final List<KeyCode> KEYS = List.of(KeyCode.V, KeyCode.G, KeyCode.R, KeyCode.O, KeyCode.S, KeyCode.B,
            KeyCode.E, KeyCode.P, KeyCode.T, KeyCode.H, KeyCode.I, KeyCode.Z, KeyCode.N, KeyCode.SPACE, KeyCode.LEFT,
            KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN, KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN,
            KeyCode.DELETE, KeyCode.BACK_SPACE, KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.TAB, KeyCode.F1, KeyCode.F2,
            KeyCode.F5, KeyCode.F8, KeyCode.F9, KeyCode.PLUS, KeyCode.MINUS, KeyCode.OPEN_BRACKET,
            KeyCode.CLOSE_BRACKET);

    /// With Ctrl.
    private static final List<KeyCode> SHORTCUTS = List.of(KeyCode.Z, KeyCode.Z, KeyCode.A, KeyCode.C, KeyCode.X,
            KeyCode.V, KeyCode.D, KeyCode.G, KeyCode.L, KeyCode.H, KeyCode.DIGIT0, KeyCode.PLUS, KeyCode.MINUS,
            KeyCode.S, KeyCode.E, KeyCode.I, KeyCode.K, KeyCode.K, KeyCode.N, KeyCode.O);

    /// With Shift: lanes.
    private static final List<KeyCode> LANES =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT4, KeyCode.L, KeyCode.J);

    private static final List<KeyCode> IN_POPUPS = List.of(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP,
            KeyCode.RIGHT, KeyCode.LEFT, KeyCode.ENTER, KeyCode.ENTER, KeyCode.SPACE, KeyCode.ESCAPE, KeyCode.HOME,
            KeyCode.END);

    private static final List<String> TYPED = List.of("0", "1", "2.5", "-3", "0,25", "40", "1e-3", "200", "much", "",
            "NaN", "-", "Infinity", "name", "x₀", "gamma", "lane", "1 2 3", "2 0.5 1");

    private static final Duration NEVER = Duration.hours(24);

    private final Stage stage;
    private final Scene main;
    private final RandomGenerator random;

    /// The one that hears the user now.
    private Scene scene;
    private boolean isUnheard;
    private @Nullable String last;

    RandomInput(Stage stage, RandomGenerator random) {
        this.stage = stage;
        this.random = random;
        main = stage.getScene();
        scene = main;
        main.addEventHandler(KeyEvent.KEY_PRESSED, event -> isUnheard = !event.isConsumed());
    }

    /// What was done last, for a report.
    String last() {
        return String.valueOf(last);
    }

    void act() {
        Window front = front();
        scene = front.getScene();
        if (front instanceof PopupWindow popup) {
            inPopup(popup);
        } else if (!front.equals(stage)) {
            inOther((Stage) front);
        } else {
            inWindow();
        }
    }

    /// Closes all that has opened.
    void closeOthers() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (!window.equals(stage)) {
                window.hide();
            }
        }
    }

    /// Lists and menus first, then a dialog, then the window or one beside it.
    private Window front() {
        List<Window> shown = Window.getWindows()
                .stream()
                .filter(window -> !(window instanceof Tooltip) && window.isShowing() && window.getScene() != null)
                .toList()
                .reversed();
        return shown.stream()
                .filter(PopupWindow.class::isInstance)
                .findFirst()
                .or(() -> shown.stream()
                        .filter(window -> window instanceof Stage other && other.getModality() != Modality.NONE)
                        .findFirst())
                .orElseGet(() -> random.nextInt(3) == 0 ? pick(shown) : stage);
    }

    private void inWindow() {
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> drag(onPicture());
            case 4 -> drag(anywhere());
            case 5, 6 -> key(pick(KEYS), random.nextInt(4) == 0, false);
            case 7 -> key(pick(SHORTCUTS), random.nextInt(4) == 0, true);
            case 8 -> scroll(onPicture());
            case 9, 10 -> drag(onControl());
            case 11 -> {
                if (random.nextInt(6) == 0) {
                    key(pick(LANES), true, false);
                } else {
                    write();
                }
            }
            case 12 -> scroll(anywhere());
            default -> {
                if (random.nextBoolean()) {
                    type();
                } else {
                    choose();
                }
            }
        }
    }

    private void inPopup(PopupWindow popup) {
        switch (random.nextInt(12)) {
            case 0 -> {
                last = "away from " + popup;
                popup.hide();
            }
            case 1, 2, 3, 4, 5 -> key(pick(IN_POPUPS), false, false);
            default -> {
                Point2D at = anywhere();
                Node target = under(scene.getRoot(), at);
                // Cells and items light up, and open menus, as the pointer comes.
                keepTooltipsAway(target);
                for (Node n = target; n != null; n = n.getParent()) {
                    mouse(n, MouseEvent.MOUSE_ENTERED_TARGET, MouseButton.NONE, 0, at, false, false, false);
                }
                if (target != null && random.nextBoolean()) {
                    click(target, at);
                }
            }
        }
    }

    private void inOther(Stage other) {
        switch (random.nextInt(14)) {
            case 0 -> {
                last = "close " + other.getTitle();
                Event.fireEvent(other, new WindowEvent(other, WindowEvent.WINDOW_CLOSE_REQUEST));
            }
            case 1, 2 -> key(pick(KEYS), random.nextInt(4) == 0, random.nextInt(6) == 0);
            case 3 -> key(KeyCode.ESCAPE, false, false);
            case 4 -> write();
            case 5 -> type();
            case 6 -> choose();
            case 7 -> scroll(anywhere());
            case 8, 9 -> drag(anywhere());
            default -> drag(onControl());
        }
    }

    private Point2D onControl() {
        List<Node> controls = scene.getRoot()
                .lookupAll("*")
                .stream()
                .filter(node -> node instanceof Control && node.isFocusTraversable() && isUsable(node))
                .toList();
        if (controls.isEmpty()) {
            return anywhere();
        }
        Node control = pick(controls);
        Bounds seen = control.localToScene(control.getLayoutBounds());
        return new Point2D(seen.getMinX() + random.nextDouble() * seen.getWidth(),
                seen.getMinY() + random.nextDouble() * seen.getHeight());
    }

    private void click(Node target, Point2D at) {
        last = "click on " + target + " at " + at;
        mouse(target, MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 1, at, false, false, false);
        mouse(target, MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 1, at, false, false, false);
        mouse(target, MouseEvent.MOUSE_CLICKED, MouseButton.PRIMARY, 1, at, false, false, false);
    }

    /// Key by key into a field, which is then left in one of the ways there are.
    private void write() {
        List<Node> fields =
                scene.getRoot().lookupAll(".text-input").stream().filter(RandomInput::isUsable).toList();
        if (!fields.isEmpty()) {
            Node field = pick(fields);
            field.requestFocus();
            if (random.nextBoolean()) {
                key(KeyCode.A, false, true);
            }
            String text = pick(TYPED);
            last = "“" + text + "” into " + field;
            text.chars().forEach(c -> Event.fireEvent(field, new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(c), "",
                    KeyCode.UNDEFINED, false, false, false, false)));
            key(pick(List.of(KeyCode.ENTER, KeyCode.TAB, KeyCode.ESCAPE, KeyCode.UP, KeyCode.BACK_SPACE)), false,
                    false);
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Point2D anywhere() {
        return new Point2D(random.nextDouble(scene.getWidth()), random.nextDouble(scene.getHeight()));
    }

    private Point2D onPicture() {
        Node picture = main.lookup("#picture");
        Bounds seen = picture.localToScene(picture.getLayoutBounds());
        return new Point2D(seen.getMinX() + random.nextDouble() * seen.getWidth(),
                seen.getMinY() + random.nextDouble() * seen.getHeight());
    }

    /// A click, or a drag with a few steps on the way.
    private void drag(Point2D from) {
        Node target = under(scene.getRoot(), from);
        if (target == null) {
            return;
        }
        int which = random.nextInt(12);
        MouseButton button = which == 0 ? MouseButton.MIDDLE : which == 1 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        boolean shift = random.nextInt(6) == 0;
        boolean ctrl = random.nextInt(6) == 0;
        boolean alt = random.nextInt(8) == 0;
        int clicks = random.nextInt(8) == 0 ? 2 : 1;
        int steps = random.nextInt(4);
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
            if (button == MouseButton.SECONDARY && target.getScene() != null) {
                Event.fireEvent(target, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, at.getX(),
                        at.getY(), at.getX(), at.getY(), false, new PickResult(null, at.getX(), at.getY())));
            }
        }
    }

    private static void keepTooltipsAway(@Nullable Node target) {
        for (Node n = target; n != null; n = n.getParent()) {
            // Where Tooltip.install leaves them.
            if (n.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tooltip) {
                tooltip.setShowDelay(NEVER);
            }
        }
    }

    /// Not to what has left the screen meanwhile, as dialogs do.
    private static void mouse(Node target, EventType<MouseEvent> type, MouseButton button, int clicks, Point2D at,
            boolean shift, boolean ctrl, boolean alt) {
        if (target.getScene() == null || target.getScene().getWindow() == null) {
            return;
        }
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
