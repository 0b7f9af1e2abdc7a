package scorescape.export;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.Cases;
import scorescape.Damage;
import scorescape.document.Document;
import scorescape.document.Presets;
import scorescape.document.SceneFiles;
import scorescape.document.UnreadableFile;
import scorescape.export.FileContent.OfScene;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SceneInsideTest {

    private static final Document SCENE = Presets.defaultScene().withTitle("größer & <kleiner> “∇”");

    @TempDir
    private Path folder;

    @Test
    void aSceneFileIsReadAsBefore() throws IOException {
        Path file = folder.resolve("a" + SceneFiles.EXTENSION);
        SceneFiles.write(SCENE, file);

        assertEquals(new OfScene(SCENE, false), SceneInside.read(file));
    }

    @ParameterizedTest
    @EnumSource
    void theNameOfAFileDoesNotMatter(PictureFormat format) throws IOException {
        Path file = Files.write(folder.resolve("something"), picture(format));

        assertEquals(new OfScene(SCENE, true), SceneInside.read(file));
    }

    /// Boxes as ffmpeg nests them: moov, udta, meta with four bytes of flags, ilst, ©cmt, data with eight.
    @Test
    void theCommentOfAnMp4IsRead() throws IOException {
        byte[] data = box("data", new byte[]{0, 0, 0, 1, 0, 0, 0, 0}, SceneText.of(SCENE).comment().getBytes(UTF_8));
        byte[] film = box("moov", box("mvhd", new byte[100]), box("udta", box("meta", new byte[4],
                box("hdlr", new byte[25]), box("ilst", box("\u00a9too", box("data", new byte[12])),
                        box("\u00a9cmt", data)))));
        Path file = folder.resolve("film.mp4");
        Files.write(file, join(box("ftyp", "isom".getBytes(UTF_8)), film, box("mdat", new byte[1000])));

        assertEquals(new OfScene(SCENE, true), SceneInside.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moov", "udta", "free"})
    void anMp4WithoutACommentHasNoScene(String inner) throws IOException {
        Path file = folder.resolve("film.mp4");
        Files.write(file, join(box("ftyp", "isom".getBytes(UTF_8)), box("moov", box(inner, new byte[20]))));

        var thrown = assertThrows(UnreadableFile.class, () -> SceneInside.read(file));
        assertEquals(file + ": has no scene inside", thrown.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void damagedPicturesAreReadOrRefusedInOneSentence(PictureFormat format) throws IOException {
        readOrRefused(picture(format));
    }

    @Test
    void damagedFilmsAreReadOrRefusedInOneSentence() throws IOException {
        Path film = folder.resolve("film.gif");
        new FilmFormat.Gif(GifQuality.FAITHFUL).write(TestFilm.BALL, SceneText.of(SCENE), film, Progress.NONE);

        readOrRefused(Files.readAllBytes(film));
    }

    private void readOrRefused(byte[] whole) throws IOException {
        Path file = folder.resolve("damaged");
        for (int seed = 0; seed < Damage.CASES / 2; seed++) {
            byte[] bytes = Damage.bytes(whole, Cases.random(seed));
            Files.write(file, bytes);
            Damage.readOrRefused(seed, bytes, () -> SceneInside.read(file), file);
        }
    }

    @Test
    void aSceneThatIsNoneIsToldWithItsPlace() throws IOException {
        Path file = folder.resolve("a.gif");
        new FilmFormat.Gif(GifQuality.FAITHFUL).write(TestFilm.BALL, SceneText.scene("{\"format\": 99}"), file,
                Progress.NONE);

        var thrown = assertThrows(UnreadableFile.class, () -> SceneInside.read(file));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith(file + ": format: was written by a newer"),
                thrown.getMessage());
    }

    /// An entity that would grow without end, and one that would read a file of the machine.
    @Test
    void anSvgCannotMakeTheReaderWork() throws IOException {
        String bomb =
                """
                        <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                        <!ENTITY c SYSTEM "file:///etc/hostname">]>
                        <svg xmlns="http://www.w3.org/2000/svg"><metadata><s:scene xmlns:s="%s">&b;&c;</s:scene></metadata></svg>
                        """
                        .formatted(SvgPicture.NAMESPACE);
        Path file = Files.writeString(folder.resolve("a.svg"), bomb);

        var thrown = assertThrows(UnreadableFile.class, () -> SceneInside.read(file));
        assertFalse(String.valueOf(thrown.getMessage()).contains("aaaa"), thrown.getMessage());
    }

    private static byte[] picture(PictureFormat format) {
        return PictureExport.bytes(SCENE, new Playhead(3, Stage.AMPLIFY, 1), format,
                new PictureOptions(64, 64, Theme.LIGHT));
    }

    private static byte[] box(String type, byte[]... contents) throws IOException {
        byte[] content = join(contents);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(8 + content.length);
        out.write(type.getBytes(ISO_8859_1));
        out.write(content);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        List.of(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
