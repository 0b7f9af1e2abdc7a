package scorescape.studio;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DisplaysTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1440, 900);
    private static final Rectangle2D PROJECTOR = new Rectangle2D(1440, 0, 1280, 720);
    private static final Rectangle2D WALL = new Rectangle2D(-1920, 0, 1920, 1080);

    @Test
    void theAudienceSeesTheDisplayWithoutTheStudioAndTheSpeakerTheOther() {
        assertEquals(new Displays(PROJECTOR, LAPTOP), Displays.of(List.of(LAPTOP, PROJECTOR), LAPTOP, ""));
        assertEquals(new Displays(LAPTOP, PROJECTOR), Displays.of(List.of(LAPTOP, PROJECTOR), PROJECTOR, ""));
    }

    @Test
    void oneDisplayIsTheAudiences() {
        assertEquals(new Displays(LAPTOP, null), Displays.of(List.of(LAPTOP), LAPTOP, ""));
        assertEquals(new Displays(LAPTOP, null), Displays.of(List.of(LAPTOP), LAPTOP, Displays.place(PROJECTOR)));
    }

    @Test
    void aDisplayThatWasChosenIsTaken() {
        List<Rectangle2D> all = List.of(LAPTOP, PROJECTOR, WALL);

        assertEquals(new Displays(WALL, LAPTOP), Displays.of(all, LAPTOP, "-1920 0 1920 1080"));
        assertEquals(new Displays(LAPTOP, PROJECTOR), Displays.of(all, LAPTOP, "0 0 1440 900"));
    }

    @Test
    void whereTheDisplayOfTheStudioIsGoneTheOtherGetsTheTalk() {
        assertEquals(new Displays(PROJECTOR, null), Displays.of(List.of(PROJECTOR), LAPTOP, ""));
        assertEquals(new Displays(PROJECTOR, WALL), Displays.of(List.of(PROJECTOR, WALL), LAPTOP,
                Displays.place(PROJECTOR)));
    }

    @Test
    void displaysAreToldApartByTheirPlace() {
        List<Rectangle2D> all = List.of(LAPTOP, PROJECTOR, WALL);

        assertEquals(
                List.of("Display 1, the main one: 1440 × 900", "Display 2, at its right: 1280 × 720",
                        "Display 3, at its left: 1920 × 1080"),
                all.stream().map(display -> Displays.title(all, display)).toList());
    }
}
