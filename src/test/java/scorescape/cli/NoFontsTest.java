package scorescape.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.Main;
import scorescape.OtherJvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class NoFontsTest {

    @TempDir
    Path folder;

    /// As in a container of a bare system. Java keeps what it knows of fonts in the user's folder, so that is another one, too.
    @Test
    void aSystemWithoutFontsDrawsTheSamePicture() throws IOException, InterruptedException {
        Path nothing = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        Path without = folder.resolve("without.png");
        Path with = folder.resolve("with.png");
        ProcessBuilder command = OtherJvm.of(List.of("-Duser.home=" + folder), Main.class, "render", "default", "--at",
                "12/amplify", "--size", "320x180", "--out", without.toString());
        command.environment().put("FONTCONFIG_FILE", nothing.toString());
        Process program = command.redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, program.waitFor(), said);
        assertEquals(0,
                Cli.run("render", "default", "--at", "12/amplify", "--size", "320x180", "--out", with.toString()));
        assertArrayEquals(Files.readAllBytes(with), Files.readAllBytes(without));
    }
}
