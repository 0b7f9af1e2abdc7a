package scorescape.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Where thumbnails come from: the program's own, files of people, and scene files.
///
/// The size that a file says it has is looked at before a pixel is decoded, and of a large picture only every so many
/// pixels are kept. So a file of any content takes little memory.
public final class Thumbnails {

    /// The pictures that come with the program.
    public static final List<String> NAMES = List.of("cat", "dog", "boat", "house", "tree", "sun");

    /// Largest file that is read, in bytes.
    private static final long MAX_BYTES = 32L << 20;

    /// Longest side of a picture that is read, in pixels.
    private static final int MAX_SIDE = 16_384;

    /// Most pixels of a picture that is read: those of a large camera.
    private static final long MAX_PIXELS = 64_000_000;

    /// Pixels that are kept along a side, before they are averaged to [Thumbnail#SIZE].
    private static final int KEPT = 4 * Thumbnail.SIZE;

    private static final String FOLDER = "/scorescape/assets/images/";

    private Thumbnails() {}

    /// One of the program's own.
    ///
    /// @param name one of [#NAMES]
    public static Thumbnail shipped(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no picture is called " + name);
        }
        try (InputStream in = Thumbnails.class.getResourceAsStream(FOLDER + name + ".png")) {
            return new Thumbnail(name, decode(Objects.requireNonNull(in, name).readAllBytes(), Thumbnail.SIZE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PNG or JPEG, cut to its middle square and made small.
    ///
    /// @throws UnreadableFile if the file is no such picture, is damaged, or is larger than a camera makes them
    public static Thumbnail read(Path file) throws UnreadableFile {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableFile(file, "must be a picture, but is no file");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new UnreadableFile(file, "must be a picture of at most " + (MAX_BYTES >> 20) + " MB");
            }
            return new Thumbnail("", decode(Files.readAllBytes(file), MAX_SIDE));
        } catch (UnreadableFile e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UnreadableFile(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UnreadableFile(file, "could not be read as a picture");
        }
    }

    /// The picture as a PNG in Base64.
    static String encode(Thumbnail thumbnail) {
        var image = new BufferedImage(Thumbnail.SIZE, Thumbnail.SIZE, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < Thumbnail.SIZE; row++) {
            for (int column = 0; column < Thumbnail.SIZE; column++) {
                image.setRGB(column, row, thumbnail.pixel(column, row));
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    /// What [#encode] has written.
    ///
    /// @throws IllegalArgumentException with a sentence if `text` is something else
    static Thumbnail decode(String text) {
        try {
            return new Thumbnail("", decode(Base64.getDecoder().decode(text), Thumbnail.SIZE));
        } catch (IOException e) {
            throw new IllegalArgumentException("must be a whole PNG in Base64", e);
        }
    }

    /// The pixels of a thumbnail of the picture in `bytes`.
    ///
    /// @param maxSide the longest side that it may have, in pixels
    private static int[] decode(byte[] bytes, int maxSide) throws IOException {
        // Not ImageIO.createImageInputStream, which may write a file of its own.
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                if (format.equals("png") || format.equals("jpeg")) {
                    return decode(reader, in, maxSide);
                }
                reader.dispose();
            }
            throw new IllegalArgumentException("must be a PNG or JPEG picture");
        }
    }

    private static int[] decode(ImageReader reader, ImageInputStream in, int maxSide) throws IOException {
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > maxSide || height > maxSide || (long) width * height > MAX_PIXELS) {
                throw new IllegalArgumentException("must be a picture of at most " + maxSide + " × " + maxSide
                        + " and " + MAX_PIXELS / 1_000_000 + " million pixels, but has " + width + " × " + height);
            }
            int side = Math.min(width, height);
            ImageReadParam wanted = reader.getDefaultReadParam();
            wanted.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
            int stride = Math.max(1, side / KEPT);
            wanted.setSourceSubsampling(stride, stride, 0, 0);
            return shrunk(reader.read(0, wanted));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // What the readers throw at damaged files is not documented.
            throw new IOException(e);
        } finally {
            reader.dispose();
        }
    }

    private static int[] shrunk(BufferedImage square) {
        BufferedImage small = square;
        while (small.getWidth() > 2 * Thumbnail.SIZE) {
            small = scaled(small, small.getWidth() / 2);
        }
        return scaled(small, Thumbnail.SIZE).getRGB(0, 0, Thumbnail.SIZE, Thumbnail.SIZE, null, 0, Thumbnail.SIZE);
    }

    /// On white, where the picture is transparent.
    private static BufferedImage scaled(BufferedImage image, int side) {
        var result = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = result.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, side, side, Color.WHITE, null);
        g.dispose();
        return result;
    }
}
