package scorescape.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.Damage;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.schedule.TimeGrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files that went through a random accident: each is read as something valid, or refused in one sentence, soon.
///
/// `mvn -Pfuzz verify` tries more of them.
class BadFilesTest {

    /// Runs are made in so few steps, to keep the test short.
    private static final int FEW_STEPS = 4;

    @TempDir
    Path folder;

    @Test
    void damagedScenesAreReadOrRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("scene.json");
        int read = 0;
        for (int seed = 0; seed < Damage.CASES; seed++) {
            RandomGenerator random = Documents.random(seed);
            byte[] bytes = Damage.text(SceneCodec.encode(Documents.random(random)), random);
            Files.write(file, bytes);
            read += Damage.readOrRefused(seed, bytes, () -> usable(SceneFiles.read(file)), file);
        }
        // Some accidents only change a number; a test without any of those would not have tried the accepted ones.
        assertTrue(read > Damage.CASES / 50, "read " + read);
    }

    @Test
    void damagedTablesAreReadOrRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("points.csv");
        int read = 0;
        for (int seed = 0; seed < Damage.CASES; seed++) {
            RandomGenerator random = Documents.random(seed);
            byte[] bytes = Damage.text(table(random), random);
            Files.write(file, bytes);
            read += Damage.readOrRefused(seed, bytes,
                    () -> assertFalse(Documents.twoGaussians().withPoints(PointTable.read(file)).classes().isEmpty()),
                    file);
        }
        assertTrue(read > Damage.CASES / 50, "read " + read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void damagedPicturesAreReadOrRefusedInOneSentence(String format) throws IOException {
        Path file = folder.resolve("picture");
        var whole = new ByteArrayOutputStream();
        ImageIO.write(noisy(), format, whole);
        int read = 0;
        for (int seed = 0; seed < Damage.CASES; seed++) {
            byte[] bytes = Damage.bytes(whole.toByteArray(), Documents.random(seed));
            Files.write(file, bytes);
            read += Damage.readOrRefused(seed, bytes, () -> Thumbnails.read(file), file);
        }
        assertTrue(read < Damage.CASES, "read " + read);
    }

    private static BufferedImage noisy() {
        var image = new BufferedImage(90, 70, BufferedImage.TYPE_INT_RGB);
        RandomGenerator random = Documents.random(1);
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            image.setRGB(i % image.getWidth(), i / image.getWidth(), random.nextInt(8) << random.nextInt(20));
        }
        return image;
    }

    /// A document that was accepted is kept by a file, and its run stays finite.
    private static void usable(Document document) {
        assertEquals(document, SceneCodec.decode(SceneCodec.encode(document)));
        Document few = document.withSteps(Math.min(document.steps(), FEW_STEPS));
        var process = new DiffusionProcess(few.data(), TimeGrid.LEADING.levels(few.schedule(), few.steps()));
        Trajectory run = Trajectory.run(process, few.guidance(), few.sampler(), new SeededNoise(few.seed()), 0,
                few.placement());
        assertTrue(run.end().isFinite(), run.end()::toString);
    }

    private static String table(RandomGenerator random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "x,y,label\n" : "");
        int lines = random.nextInt(1, 40);
        for (int i = 0; i < lines; i++) {
            text.append(random.nextDouble(-5, 5)).append(',').append(random.nextInt(9)).append(",c")
                    .append(random.nextInt(3)).append('\n');
        }
        return text.toString();
    }
}
