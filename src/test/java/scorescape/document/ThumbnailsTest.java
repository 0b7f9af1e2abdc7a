package scorescape.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ThumbnailsTest {

    private static final int RED = 0xE04020;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("scorescape.document.Thumbnails#NAMES")
    void everyPictureOfTheProgramIsThere(String name) {
        assertEquals(name, Thumbnails.shipped(name).name());
    }

    @Test
    void picturesOfTheProgramDiffer() {
        assertEquals(Thumbnails.NAMES.size(), Thumbnails.NAMES.stream().map(Thumbnails::shipped).distinct().count());
    }

    @ParameterizedTest
    @CsvSource({"png, 300, 200", "png, 20, 700", "png, 1, 1", "jpg, 900, 640", "png, 4000, 3000"})
    void pictureIsCutToItsMiddleAndMadeSmall(String format, int width, int height) throws IOException {
        Thumbnail small = Thumbnails.read(write(plain(width, height), format));

        assertEquals("", small.name());
        assertTrue(isNear(RED, small.pixel(Thumbnail.SIZE / 2, Thumbnail.SIZE / 2)));
        assertTrue(isNear(RED, small.pixel(0, Thumbnail.SIZE - 1)));
    }

    /// The left and right thirds are another colour.
    @Test
    void sidesOfAWidePictureAreLeftOut() throws IOException {
        BufferedImage wide = plain(300, 100);
        Graphics2D g = wide.createGraphics();
        g.setColor(Color.BLUE);
        g.fillRect(0, 0, 99, 100);
        g.fillRect(201, 0, 99, 100);
        g.dispose();

        Thumbnail small = Thumbnails.read(write(wide, "png"));

        for (int i = 0; i < Thumbnail.SIZE; i++) {
            assertTrue(isNear(RED, small.pixel(i, i)), "pixel " + i);
        }
    }

    @Test
    void clearPixelsBecomeWhite() throws IOException {
        var clear = new BufferedImage(80, 80, BufferedImage.TYPE_INT_ARGB);

        assertEquals(0xFFFFFF, Thumbnails.read(write(clear, "png")).pixel(30, 30));
    }

    /// A few hundred bytes that would be gigabytes of pixels: refused by what the header says.
    @ParameterizedTest
    @CsvSource({"16000, 16000", "2147483647, 2147483647", "100000, 10", "1, 2147483647"})
    void decompressionBombIsRefusedByItsHeader(int width, int height) throws IOException {
        Path bomb = folder.resolve("bomb.png");
        Files.write(bomb, png(width, height));

        var thrown = assertThrows(UnreadableFile.class, () -> Thumbnails.read(bomb));

        assertEquals(bomb + ": must be a picture of at most 16384 × 16384 and 64 million pixels, but has " + width
                + " × " + height, thrown.getMessage());
    }

    /// The header tells the truth, but the pixels end soon.
    @Test
    void pictureThatEndsTooSoonIsToldInASentence() throws IOException {
        Path cut = folder.resolve("cut.png");
        Files.write(cut, png(500, 500));

        var thrown = assertThrows(UnreadableFile.class, () -> Thumbnails.read(cut));

        assertEquals(cut + ": could not be read as a picture", thrown.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a no picture of ours", "\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff", "words"})
    void otherContentIsToldInASentence(String content) throws IOException {
        Path file = folder.resolve("file.png");
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);

        var thrown = assertThrows(UnreadableFile.class, () -> Thumbnails.read(file));

        assertTrue(sentence(thrown).startsWith(file + ": "));
    }

    @Test
    void folderIsNoPicture() {
        assertThrows(UnreadableFile.class, () -> Thumbnails.read(folder));
    }

    @Test
    void sceneKeepsImagesOfPeopleOnceAndThoseOfTheProgramByName() throws IOException {
        Thumbnail own = Thumbnails.read(write(plain(100, 100), "png"));
        Document scene = withImages(Presets.named("two-boxes").orElseThrow(), own);

        String text = SceneCodec.encode(scene);

        assertEquals(scene, SceneCodec.decode(text));
        assertEquals(1, text.split("iVBORw0KGgo", -1).length - 1);
        Document cat = withImages(scene, Thumbnails.shipped("cat"));
        assertEquals(cat, SceneCodec.decode(SceneCodec.encode(cat)));
        assertEquals(-1, SceneCodec.encode(cat).indexOf("images"));
    }

    @Test
    void imagesThatAreNoneAreRefusedWithTheirPlace() throws IOException {
        Thumbnail own = Thumbnails.read(write(plain(100, 100), "png"));
        String text = SceneCodec.encode(withImages(Presets.named("two-boxes").orElseThrow(), own));
        String large = Base64.getEncoder().encodeToString(png(65, 64));

        refused(text.replaceAll("iVBORw0KGgo[^\"]*", "AAAA"), "images.image-1: must be a PNG or JPEG picture");
        refused(text.replaceAll("iVBORw0KGgo[^\"]*", "%%"), "images.image-1: ");
        refused(text.replaceAll("iVBORw0KGgo[^\"]*", large),
                "images.image-1: must be a picture of at most 64 × 64 and 64 million pixels, but has 65 × 64");
        refused(text.replace("\"image\": \"image-1\"", "\"image\": \"horse\""),
                "data.components[0].image: must be the name"
                        + " of one of the scene's images or of cat, dog, boat, house, tree, sun, but is \"horse\"");
    }

    /// The largest thumbnail, of noise, fits into the texts that a scene may hold.
    @Test
    void thumbnailOfNoiseCanBeKept() throws IOException {
        var noise = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int i = 0; i < 64 * 64; i++) {
            noise.setRGB(i % 64, i / 64, random.nextInt());
        }
        Thumbnail thumbnail = Thumbnails.read(write(noise, "png"));
        Document scene = withImages(Presets.named("two-boxes").orElseThrow(), thumbnail);

        assertEquals(scene, SceneCodec.decode(SceneCodec.encode(scene)));
        assertNotEquals(thumbnail.pixel(1, 1), thumbnail.pixel(2, 1));
    }

    private static void refused(String text, String beginning) {
        var thrown = assertThrows(IllegalArgumentException.class, () -> SceneCodec.decode(text));

        assertTrue(sentence(thrown).startsWith(beginning), thrown::getMessage);
    }

    private static String sentence(Throwable thrown) {
        return Objects.requireNonNull(thrown.getMessage());
    }

    private static Document withImages(Document scene, Thumbnail image) {
        List<DataItem> items = scene.items().stream().map(item -> item.withImage(image)).toList();
        return scene.withItems(items);
    }

    private static boolean isNear(int expected, int actual) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((expected >> shift & 0xFF) - (actual >> shift & 0xFF)) > 6) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage plain(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(RED));
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }

    private Path write(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("picture." + format);
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    /// A PNG whose header says it has this size, with a thousand zero bytes for pixels.
    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.writeLong(0x89504E470D0A1A0AL);
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[]{8, 2, 0, 0, 0});
        chunk(data, "IHDR", header.toByteArray());
        var pixels = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(pixels, new Deflater(9))) {
            deflated.write(new byte[1000]);
        }
        chunk(data, "IDAT", pixels.toByteArray());
        chunk(data, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.ISO_8859_1));
        crc.update(content);
        out.writeInt(content.length);
        out.writeBytes(type);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}
