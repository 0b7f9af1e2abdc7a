package scorescape.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.sampler.SeededNoise;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.schedule.TimeGrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files that went through a random accident: each is read as something valid, or refused in one sentence, soon.
///
/// `-Dfuzz.cases=100000` tries more of them.
class BadFilesTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 500);

    /// A hundred times what the slowest of the first 100,000 cases took, which leaves room for a busy machine.
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final int MAX_SENTENCE = 500;

    /// Runs are made in so few steps, to keep the test short.
    private static final int FEW_STEPS = 4;

    private static final List<String> PIECES = List.of("NaN", "-Infinity", "1e999", "-0.0", "1e-320", "null", "true",
            "\"\"", "\"kind\"", "{", "}", "[", "]", ",", ":", "\"", "\\", "-", "0", "9".repeat(400),
            "[[[[[[[[[[[[[[[[[[[[",
            "\u0000", "\uFEFF", "\u2028", "é", "😀", "\n", "\t", ";", "x,y\n", "1,2\n", "\"label\": 1", "1e308",
            "1000000");

    @TempDir
    Path folder;

    @Test
    void damagedScenesAreReadOrRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("scene.json");
        int read = 0;
        for (int seed = 0; seed < CASES; seed++) {
            RandomGenerator random = Documents.random(seed);
            byte[] bytes = damaged(SceneCodec.encode(Documents.random(random)), random);
            Files.write(file, bytes);
            read += holds(seed, bytes, () -> usable(SceneFiles.read(file)), file);
        }
        // Some accidents only change a number; a test without any of those would not have tried the accepted ones.
        assertTrue(read > CASES / 50, "read " + read);
    }

    @Test
    void damagedTablesAreReadOrRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("points.csv");
        int read = 0;
        for (int seed = 0; seed < CASES; seed++) {
            RandomGenerator random = Documents.random(seed);
            byte[] bytes = damaged(table(random), random);
            Files.write(file, bytes);
            read += holds(seed, bytes,
                    () -> assertFalse(Documents.twoGaussians().withPoints(CsvPoints.read(file)).classes().isEmpty()),
                    file);
        }
        assertTrue(read > CASES / 50, "read " + read);
    }

    /// 1 if the file was read, 0 if it was refused as it should be.
    private static int holds(int seed, byte[] bytes, Executable read, Path file) {
        String which = "seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8);
        List<String> refusal = new ArrayList<>();
        assertTimeout(SOON, () -> {
            try {
                read.execute();
            } catch (UnreadableFile e) {
                refusal.add(String.valueOf(e.getMessage()));
            } catch (Exception | AssertionError e) {
                throw new AssertionError(which, e);
            }
        }, which);
        for (String sentence : refusal) {
            assertTrue(sentence.startsWith(file + ": ") && sentence.length() <= MAX_SENTENCE
                    && sentence.chars().noneMatch(Character::isISOControl), () -> sentence + " from " + which);
        }
        return refusal.isEmpty() ? 1 : 0;
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

    /// From one to four accidents: a piece put in, taken out, put twice, or put in place of another; sometimes a byte of
    /// noise, so that the text may no longer be one.
    private static byte[] damaged(String text, RandomGenerator random) {
        StringBuilder damaged = new StringBuilder(text);
        int accidents = random.nextInt(1, 5);
        for (int i = 0; i < accidents; i++) {
            int at = random.nextInt(damaged.length() + 1);
            int end = Math.min(damaged.length(), at + random.nextInt(1, 12));
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(6)) {
                case 0 -> damaged.insert(at, piece);
                case 1 -> damaged.delete(at, end);
                case 2 -> damaged.insert(at, damaged.substring(at, end));
                case 3 -> damaged.replace(at, end, piece);
                case 4 -> replaceDigit(damaged, at, random);
                default -> replaceNumber(damaged, at, piece);
            }
        }
        byte[] bytes = damaged.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void replaceDigit(StringBuilder text, int from, RandomGenerator random) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                text.setCharAt(i, (char) ('0' + random.nextInt(10)));
                return;
            }
        }
    }

    private static void replaceNumber(StringBuilder text, int from, String piece) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                int end = i;
                while (end < text.length() && "0123456789.Ee-".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                text.replace(i, end, piece);
                return;
            }
        }
    }
}
