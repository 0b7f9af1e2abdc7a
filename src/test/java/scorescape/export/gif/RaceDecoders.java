package scorescape.export.gif;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

/// Whether decoders that know nothing of each other see the same film in a file: ffmpeg, ImageIO and, where it is
/// installed, gifsicle.
final class RaceDecoders {

    private RaceDecoders() {}

    /// How many frames ImageIO and gifsicle decode otherwise than ffmpeg.
    ///
    /// @param gif a film whose frames stay under the next ones
    static String differing(Path gif) throws IOException, InterruptedException {
        int imageIo = 0;
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile());
                DataInputStream ffmpeg = ffmpeg(gif)) {
            reader.setInput(in);
            int frames = reader.getNumImages(true);
            var screen = new BufferedImage(reader.getWidth(0), reader.getHeight(0), BufferedImage.TYPE_3BYTE_BGR);
            byte[] shown = new byte[3 * screen.getWidth() * screen.getHeight()];
            for (int frame = 0; frame < frames; frame++) {
                draw(reader, frame, screen);
                imageIo += next(ffmpeg, shown) && Arrays.equals(shown, bgr(screen)) ? 0 : 1;
            }
            imageIo += rest(ffmpeg, shown);
            return String.format(Locale.ROOT, "ImageIO %d, gifsicle %s of %d", imageIo, gifsicle(gif, shown.length),
                    frames);
        } finally {
            reader.dispose();
        }
    }

    /// gifsicle writes every frame whole, in a file that ffmpeg then reads.
    private static String gifsicle(Path gif, int bytes) throws IOException, InterruptedException {
        Path whole = Files.createTempFile("race", ".gif");
        try {
            Process process;
            try {
                process = new ProcessBuilder("gifsicle", "-w", "--unoptimize", gif.toString(), "-o", whole.toString())
                        .inheritIO()
                        .start();
            } catch (IOException _) {
                return "?";
            }
            if (process.waitFor() != 0) {
                throw new IOException("gifsicle failed");
            }
            int differing = 0;
            try (DataInputStream one = ffmpeg(gif); DataInputStream other = ffmpeg(whole)) {
                byte[] shown = new byte[bytes];
                byte[] unfolded = new byte[bytes];
                while (next(one, shown)) {
                    differing += next(other, unfolded) && Arrays.equals(shown, unfolded) ? 0 : 1;
                }
                differing += rest(other, unfolded);
            }
            return String.valueOf(differing);
        } finally {
            Files.delete(whole);
        }
    }

    private static void draw(ImageReader reader, int frame, BufferedImage screen) throws IOException {
        var root = (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        var place = (IIOMetadataNode) root.getElementsByTagName("ImageDescriptor").item(0);
        Graphics2D g = screen.createGraphics();
        g.drawImage(reader.read(frame), Integer.parseInt(place.getAttribute("imageLeftPosition")),
                Integer.parseInt(place.getAttribute("imageTopPosition")), null);
        g.dispose();
    }

    private static byte[] bgr(BufferedImage screen) {
        return ((DataBufferByte) screen.getRaster().getDataBuffer()).getData();
    }

    private static DataInputStream ffmpeg(Path gif) throws IOException {
        return new DataInputStream(new ProcessBuilder("ffmpeg", "-v", "error", "-nostdin", "-i", gif.toString(),
                "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "bgr24", "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .getInputStream());
    }

    /// @return false at the end
    private static boolean next(DataInputStream frames, byte[] frame) throws IOException {
        try {
            frames.readFully(frame);
            return true;
        } catch (EOFException _) {
            return false;
        }
    }

    private static int rest(DataInputStream frames, byte[] frame) throws IOException {
        int rest = 0;
        while (next(frames, frame)) {
            rest++;
        }
        return rest;
    }
}
