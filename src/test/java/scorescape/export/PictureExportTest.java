package scorescape.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.document.UnreadableFile;
import scorescape.figure.Backdrop;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.Lettering;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PictureExportTest {

    private static final Document SCENE = Presets.defaultScene();
    private static final Playhead AMPLIFIED = new Playhead(SCENE.toldStep(), Stage.AMPLIFY, 1);

    @TempDir
    private Path folder;

    @Test
    void thePictureIsWhatThePainterPaints() throws IOException {
        Path file = folder.resolve("a.png");

        PictureExport.write(SCENE, AMPLIFIED, PictureFormat.PNG, new PictureOptions(320, 180, Theme.DARK), file);

        var expected = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = expected.createGraphics();
        FramePainter.paint(g, new FrameComputer().compute(SCENE, AMPLIFIED, Viewport.of(SCENE.camera(), 320, 180),
                Theme.DARK));
        g.dispose();
        assertArrayEquals(pixels(expected), pixels(ImageIO.read(file.toFile())));
    }

    @Test
    void twoPicturesAreTheSameBytes() throws IOException {
        Path one = folder.resolve("one.png");
        Path two = folder.resolve("two.png");

        PictureExport.write(SCENE, AMPLIFIED, PictureFormat.PNG, new PictureOptions(160, 90, Theme.LIGHT), one);
        PictureExport.write(SCENE, AMPLIFIED, PictureFormat.PNG, new PictureOptions(160, 90, Theme.LIGHT), two);

        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Test
    void impossibleSizesAreRejectedBeforeAnyWork() {
        Path file = folder.resolve("a.png");

        var thrown = assertThrows(IllegalArgumentException.class,
                () -> PictureExport.write(SCENE, AMPLIFIED, PictureFormat.PNG,
                        new PictureOptions(160, 100_000, Theme.LIGHT), file));

        assertEquals("height must be from 64 to 8192 pixels: 100000", thrown.getMessage());
        assertFalse(Files.exists(file));
    }

    /// Over a white page the clear picture is the opaque one, but for the rounding of its colours and opacities to levels.
    @Test
    void aClearPictureOverItsBackgroundIsTheOpaqueOne() throws IOException {
        Path opaque = folder.resolve("opaque.png");
        Path clear = folder.resolve("clear.png");

        PictureExport.write(SCENE, AMPLIFIED, PictureFormat.PNG, new PictureOptions(320, 180, Theme.LIGHT), opaque);
        PictureExport.write(SCENE, AMPLIFIED, PictureFormat.PNG,
                new PictureOptions(320, 180, Theme.LIGHT, Backdrop.CLEAR, Lettering.OUTLINES, SceneKept.INSIDE), clear);

        BufferedImage image = ImageIO.read(clear.toFile());
        assertTrue(image.getColorModel().hasAlpha());
        var page = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.drawImage(image, 0, 0, Color.WHITE, null);
        g.dispose();
        int[] expected = pixels(ImageIO.read(opaque.toFile()));
        int[] shown = pixels(page);
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int difference = Math.abs((expected[i] >> shift & 0xff) - (shown[i] >> shift & 0xff));
                assertTrue(difference <= 3, "pixel " + i + " is off by " + difference);
            }
        }
        // In the corners there is next to nothing.
        assertTrue(IntStream.of(pixels(image)).map(argb -> argb >>> 24).min().orElseThrow() <= 2);
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatHoldsItsSceneOrSaysThatItDoesNot(PictureFormat format) throws IOException {
        Path with = folder.resolve("with" + format.extension());
        Path without = folder.resolve("without" + format.extension());

        PictureExport.write(SCENE, AMPLIFIED, format, new PictureOptions(320, 180, Theme.DARK), with);
        PictureExport.write(SCENE, AMPLIFIED, format,
                new PictureOptions(320, 180, Theme.DARK, Backdrop.OPAQUE, Lettering.OUTLINES, SceneKept.NONE), without);

        assertEquals(new FileContent.OfScene(SCENE, true), SceneInside.read(with));
        var thrown = assertThrows(UnreadableFile.class, () -> SceneInside.read(without));
        assertEquals(without + ": has no scene inside", thrown.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatIsTheSameBytesTwice(PictureFormat format) {
        var options = new PictureOptions(320, 180, Theme.DARK, Backdrop.CLEAR, Lettering.TEXT, SceneKept.INSIDE);

        assertArrayEquals(PictureExport.bytes(SCENE, AMPLIFIED, format, options),
                PictureExport.bytes(SCENE, AMPLIFIED, format, options));
    }

    /// Rendered by PDFBox, which has nothing in common with our painter. Edges are smoothed differently.
    @ParameterizedTest
    @EnumSource
    void aPdfShowsThePicture(Lettering lettering) throws IOException {
        byte[] pdf = PictureExport.bytes(SCENE, AMPLIFIED, PictureFormat.PDF,
                new PictureOptions(320, 180, Theme.LIGHT, Backdrop.OPAQUE, lettering, SceneKept.INSIDE));
        Path png = folder.resolve("a.png");
        PictureExport.write(SCENE, AMPLIFIED, PictureFormat.PNG, new PictureOptions(320, 180, Theme.LIGHT), png);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            PDRectangle page = document.getPage(0).getMediaBox();
            assertEquals(List.of(240f, 135f), List.of(page.getWidth(), page.getHeight()));
            BufferedImage shown = new PDFRenderer(document).renderImageWithDPI(0, 96);
            assertTrue(meanError(pixels(ImageIO.read(png.toFile())), pixels(shown)) < 4);
            String text = new PDFTextStripper().getText(document);
            assertEquals(lettering == Lettering.TEXT, text.contains("amplify difference"), text);
        }
    }

    @Test
    void anSvgKeepsShapesAsShapesAndTextAsAsked() throws Exception {
        String outlines = svg(Lettering.OUTLINES);
        String text = svg(Lettering.TEXT);

        assertTrue(outlines.contains("viewBox=\"0 0 320 180\""));
        assertFalse(outlines.contains("<text"));
        assertFalse(outlines.contains("<!DOCTYPE"));
        assertTrue(text.contains(">amplify difference</text>"));
        assertTrue(text.contains("font-family=\"Inter, Helvetica, Arial, sans-serif\""));
        assertTrue(text.replaceAll("<text[^>]*textLength=\"[0-9.]+\"[^>]*>[^<]+</text>", "").indexOf("<text") < 0,
                "each text says how wide it is");
        assertFalse(text.contains("'Inter"), "names that only Java has for a font");
        var parsed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(outlines.getBytes(UTF_8)));
        assertEquals(1, parsed.getElementsByTagNameNS("http://www.w3.org/2000/svg", "image").getLength());
        assertTrue(parsed.getElementsByTagNameNS("http://www.w3.org/2000/svg", "circle").getLength() > 100);
    }

    /// The map of the difference between what was promised and delivered has 32 × 20 cells. Viewers may smooth an image:
    /// then its cells are blurred at their edges only.
    @Test
    void cellsOfAnSvgAreSeenAsCells() throws Exception {
        Document plot = Presets.named("far-mode").orElseThrow();
        var options = new PictureOptions(320, 180, Theme.LIGHT);
        String svg = new String(PictureExport.bytes(plot, AMPLIFIED, PictureFormat.SVG, options), UTF_8);

        Matcher image = Pattern.compile("<image[^>]* height=\"(\\d+)\" image-rendering=\"optimizeSpeed\"[^>]*"
                + "base64,([^\"]*)\"").matcher(svg);
        assertTrue(image.find());
        BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.group(2))));
        int cell = pixels.getHeight() / Integer.parseInt(image.group(1));

        assertTrue(cell >= 8, "pixels of a cell: " + cell);
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) {
                assertEquals(pixels.getRGB(x / cell * cell, y / cell * cell), pixels.getRGB(x, y));
            }
        }
    }

    private static String svg(Lettering lettering) {
        return new String(PictureExport.bytes(SCENE, AMPLIFIED, PictureFormat.SVG,
                new PictureOptions(320, 180, Theme.LIGHT, Backdrop.OPAQUE, lettering, SceneKept.INSIDE)), UTF_8);
    }

    /// Any part of a picture may be the one that has no room any more.
    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void aFullDiskIsToldAsSuch(PictureFormat format) throws IOException {
        var frame = PictureExport.frame(SCENE, AMPLIFIED, new PictureOptions(128, 96, Theme.LIGHT));
        var whole = new ByteArrayOutputStream();
        format.write(frame, Backdrop.OPAQUE, Lettering.OUTLINES, null, whole);

        for (int room : new int[]{0, 1, whole.size() / 2, whole.size() - 1}) {
            var thrown = assertThrows(IOException.class,
                    () -> format.write(frame, Backdrop.OPAQUE, Lettering.OUTLINES, null, new SmallDisk(room)));
            assertEquals("No space left on device", thrown.getMessage());
        }
    }

    private static final class SmallDisk extends OutputStream {

        private int room;

        SmallDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room == 0) {
                throw new IOException("No space left on device");
            }
            room--;
        }
    }

    @Test
    void aTikzPictureIsSoundLatex() {
        Document named = SCENE.withTitle("100 % of {x}");
        String tex = new String(PictureExport.bytes(named, AMPLIFIED, PictureFormat.TIKZ,
                new PictureOptions(960, 540, Theme.LIGHT)), UTF_8);

        String body = tex.substring(0, tex.indexOf("\\end{document}"));
        assertTrue(body.contains("{$\\hat x_0|y$};"), body);
        assertTrue(body.contains("-{Stealth["), body);
        assertTrue(body.contains("\\definecolor{ssScaledDifference}{HTML}{8B17D6}"), body);
        int depth = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            boolean escaped = i > 0 && body.charAt(i - 1) == '\\';
            depth += escaped ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
            assertTrue(depth >= 0 && c < 128, () -> body);
        }
        assertEquals(0, depth);
        body.substring(body.indexOf("\\fill["), body.indexOf("\\end{tikzpicture}"))
                .lines()
                .filter(line -> !line.startsWith("%"))
                .forEach(line -> assertTrue(line.startsWith("\\") && line.endsWith(";"), line));
    }

    /// Each picture at a point is in the file as an image of PDF that has as many bytes as its pixels need.
    @Test
    void picturesAtPointsAreInsideATikzPicture() throws IOException, DataFormatException {
        Document scene = Presets.named("step-classifier-free").orElseThrow();
        String tex = new String(PictureExport.bytes(scene, new Playhead(scene.toldStep(), Stage.NOISE, 1),
                PictureFormat.TIKZ, new PictureOptions(960, 540, Theme.LIGHT)), UTF_8);

        assertTrue(tex.contains("\\newcommand\\sspixels"), tex);
        Matcher images =
                Pattern.compile("\\\\sspixels\\{[^{}]*}\\{[^{}]*}\\{[^{}]*}\\{[^{}]*}\\{64}\\{64}\\{true}\\{%\n"
                        + "([0-9a-f\n]*)};").matcher(tex);
        int count = 0;
        while (images.find()) {
            var inflater = new Inflater();
            inflater.setInput(HexFormat.of().parseHex(images.group(1).replace("\n", "")));
            byte[] pixels = new byte[3 * 64 * 64 + 1];
            assertEquals(3 * 64 * 64, inflater.inflate(pixels));
            assertTrue(inflater.finished());
            count++;
        }
        assertEquals(5, count, "x_t, x̂₀, x̂₀|y, x_{t−1} and x₀");
    }

    private static double meanError(int[] expected, int[] shown) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((expected[i] >> shift & 0xff) - (shown[i] >> shift & 0xff));
            }
        }
        return sum / (3 * expected.length);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
