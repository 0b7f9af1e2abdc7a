package scorescape.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// The fonts that come with the program. No picture uses a font of the machine, so that pictures are the same on all.
///
/// Inter, by Rasmus Andersson, under the SIL Open Font License.
public final class Fonts {

    private static final String FOLDER = "/scorescape/assets/fonts/";

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
        try (InputStream in = open(path)) {
            return Font.createFont(Font.TRUETYPE_FONT, in)
                    .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + path, e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("not a font: " + path, e);
        }
    }
}
