package scorescape.studio;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a talk: those of other presenters, so that remote controls work.
///
/// Remote controls send Page up and Page down, F5 or Shift+F5 and Escape in turn for their start button, and B or a full stop.
/// F5 does nothing while the talk is given: whoever presses that button once too often is still on the same slide.
final class TalkKeys {

    /// What else keys do, beside going from slide to slide.
    interface Screens {

        /// Selects nothing, and takes back what is being dragged.
        ///
        /// @return whether anything was
        boolean letGo();

        void toNextDisplay();

        void toggleSpeakersView();

        void end();
    }

    /// How much one key press changes γ.
    private static final double SCALE_STEP = 0.5;

    private static final int LONGEST_NUMBER = 3;

    private final Talk talk;
    private final Screens screens;
    private final Consumer<Talk> scaled;
    private final ReadOnlyStringWrapper digits = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper();

    /// @param scaled told when a key was to change γ
    TalkKeys(Talk talk, Screens screens, Consumer<Talk> scaled) {
        this.talk = talk;
        this.screens = screens;
        this.scaled = scaled;
    }

    /// The number that is being typed, or empty.
    ReadOnlyStringProperty digitsProperty() {
        return digits.getReadOnlyProperty();
    }

    /// Whether the audience sees nothing.
    ReadOnlyBooleanProperty blankProperty() {
        return blank.getReadOnlyProperty();
    }

    void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.getCode().isModifierKey()) {
            return;
        }
        event.consume();
        String typed = event.getText();
        if (typed.length() == 1 && typed.charAt(0) >= '0' && typed.charAt(0) <= '9') {
            blank.set(false);
            if (digits.get().length() < LONGEST_NUMBER) {
                digits.set(digits.get() + typed);
            }
            return;
        }
        String number = digits.get();
        digits.set("");
        KeyCode code = event.getCode();
        if (blank.get()) {
            blank.set(false);
        } else if (code == KeyCode.B || ".".equals(typed)) {
            screens.letGo();
            blank.set(true);
        } else {
            run(code, typed, number);
        }
    }

    private void run(KeyCode code, String typed, String number) {
        if ("+".equals(typed) || "=".equals(typed) || code == KeyCode.PLUS || code == KeyCode.ADD) {
            scale(SCALE_STEP);
            return;
        }
        if ("-".equals(typed) || code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            scale(-SCALE_STEP);
            return;
        }
        // A drag would go on in the next slide, and handles would stay on what was taken by them.
        boolean dragged = screens.letGo();
        switch (code) {
            case ENTER -> {
                if (number.isEmpty()) {
                    talk.forward();
                } else {
                    talk.goTo(Integer.parseInt(number) - 1);
                }
            }
            case RIGHT, DOWN, PAGE_DOWN, SPACE, N -> talk.forward();
            case LEFT, UP, PAGE_UP, BACK_SPACE, P -> talk.back();
            case HOME -> talk.goTo(0);
            case END -> talk.goTo(talk.lesson().slides().size() - 1);
            case R -> talk.restore();
            case D -> screens.toNextDisplay();
            case S -> screens.toggleSpeakersView();
            case ESCAPE -> {
                if (number.isEmpty() && !dragged) {
                    screens.end();
                }
            }
            default -> {}
        }
    }

    private void scale(double by) {
        talk.changeScale(by);
        scaled.accept(talk);
    }
}
