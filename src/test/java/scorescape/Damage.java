package scorescape;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.function.Executable;
import scorescape.document.UnreadableFile;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// Accidents that befall files.
public final class Damage {

    /// How many files a test damages. `mvn -Pfuzz verify` asks for many more.
    public static final int CASES = Integer.getInteger("fuzz.cases", 500);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// Of processor time: a hundred times what the slowest of the first 100,000 cases took.
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final int MAX_SENTENCE = 500;

    private static final List<String> PIECES = List.of("NaN", "-Infinity", "1e999", "-0.0", "1e-320", "null", "true",
            "\"\"", "\"kind\"", "{", "}", "[", "]", ",", ":", "\"", "\\", "-", "0", "9".repeat(400),
            "[[[[[[[[[[[[[[[[[[[[",
            "\u0000", "\uFEFF", "\u2028", "é", "😀", "\n", "\t", ";", "x,y\n", "1,2\n", "\"label\": 1", "1e308",
            "1000000");

    private Damage() {}

    /// 1 if the file was read, 0 if it was refused as it should be.
    public static int readOrRefused(long seed, byte[] bytes, Executable read, Path file) {
        Supplier<String> which = () -> "seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8);
        List<String> refusal = new ArrayList<>();
        long begin = THREADS.getCurrentThreadCpuTime();
        try {
            read.execute();
        } catch (UnreadableFile e) {
            refusal.add(String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            throw new AssertionError(which.get(), e);
        }
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin);
        assertTrue(took.compareTo(SOON) < 0, () -> took + " for " + which.get());
        for (String sentence : refusal) {
            assertTrue(sentence.startsWith(file + ": ") && sentence.length() <= MAX_SENTENCE
                    && sentence.chars().noneMatch(Character::isISOControl), () -> sentence + " from " + which.get());
        }
        return refusal.isEmpty() ? 1 : 0;
    }

    /// From one to four accidents: a piece put in, taken out, put twice, or put in place of another; sometimes a byte of
    /// noise, so that the text may no longer be one.
    public static byte[] text(String text, RandomGenerator random) {
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

    /// Bytes that no longer are the file they were: cut off, or with some bytes changed, taken out, or put in.
    public static byte[] bytes(byte[] whole, RandomGenerator random) {
        byte[] bytes = whole.clone();
        int accidents = random.nextInt(1, 12);
        for (int i = 0; i < accidents && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(1, 40), bytes.length - at);
            switch (random.nextInt(12)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes = spliced(bytes, at, at + length, new byte[0]);
                case 2 -> bytes = spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
                case 3 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0xFF : 0));
                // Sizes stand near the beginning.
                case 4 -> bytes[random.nextInt(Math.min(64, bytes.length))] = (byte) random.nextInt();
                default -> bytes[at] = (byte) random.nextInt();
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + piece.length);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
        return result;
    }
}
