package scorescape.studio;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.figure.Mark;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// An image dropped on the window, from the place of the pointer on.
class DroppedImageTest extends WindowJourney {

    private static final int ITEM = 2;

    @TempDir
    Path folder = Path.of("");

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void anImageDroppedOnAComponentHangsAtThePointsAndIsUndone(FxRobot robot) throws IOException, TimeoutException {
        Path picture = folder.resolve("cat.png");
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        Vec2 pixel = shownPicture().viewport()
                .toPixel(store.current().items().get(ITEM).component().bounds().centre());
        Point2D place = window.picture().localToScene(pixel.x(), pixel.y());

        robot.interact(() -> window.fileDrop().take(List.of(picture.toFile()), place.getX(), place.getY()));

        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> store.current().items().get(ITEM).image() != null);
        assertTrue(shownPicture().frame().labels().stream().anyMatch(Mark.Picture.class::isInstance));
        robot.interact(store::undo);
        assertNull(store.current().items().get(ITEM).image());
        assertFalse(shownPicture().frame().labels().stream().anyMatch(Mark.Picture.class::isInstance));
    }
}
