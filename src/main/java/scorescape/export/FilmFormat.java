package scorescape.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.export.gif.FrameSource;
import scorescape.export.gif.GifEncoder;
import scorescape.export.gif.GifQuality;
import scorescape.export.png.ApngEncoder;

import static scorescape.text.Texts.text;

/// A kind of file that holds a film, and how to write it.
///
/// Every writer asks for frames as it needs them, so memory does not grow with the length of the film; a film that fails
/// or is cancelled leaves nothing behind.
public sealed interface FilmFormat {

    /// An animated GIF: shown everywhere.
    record Gif(GifQuality quality) implements FilmFormat {}

    /// An animated PNG: loses nothing, shown by browsers.
    record Apng() implements FilmFormat {}

    /// H.264 in MP4, by the user's own `ffmpeg`.
    ///
    /// @param framesPerSecond of the film; a frame that is shown longer is repeated
    record Mp4(int framesPerSecond) implements FilmFormat {}

    /// A folder of numbered PNG files; its name ends in `.frames`.
    record PngSequence() implements FilmFormat {}

    /// How names of such files end.
    default String extension() {
        return switch (this) {
            case Gif _ -> ".gif";
            case Apng _ -> ".apng";
            case Mp4 _ -> ".mp4";
            case PngSequence _ -> ".frames";
        };
    }

    /// What people call it, with its article.
    default String name() {
        return switch (this) {
            case Gif _ -> "a GIF";
            case Apng _ -> "an APNG";
            case Mp4 _ -> "an MP4";
            case PngSequence _ -> "a folder of PNG frames";
        };
    }

    /// How often each frame is painted while the film is written.
    default int passes() {
        return this instanceof Gif ? 2 : 1;
    }

    /// The film of a document, for this format: where its frames must last the same number of hundredths of a second, the
    /// pace is the nearest that has them.
    ///
    /// @throws IllegalArgumentException with a sentence for people, if the run has no such part
    default FrameSource film(Document document, FilmOptions options) {
        boolean gif = this instanceof Gif;
        return new Film(document, gif ? options.withPace(options.pace().even()) : options, gif);
    }

    /// The film of slides of a lesson, for this format, at the same pace as that of a document; what the options say of
    /// a span, of the end and of the ground is left to the lesson.
    ///
    /// @param first of the slides, from 0
    /// @param end of them: the one after the last
    default FrameSource film(Lesson lesson, int first, int end, FilmOptions options) {
        return new LessonFilm(lesson, first, end,
                this instanceof Gif ? options.withPace(options.pace().even()) : options);
    }

    /// What to say if a film of this format does not have the rate that was asked for.
    default Optional<String> rateInstead(FilmOptions options) {
        Pace even = options.pace().even();
        return this instanceof Gif && !even.equals(options.pace())
                ? Optional.of(text("export.gifRate", even.framesPerSecond(), options.pace().framesPerSecond()))
                : Optional.empty();
    }

    /// Whether a film may be transparent.
    default boolean canBeClear() {
        return !(this instanceof Mp4);
    }

    /// Makes the film of slides of a lesson. That of one slide keeps its scene, that of several a lesson of these.
    ///
    /// @param first of the slides, from 0
    /// @param end of them: the one after the last
    /// @param file see [#write(Document, FilmOptions, SceneKept, Path, Progress)]
    default boolean write(Lesson lesson, int first, int end, FilmOptions options, SceneKept kept, Path file,
            Progress progress) throws ExportFailed {
        return write(film(lesson, first, end, options), SceneText.of(lesson, first, end), kept, file, progress);
    }

    /// Makes the film of a document. Takes seconds to minutes: for a thread of its own.
    ///
    /// @param file replaced when the film is complete; untouched if it fails or is cancelled
    /// @return whether the file was written; false if `progress` cancelled
    /// @throws ExportFailed if a file could not be written
    /// @throws IllegalArgumentException with a sentence for people, if the run has no such part
    default boolean write(Document document, FilmOptions options, SceneKept kept, Path file, Progress progress)
            throws ExportFailed {
        return write(film(document, options), SceneText.of(document), kept, file, progress);
    }

    private boolean write(FrameSource film, SceneText scene, SceneKept kept, Path file, Progress progress)
            throws ExportFailed {
        kept.check(scene, file);
        boolean written = write(film, kept.inside(scene), file, progress);
        if (written) {
            kept.write(scene, file);
        }
        return written;
    }

    /// Writes a film. Takes seconds to minutes: for a thread of its own.
    ///
    /// @param scene what made the film, goes into the file; null for nothing
    /// @param file replaced when the film is complete; untouched if it fails or is cancelled
    /// @param progress hears the frames painted, of all passes
    /// @return whether the file was written; false if `progress` cancelled
    /// @throws ExportFailed if the file could not be written
    default boolean write(FrameSource film, @Nullable SceneText scene, Path file, Progress progress)
            throws ExportFailed {
        int total = passes() * film.frames();
        progress.report(0, total);
        return switch (this) {
            case Gif(GifQuality quality) -> NewFile.write(file,
                    out -> GifEncoder.encode(film, quality, scene == null ? null : scene.comment(), out,
                            painted -> goOn(progress, painted, total)));
            case Apng() -> NewFile.write(file, out -> ApngEncoder.encode(film, scene == null ? null : scene.pngText(),
                    out, painted -> goOn(progress, painted, total)));
            case Mp4(int framesPerSecond) -> Ffmpeg.onPath().write(film, framesPerSecond, scene, file, progress);
            case PngSequence() -> FrameFolder.write(film, scene, file, progress);
        };
    }

    /// The format that a file's name asks for, if it is one of a film.
    static Optional<FilmFormat> named(Path file, GifQuality quality, int framesPerSecond) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".gif")) {
            return Optional.of(new Gif(quality));
        }
        if (name.endsWith(".apng")) {
            return Optional.of(new Apng());
        }
        if (name.endsWith(".mp4")) {
            return Optional.of(new Mp4(framesPerSecond));
        }
        return name.endsWith(".frames") ? Optional.of(new PngSequence()) : Optional.empty();
    }

    private static boolean goOn(Progress progress, int painted, int total) {
        progress.report(painted, total);
        return !progress.cancelled();
    }
}
