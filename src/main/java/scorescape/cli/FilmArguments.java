package scorescape.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import scorescape.export.FilmOptions;
import scorescape.export.FilmSpan;
import scorescape.export.Pace;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Backdrop;
import scorescape.figure.Theme;

/// What is said of films alone.
final class FilmArguments {

    @Option(names = "--fps", paramLabel = "RATE", description = "For a film: frames per second from 1 to 50, 25 by default. A GIF takes the nearest rate that it can "
            + "show: 50, 33.3, 25, 20, 16.7, …")
    private @Nullable Integer framesPerSecond;

    @Option(names = "--quality", paramLabel = "best|faithful|small", description = "For a GIF: 'best' has finer colours and larger files, 'small' files may be off by about ten levels of colour; faithful by default.")
    private @Nullable GifQuality quality;

    @Option(names = "--span", paramLabel = "SPAN", converter = SpanConverter.class, description = "For a film: 'story' (the told step in stages, then the rest; the default), 'run' (all steps from noise "
            + "to data), a step such as 18, or a range such as 3..9 or 9/predict..9/noise.")
    private @Nullable FilmSpan span;

    @Option(names = "--hold", paramLabel = "SECONDS", description = "For a film: how long its end stands still, 1.5 by default.")
    private @Nullable Double hold;

    @Option(names = "--ping-pong", description = "For a film: let it run back to its beginning.")
    private boolean pingPong;

    @Option(names = "--plays", paramLabel = "N", description = "For a GIF or an APNG: how often it is played; by default without end.")
    private @Nullable Integer plays;

    @Option(names = "--estimate", description = "For a film: make nothing, but say about how large it will be and how long it takes to make.")
    private boolean estimate;

    /// Whether only a guess is wanted.
    boolean isEstimate() {
        return estimate;
    }

    /// Whether nothing is said.
    boolean isEmpty() {
        return framesPerSecond == null && quality == null && span == null && hold == null && !pingPong && plays == null
                && !estimate;
    }

    /// Whether a part of the film is chosen, or how it ends.
    boolean hasCut() {
        return span != null || hold != null || pingPong;
    }

    boolean hasQuality() {
        return quality != null;
    }

    boolean hasPlays() {
        return plays != null;
    }

    int framesPerSecond() {
        return framesPerSecond == null ? (int) FilmOptions.DEFAULT.pace().framesPerSecond() : framesPerSecond;
    }

    GifQuality quality() {
        return quality == null ? GifQuality.FAITHFUL : quality;
    }

    FilmOptions options(PictureSize size, Theme theme, @Nullable Backdrop backdrop) throws BadInput {
        try {
            return new FilmOptions(size.width(), size.height(), theme, backdrop == null ? Backdrop.OPAQUE : backdrop,
                    span == null ? FilmSpan.Whole.STORY : span,
                    new Pace(framesPerSecond(), hold == null ? Pace.of(framesPerSecond()).holdSeconds() : hold,
                            pingPong,
                            plays == null ? 0 : plays));
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static final class SpanConverter implements ITypeConverter<FilmSpan> {

        @Override
        public FilmSpan convert(String text) {
            try {
                return FilmSpan.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
