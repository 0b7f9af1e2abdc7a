package scorescape.export.gif;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// How close a film in a file is to the frames it was made from, as ffmpeg decodes it.
///
/// @param bytes of the file
/// @param psnr peak signal-to-noise ratio in RGB, the mean over the frames, in dB
/// @param ssim structural similarity of the brightness in windows of 8 × 8 at every fourth pixel, the mean
/// @param flicker mean change per level of the decoded pixels whose source did not change
record RaceScore(long bytes, double psnr, double ssim, double flicker) {

    /// Of all films in the race.
    static final int FRAMES_PER_SECOND = 25;

    private static final double MOST_PSNR = 99;
    private static final double C1 = 6.5025;
    private static final double C2 = 58.5225;

    static RaceScore of(Path gif, List<Path> frames) throws IOException {
        Process ffmpeg = new ProcessBuilder("ffmpeg", "-v", "error", "-nostdin", "-i", gif.toString(), "-vf",
                "fps=" + FRAMES_PER_SECOND, "-f", "rawvideo", "-pix_fmt", "rgb24", "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double psnr = 0;
        double ssim = 0;
        double flicker = 0;
        long still = 0;
        byte[] before = new byte[0];
        byte[] shownBefore = new byte[0];
        try (var in = new DataInputStream(ffmpeg.getInputStream())) {
            for (Path frame : frames) {
                BufferedImage image = ImageIO.read(frame.toFile());
                byte[] source = rgb(image);
                byte[] shown = new byte[source.length];
                try {
                    in.readFully(shown);
                } catch (EOFException e) {
                    if (shownBefore.length == 0) {
                        throw new IOException(gif + " has no frames", e);
                    }
                    // An encoder may make one frame of several that are equal, and the last one is not repeated.
                    shown = shownBefore;
                }
                psnr += psnr(source, shown);
                ssim += ssim(source, shown, image.getWidth(), image.getHeight());
                for (int i = 0; i < before.length; i += 3) {
                    if (source[i] == before[i] && source[i + 1] == before[i + 1] && source[i + 2] == before[i + 2]) {
                        still++;
                        for (int c = i; c < i + 3; c++) {
                            flicker += Math.abs((shown[c] & 255) - (shownBefore[c] & 255)) / 3.0;
                        }
                    }
                }
                before = source;
                shownBefore = shown;
            }
            if (in.read() >= 0) {
                throw new IOException(gif + " has more than " + frames.size() + " frames");
            }
        }
        int n = frames.size();
        return new RaceScore(Files.size(gif), psnr / n, ssim / n, still == 0 ? 0 : flicker / still);
    }

    /// One row of a Markdown table.
    String row(String film, String encoder, String more) {
        return String.format(Locale.ROOT, "| %s | %s | %.3f | %.2f | %.5f | %.4f | %s |", film, encoder, bytes / 1e6,
                psnr, ssim, flicker, more);
    }

    private static byte[] rgb(BufferedImage image) {
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] rgb = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            rgb[3 * i] = (byte) (argb[i] >> 16);
            rgb[3 * i + 1] = (byte) (argb[i] >> 8);
            rgb[3 * i + 2] = (byte) argb[i];
        }
        return rgb;
    }

    private static double psnr(byte[] source, byte[] shown) {
        double sum = 0;
        for (int i = 0; i < source.length; i++) {
            int error = (source[i] & 255) - (shown[i] & 255);
            sum += error * error;
        }
        return sum == 0 ? MOST_PSNR : Math.min(MOST_PSNR, 10 * Math.log10(255.0 * 255 * source.length / sum));
    }

    /// Source: Wang et al. 2004, IEEE Trans. Image Processing 13.
    private static double ssim(byte[] source, byte[] shown, int width, int height) {
        double[] a = brightness(source);
        double[] b = brightness(shown);
        double total = 0;
        int windows = 0;
        for (int top = 0; top + 8 <= height; top += 4) {
            for (int left = 0; left + 8 <= width; left += 4) {
                double sa = 0;
                double sb = 0;
                double saa = 0;
                double sbb = 0;
                double sab = 0;
                for (int y = top; y < top + 8; y++) {
                    for (int i = y * width + left; i < y * width + left + 8; i++) {
                        sa += a[i];
                        sb += b[i];
                        saa += a[i] * a[i];
                        sbb += b[i] * b[i];
                        sab += a[i] * b[i];
                    }
                }
                double ma = sa / 64;
                double mb = sb / 64;
                double va = (saa - 64 * ma * ma) / 63;
                double vb = (sbb - 64 * mb * mb) / 63;
                double cov = (sab - 64 * ma * mb) / 63;
                total += (2 * ma * mb + C1) * (2 * cov + C2) / ((ma * ma + mb * mb + C1) * (va + vb + C2));
                windows++;
            }
        }
        return total / windows;
    }

    private static double[] brightness(byte[] rgb) {
        double[] brightness = new double[rgb.length / 3];
        for (int i = 0; i < brightness.length; i++) {
            brightness[i] = Math.rint(
                    0.299 * (rgb[3 * i] & 255) + 0.587 * (rgb[3 * i + 1] & 255) + 0.114 * (rgb[3 * i + 2] & 255));
        }
        return brightness;
    }
}
