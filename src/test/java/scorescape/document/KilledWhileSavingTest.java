package scorescape.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.Cases;
import scorescape.OtherJvm;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// A program that is killed while it saves leaves the old scene or the new one, whole.
class KilledWhileSavingTest {

    private static final int KILLS = 6;
    private static final int MOST_MILLISECONDS = 60;

    private static final Document FIRST = Presets.defaultScene();
    private static final Document SECOND = Presets.named("ring-of-points").orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void theFileIsOneOfTheTwoScenesThatWereSaved() throws IOException, InterruptedException {
        Path file = folder.resolve("scene.json");
        SceneFiles.write(FIRST, file);
        RandomGenerator random = Cases.random(1);
        for (int kill = 0; kill < KILLS; kill++) {
            Process saver = OtherJvm.of(List.of(), Saver.class, file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertTrue(saver.getInputStream().read() >= 0, "the saver has begun");
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLISECONDS));
            saver.destroyForcibly().waitFor();

            assertTrue(Set.of(FIRST, SECOND).contains(SceneFiles.read(file)));
        }
    }

    /// Saves two scenes in turn until it is killed.
    static final class Saver {

        private Saver() {}

        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            for (Document document = SECOND;; document = document.equals(FIRST) ? SECOND : FIRST) {
                SceneFiles.write(document, file);
                System.out.println("saved");
                System.out.flush();
            }
        }
    }
}
