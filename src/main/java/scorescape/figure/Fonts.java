package scorescape.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static java.util.stream.Collectors.joining;

/// The fonts that come with the program. No picture uses a font of the machine, so that pictures are the same on all.
///
/// Inter, by Rasmus Andersson, under the SIL Open Font License.
public final class Fonts {

    private static final String FOLDER = "/scorescape/assets/fonts/";

    /// Names the file that tells Java of the fonts of the system.
    private static final String CONFIGURATION = "sun.awt.fontconfig";
    private static final List<String> FAMILIES = List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
    private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

    public static final Font INTER = load("Inter-Regular.otf");
    public static final Font INTER_MEDIUM = load("Inter-Medium.otf");
    public static final Font INTER_SEMI_BOLD = load("Inter-SemiBold.otf");

    private Fonts() {}

    /// The file of one of the fonts above, in any size: OpenType with CFF outlines.
    public static byte[] file(Font font) {
        try (InputStream in = open(FOLDER + font.getPSName() + ".otf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + font, e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = Fonts.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("the program comes without its font " + path);
        }
        return in;
    }

    private static Font load(String name) {
        String path = FOLDER + name;
        try {
            return made(path).deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + path, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("not a font: " + path, e);
        }
    }

    private static Font made(String path) throws IOException, FontFormatException {
        try (InputStream in = open(path)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            if (System.getProperty(CONFIGURATION) != null) {
                throw e;
            }
        }
        doWithoutFontsOfTheSystem();
        try (InputStream in = open(path)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        }
    }

    /// Java makes no font at all on a system that has none, as servers and containers are, unless it is told where fonts
    /// would be. We need none of those.
    private static void doWithoutFontsOfTheSystem() throws IOException {
        Path told = Files.createTempFile("scorescape-fonts", ".properties");
        told.toFile().deleteOnExit();
        Files.writeString(told, FAMILIES.stream()
                .flatMap(family -> STYLES.stream().map(style -> family + "." + style + ".latin-1=None\n"))
                .collect(joining("", "version=1\nsequence.allfonts=latin-1\nfilename.None=none\n", "")));
        System.setProperty(CONFIGURATION, told.toString());
    }
}
