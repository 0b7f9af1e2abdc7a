package scorescape.export;

import scorescape.figure.Backdrop;
import scorescape.figure.Theme;

/// How a film is made.
///
/// @param width in pixels, from [#MIN_SIZE] to [#MAX_SIZE]
/// @param height in pixels, from [#MIN_SIZE] to [#MAX_SIZE]
/// @param backdrop what lies behind the film
/// @param span what it shows
/// @param pace how it passes
public record FilmOptions(int width, int height, Theme theme, Backdrop backdrop, FilmSpan span, Pace pace) {

    /// Below this a figure cannot be made out.
    public static final int MIN_SIZE = 64;
    public static final int MAX_SIZE = 4096;

    public static final FilmOptions DEFAULT = new FilmOptions(960, 540, 25, Theme.LIGHT);

    public FilmOptions {
        requireSize("width", width);
        requireSize("height", height);
    }

    /// The story on an opaque ground, with a rest at the end, again and again.
    public FilmOptions(int width, int height, double framesPerSecond, Theme theme) {
        this(width, height, theme, Backdrop.OPAQUE, FilmSpan.Whole.STORY, Pace.of(framesPerSecond));
    }

    public FilmOptions withPace(Pace newPace) {
        return new FilmOptions(width, height, theme, backdrop, span, newPace);
    }

    private static void requireSize(String name, int pixels) {
        if (pixels < MIN_SIZE || pixels > MAX_SIZE) {
            throw new IllegalArgumentException(
                    name + " must be from " + MIN_SIZE + " to " + MAX_SIZE + " pixels: " + pixels);
        }
    }
}
