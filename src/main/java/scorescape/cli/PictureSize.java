package scorescape.cli;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import scorescape.export.FilmOptions;
import scorescape.export.StandardSize;

/// Width and height of a picture, in pixels.
record PictureSize(int width, int height) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})[xX×](\\d{1,6})");

    /// Reads `960x540`, or the name of a [StandardSize].
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
            return StandardSize.named(text)
                    .map(size -> new PictureSize(size.width(), size.height()))
                    .orElseThrow(() -> new TypeConversionException(
                            "must be width x height in pixels, each from " + FilmOptions.MIN_SIZE + " to "
                                    + FilmOptions.MAX_SIZE + ", such as 960x540, or one of " + names() + ", but is '"
                                    + text + "'"));
        }

        private static String names() {
            return Arrays.stream(StandardSize.values()).map(StandardSize::id).collect(Collectors.joining(", "));
        }

        private static boolean accepts(int pixels) {
            return pixels >= FilmOptions.MIN_SIZE && pixels <= FilmOptions.MAX_SIZE;
        }
    }
}
