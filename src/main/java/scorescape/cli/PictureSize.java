package scorescape.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import scorescape.export.GifOptions;

/// Width and height of a picture, in pixels.
record PictureSize(int width, int height) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})[xX×](\\d{1,6})");

    /// Reads `960x540`.
    static final class Converter implements ITypeConverter<PictureSize> {

        @Override
        public PictureSize convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (matcher.matches()) {
                var size = new PictureSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                if (accepts(size.width) && accepts(size.height)) {
                    return size;
                }
            }
            throw new TypeConversionException("must be width x height in pixels, each from " + GifOptions.MIN_SIZE
                    + " to " + GifOptions.MAX_SIZE + ", such as 960x540, but is '" + text + "'");
        }

        private static boolean accepts(int pixels) {
            return pixels >= GifOptions.MIN_SIZE && pixels <= GifOptions.MAX_SIZE;
        }
    }
}
