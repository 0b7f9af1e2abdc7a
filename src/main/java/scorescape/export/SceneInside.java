package scorescape.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import scorescape.document.LessonFiles;
import scorescape.document.SceneFiles;
import scorescape.document.UnreadableFile;
import scorescape.export.FileContent.OfLesson;
import scorescape.export.FileContent.OfScene;

/// Opens scenes and lessons from their own files and from exported files that have them inside.
///
/// What a file is shows in its first bytes, not in its name. Of a film only what stands before the pictures is read, or
/// the index of an MP4; whatever a file says about sizes is checked against what may be read.
public final class SceneInside {

    /// The largest text taken out of a file, in bytes.
    private static final int MAX_TEXT = 64 << 20;

    /// The largest SVG, PDF or LaTeX file that is read.
    private static final int MAX_FILE = 128 << 20;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private SceneInside() {}

    /// Where the text of a scene may be found.
    @FunctionalInterface
    private interface Finder {
        Optional<SceneText> find(InputStream in) throws IOException;
    }

    /// What a file holds: a scene file or a lesson file, or an exported one with its scene or lesson inside, which may be a
    /// folder of frames.
    ///
    /// @throws UnreadableFile if there is nothing that this version reads
    public static FileContent read(Path path) throws UnreadableFile {
        if (LessonFiles.isNamed(path)) {
            return new OfLesson(LessonFiles.read(path), false);
        }
        Path file = FrameFolder.first(path).orElse(path);
        Optional<Finder> finder = finder(file);
        if (finder.isEmpty()) {
            return new OfScene(SceneFiles.read(file), false);
        }
        SceneText text = text(file, finder.get())
                .orElseThrow(() -> UnreadableFile.because(file, "has no scene inside"));
        return switch (text.kind()) {
            case SCENE -> new OfScene(SceneFiles.parse(text.json(), file), true);
            case LESSON -> new OfLesson(LessonFiles.parse(text.json(), file), true);
        };
    }

    private static Optional<SceneText> text(Path file, Finder finder) throws UnreadableFile {
        try (InputStream in = Files.newInputStream(file)) {
            return finder.find(in);
        } catch (IOException | RuntimeException e) {
            throw UnreadableFile.because(file, "is damaged, so that no scene can be taken out of it");
        }
    }

    /// How to find the text in a file that looks like one that Scorescape exports; empty for any other.
    private static Optional<Finder> finder(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(512);
            String text = new String(head, StandardCharsets.ISO_8859_1);
            if (Arrays.equals(Arrays.copyOf(head, PNG.length), PNG)) {
                return Optional.of(SceneInside::png);
            }
            if (text.startsWith("GIF8")) {
                return Optional.of(SceneInside::gif);
            }
            if (text.startsWith("%PDF-")) {
                return Optional.of(SceneInside::pdf);
            }
            if (text.startsWith("ftyp", 4)) {
                return Optional.of(SceneInside::mp4);
            }
            if (text.startsWith(TikzPicture.FIRST_LINE)) {
                return Optional.of(SceneInside::tikz);
            }
            return text.contains("<svg") ? Optional.of(SceneInside::svg) : Optional.empty();
        } catch (IOException e) {
            // The sentence about it comes from the reader of scene files.
            return Optional.empty();
        }
    }

    private static Optional<SceneText> png(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        data.skipNBytes(PNG.length);
        while (true) {
            int length = data.readInt();
            String type = new String(data.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (length < 0 || "IEND".equals(type) || type.length() < 4) {
                return Optional.empty();
            }
            if ("iTXt".equals(type) && length <= MAX_TEXT) {
                Optional<SceneText> text = internationalText(data.readNBytes(length));
                if (text.isPresent()) {
                    return text;
                }
                data.skipNBytes(4);
            } else {
                data.skipNBytes(length + 4L);
            }
        }
    }

    private static Optional<SceneText> internationalText(byte[] chunk) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(chunk));
        Optional<SceneText.Kind> kind = SceneText.Kind.named(untilZero(in));
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        boolean compressed = in.readByte() == 1;
        in.readByte();
        untilZero(in);
        untilZero(in);
        return Optional.of(new SceneText(kind.get(), bounded(compressed ? new InflaterInputStream(in) : in)));
    }

    private static String untilZero(InputStream in) throws IOException {
        var text = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0; next = in.read()) {
            text.write(next);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static Optional<SceneText> gif(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        data.skipNBytes(10);
        int flags = data.readUnsignedByte();
        data.skipNBytes(2 + ((flags & 0x80) == 0 ? 0 : 3L * (2 << (flags & 7))));
        while (data.readUnsignedByte() == 0x21) {
            int label = data.readUnsignedByte();
            var text = new ByteArrayOutputStream();
            for (int length = data.readUnsignedByte(); length > 0; length = data.readUnsignedByte()) {
                if (text.size() > MAX_TEXT) {
                    throw new IOException("the comment is too long");
                }
                text.write(data.readNBytes(length));
            }
            if (label == 0xfe) {
                Optional<SceneText> scene = SceneText.ofComment(text.toString(StandardCharsets.UTF_8));
                if (scene.isPresent()) {
                    return scene;
                }
            }
        }
        return Optional.empty();
    }

    /// The text of the tag `©cmt`, by the way of boxes that leads there.
    private static Optional<SceneText> mp4(InputStream in) throws IOException {
        byte[] box = box(in, Long.MAX_VALUE, "moov");
        for (String type : new String[]{"udta", "meta", "ilst", "\u00a9cmt", "data"}) {
            if (box == null) {
                return Optional.empty();
            }
            // A box of metadata has four bytes of flags before the boxes in it.
            int skip = "ilst".equals(type) ? 4 : 0;
            box = box(new ByteArrayInputStream(box, skip, box.length - skip), box.length - skip, type);
        }
        return box == null
                ? Optional.empty()
                : SceneText.ofComment(new String(box, 8, box.length - 8, StandardCharsets.UTF_8));
    }

    private static byte @Nullable [] box(InputStream in, long available, String wanted)
            throws IOException {
        var data = new DataInputStream(in);
        long left = available;
        while (left >= 8) {
            long length = Integer.toUnsignedLong(data.readInt());
            String type = new String(data.readNBytes(4), StandardCharsets.ISO_8859_1);
            long header = 8;
            if (length == 1) {
                length = data.readLong();
                header = 16;
            }
            if (length < header) {
                return null;
            }
            if (type.equals(wanted)) {
                if (length - header > MAX_TEXT) {
                    throw new IOException("the index is too large");
                }
                return data.readNBytes((int) (length - header));
            }
            data.skipNBytes(length - header);
            left -= length;
        }
        return null;
    }

    private static Optional<SceneText> pdf(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_FILE + 1);
        if (bytes.length > MAX_FILE) {
            throw new IOException("the file is too large");
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return Optional.ofNullable(document.getDocumentInformation().getCustomMetadataValue(PdfPicture.SCENE))
                    .map(SceneText::scene);
        }
    }

    private static Optional<SceneText> svg(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(bounded(in)));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && SvgPicture.SCENE.equals(reader.getLocalName())
                        && SvgPicture.NAMESPACE.equals(reader.getNamespaceURI())) {
                    return Optional.of(SceneText.scene(reader.getElementText()));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static Optional<SceneText> tikz(InputStream in) throws IOException {
        return TikzPicture.sceneIn(bounded(in)).map(SceneText::scene);
    }

    private static String bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_TEXT + 1);
        if (bytes.length > MAX_TEXT) {
            throw new IOException("the text is too long");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
