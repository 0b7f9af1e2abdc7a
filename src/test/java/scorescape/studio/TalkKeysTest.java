package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.document.Lesson;
import scorescape.document.Lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The keys of a talk, without a window.
class TalkKeysTest {

    private static final Lesson LESSON = Lessons.named("guidance-scale").orElseThrow();
    private static final double SCALE_OF_THE_SECOND = 1;

    private final Talk talk = new Talk(LESSON, 0, () -> {});
    private final List<String> done = new ArrayList<>();
    private boolean drags;
    private final TalkKeys keys = new TalkKeys(talk, new TalkKeys.Screens() {

        @Override
        public boolean letGo() {
            boolean dragged = drags;
            drags = false;
            return dragged;
        }

        @Override
        public void toNextDisplay() {
            done.add("display");
        }

        @Override
        public void toggleSpeakersView() {
            done.add("speaker");
        }

        @Override
        public void end() {
            done.add("end");
        }
    }, now -> done.add("γ " + now.scale().orElse(Double.NaN)));

    TalkKeysTest() {
        talk.stillProperty().set(true);
    }

    private void press(KeyCode code) {
        press(code, "");
    }

    private void press(KeyCode code, String text) {
        keys.press(new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, false, false, false));
    }

    private int slide() {
        return talk.slideProperty().get();
    }

    @ParameterizedTest
    @EnumSource(names = {"RIGHT", "DOWN", "PAGE_DOWN", "SPACE", "ENTER", "N"})
    void goesOn(KeyCode code) {
        press(code);
        assertEquals(1, slide());
    }

    @ParameterizedTest
    @EnumSource(names = {"LEFT", "UP", "PAGE_UP", "BACK_SPACE", "P"})
    void goesBack(KeyCode code) {
        talk.goTo(3);
        press(code);
        assertEquals(2, slide());
    }

    @Test
    void digitsAndEnterGoToASlideAndEscapeForgetsThem() {
        press(KeyCode.DIGIT4, "4");
        assertEquals("4", keys.digitsProperty().get());
        press(KeyCode.ENTER);
        assertEquals(3, slide());
        assertEquals("", keys.digitsProperty().get());

        press(KeyCode.NUMPAD2, "2");
        press(KeyCode.ESCAPE);
        assertEquals(List.of(), done);
        press(KeyCode.ENTER);
        assertEquals(4, slide());
        // There is no such slide.
        press(KeyCode.DIGIT9, "9");
        press(KeyCode.DIGIT9, "9");
        press(KeyCode.ENTER);
        assertEquals(4, slide());
    }

    @Test
    void homeAndEndAreTheFirstSlideAndTheLast() {
        press(KeyCode.END);
        assertEquals(LESSON.slides().size() - 1, slide());
        press(KeyCode.HOME);
        assertEquals(0, slide());
    }

    @ParameterizedTest
    @EnumSource(names = {"B", "PERIOD", "DECIMAL"})
    void aBlankScreenLastsUntilTheNextKey(KeyCode code) {
        press(code, code == KeyCode.B ? "b" : ".");
        assertTrue(keys.blankProperty().get());
        press(KeyCode.PAGE_DOWN);
        assertFalse(keys.blankProperty().get());
        assertEquals(0, slide());
    }

    @Test
    void plusAndMinusChangeTheScaleAndRReturns() {
        talk.goTo(1);
        press(KeyCode.PLUS, "+");
        press(KeyCode.ADD, "+");
        // Plus without Shift, on an American keyboard.
        press(KeyCode.EQUALS, "=");
        press(KeyCode.SUBTRACT, "-");
        press(KeyCode.MINUS, "-");

        assertEquals(List.of("γ 1.5", "γ 2.0", "γ 2.5", "γ 2.0", "γ 1.5"), done);
        assertEquals(SCALE_OF_THE_SECOND + 0.5, talk.scale().orElseThrow());
        press(KeyCode.R);
        assertEquals(SCALE_OF_THE_SECOND, talk.scale().orElseThrow());
        assertFalse(talk.awayProperty().get());
    }

    @Test
    void theStartButtonOfARemoteControlCannotEndATalk() {
        press(KeyCode.F5);
        keys.press(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F5, true, false, false, false));

        assertEquals(List.of(), done);
        assertEquals(0, slide());
        press(KeyCode.B, "b");
        press(KeyCode.F5);
        assertFalse(keys.blankProperty().get());
    }

    @Test
    void escapeTakesADragBackBeforeItEndsTheTalk() {
        drags = true;
        press(KeyCode.ESCAPE);
        assertEquals(List.of(), done);
        press(KeyCode.ESCAPE);
        assertEquals(List.of("end"), done);
    }

    @Test
    void aDragDoesNotReachIntoTheNextSlide() {
        drags = true;
        press(KeyCode.PAGE_DOWN);

        assertFalse(drags);
        assertEquals(1, slide());
    }

    @Test
    void dAndSAreForDisplays() {
        press(KeyCode.D, "d");
        press(KeyCode.S, "s");
        assertEquals(List.of("display", "speaker"), done);
    }
}
