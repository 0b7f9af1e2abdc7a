package scorescape.studio;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scorescape.document.Document;
import scorescape.document.Layer;
import scorescape.document.Presets;
import scorescape.figure.Frame;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.studio.PictureWorker.Picture;
import scorescape.studio.PictureWorker.Request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PictureWorkerTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final Document SCENE = Presets.defaultScene();

    private final BlockingQueue<Picture> delivered = new LinkedBlockingQueue<>();
    private final BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
    private final PictureWorker worker = new PictureWorker(Runnable::run, delivered::add, failures::add);

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void pictureHasTheSizeAndTheGroundThatWereAskedFor() throws InterruptedException {
        worker.request(request(1, 160, 100, Theme.DARK));

        Picture picture = next();

        assertTrue(picture.sheet().hasSize(160, 100));
        int background = Theme.DARK.color(Role.BACKGROUND).getRGB();
        int[] pixels = picture.sheet().painted().getRGB(0, 0, 160, 100, null, 0, 160);
        assertTrue(IntStream.of(pixels).allMatch(pixel -> pixel >>> 24 == 0xFF), "the picture is opaque");
        assertTrue(IntStream.of(pixels).anyMatch(pixel -> pixel != background), "the picture is not empty");
    }

    @Test
    void pictureOnShowIsNotPaintedOver() throws InterruptedException {
        worker.request(request(0, 80, 50, Theme.LIGHT));
        Picture shown = next();

        // The picture before is given back only after the next one has arrived, as the window does it.
        for (int step = 1; step < 6; step++) {
            worker.request(request(step, 80, 50, Theme.LIGHT));
            Picture picture = next();
            assertEquals(step, picture.request().playhead().step());
            assertNotSame(shown.sheet(), picture.sheet());
            worker.release(shown);
            shown = picture;
        }
    }

    @Test
    void pictureThatCannotBeMadeIsToldAndTheNextOneIs() throws InterruptedException {
        worker.request(request(SCENE.steps(), 80, 50, Theme.LIGHT));
        assertTrue(failures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) instanceof IllegalArgumentException);

        worker.request(request(0, 80, 50, Theme.LIGHT));

        assertEquals(0, next().request().playhead().step());
    }

    @Test
    void whatIsComputedAheadIsNotShown() throws InterruptedException {
        BlockingQueue<Frame> ahead = new LinkedBlockingQueue<>();
        worker.prepare(List.of(request(3, 160, 100, Theme.LIGHT), request(5, 160, 100, Theme.LIGHT)), ahead::add);

        assertNotNull(ahead.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, delivered.size());
        worker.request(request(5, 160, 100, Theme.LIGHT));
        assertEquals(5, next().request().playhead().step());
        // The same once more is there already.
        worker.prepare(List.of(request(3, 160, 100, Theme.LIGHT), request(5, 160, 100, Theme.LIGHT)), ahead::add);
        worker.request(request(2, 160, 100, Theme.LIGHT));
        next();
        assertEquals(0, ahead.size());
    }

    @Test
    void aPopulationThatIsComputedAheadMakesRoomForWhatIsAskedFor() throws InterruptedException {
        Document large = SCENE.withSteps(1000).withLayers(SCENE.layers().withShown(Layer.PARTICLES, true)
                .withPopulation(SCENE.layers().population().withParticles(5000)));
        BlockingQueue<Frame> ahead = new LinkedBlockingQueue<>();
        worker.prepare(List.of(new Request(large, new Playhead(999, Stage.END, 1), 160, 100, 1, Theme.LIGHT, null,
                null, 1)),
                ahead::add);
        worker.request(request(5, 160, 100, Theme.LIGHT));

        assertEquals(5, next().request().playhead().step());
        assertEquals(0, ahead.size());
        assertEquals(0, failures.size());
    }

    private static Request request(int step, int width, int height, Theme theme) {
        return new Request(SCENE, new Playhead(step, Stage.START, 1), width, height, 1, theme, null, null, 1);
    }

    private Picture next() throws InterruptedException {
        Picture picture = delivered.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (picture == null) {
            throw new AssertionError("no picture came");
        }
        return picture;
    }
}
