package scorescape.export;

import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;

/// How a film is made.
///
/// @param width in pixels, from [#MIN_SIZE] to [#MAX_SIZE]
/// @param height in pixels, from [#MIN_SIZE] to [#MAX_SIZE]
/// @param framesPerSecond from 1 to [AnimationPlan#MAX_FRAMES_PER_SECOND]
/// @param quality what may be lost for a smaller file
public record GifOptions(int width, int height, int framesPerSecond, Theme theme, GifQuality quality) {

    /// Below this a figure cannot be made out.
    public static final int MIN_SIZE = 64;
    public static final int MAX_SIZE = 4096;

    public static final GifOptions DEFAULT = new GifOptions(960, 540, 25, Theme.LIGHT, GifQuality.FAITHFUL);

    public GifOptions {
        requireSize("width", width);
        requireSize("height", height);
        if (framesPerSecond < 1 || framesPerSecond > AnimationPlan.MAX_FRAMES_PER_SECOND) {
            throw new IllegalArgumentException("frames per second must be from 1 to "
                    + AnimationPlan.MAX_FRAMES_PER_SECOND + ": " + framesPerSecond);
        }
    }

    /// In faithful quality.
    public GifOptions(int width, int height, int framesPerSecond, Theme theme) {
        this(width, height, framesPerSecond, theme, GifQuality.FAITHFUL);
    }

    static void requireSize(String name, int pixels) {
        if (pixels < MIN_SIZE || pixels > MAX_SIZE) {
            throw new IllegalArgumentException(
                    name + " must be from " + MIN_SIZE + " to " + MAX_SIZE + " pixels: " + pixels);
        }
    }
}
