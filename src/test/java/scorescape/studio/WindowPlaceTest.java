package scorescape.studio;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WindowPlaceTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1366, 768);
    private static final Rectangle2D BEAMER = new Rectangle2D(1366, 0, 1024, 700);

    @ParameterizedTest
    @ValueSource(strings = {"40 60 1280 800", "-1200 10 900 640 maximized"})
    void aSettingIsReadAsItWasWritten(String setting) {
        assertEquals(Optional.of(setting), WindowPlace.of(setting).map(WindowPlace::asSetting));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40 60 1280", "1e9 0 800 600", "0 0 800 600 somewhere", "0 0 8000000 600"})
    void whatIsNoPlaceIsNone(String setting) {
        assertEquals(Optional.empty(), WindowPlace.of(setting));
    }

    @Test
    void aWindowComesBackToTheDisplayItWasOn() {
        var place = new WindowPlace(new Rectangle2D(1400, 20, 900, 600), false);

        assertEquals(place.bounds(), place.inside(List.of(LAPTOP, BEAMER)));
    }

    @Test
    void aWindowOfADisplayThatIsGoneIsMovedIntoTheFirst() {
        var place = new WindowPlace(new Rectangle2D(1400, 20, 900, 600), false);

        assertEquals(new Rectangle2D(466, 20, 900, 600), place.inside(List.of(LAPTOP)));
    }

    @Test
    void aWindowThatHasBecomeTooLargeFillsTheDisplay() {
        var place = new WindowPlace(new Rectangle2D(-20, 40, 2560, 1400), false);

        assertEquals(LAPTOP, place.inside(List.of(LAPTOP)));
    }
}
