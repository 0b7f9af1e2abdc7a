package scorescape.export;

import scorescape.figure.Backdrop;
import scorescape.figure.Lettering;
import scorescape.figure.Theme;

/// How a picture is made.
///
/// @param width in pixels, or of a vector format in 96ths of an inch; from [#MIN_SIZE] to [#MAX_SIZE]
/// @param height likewise; both together at most [#MAX_PIXELS]
/// @param backdrop what lies behind the picture
/// @param lettering how a vector format holds text
/// @param kept where the scene is kept
public record PictureOptions(int width, int height, Theme theme, Backdrop backdrop, Lettering lettering,
        SceneKept kept) {

    public static final int MIN_SIZE = FilmOptions.MIN_SIZE;
    public static final int MAX_SIZE = 8192;

    /// As many as the largest screens have, twice as wide and high as 4K.
    public static final int MAX_PIXELS = 7680 * 4320;

    public PictureOptions {
        requireSize("width", width);
        requireSize("height", height);
        if ((long) width * height > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "a picture has at most " + MAX_PIXELS + " pixels, not " + width + " × " + height);
        }
    }

    /// Opaque, with outlines and with the scene inside.
    public PictureOptions(int width, int height, Theme theme) {
        this(width, height, theme, Backdrop.OPAQUE, Lettering.OUTLINES, SceneKept.INSIDE);
    }

    private static void requireSize(String name, int pixels) {
        if (pixels < MIN_SIZE || pixels > MAX_SIZE) {
            throw new IllegalArgumentException(
                    name + " must be from " + MIN_SIZE + " to " + MAX_SIZE + " pixels: " + pixels);
        }
    }
}
