package scorescape.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.export.gif.FrameSource;

/// What a film shows: the run of a scene, or slides of a lesson.
public sealed interface FilmSubject {

    /// The run of a scene, of which the options name a part.
    record Run(Document document) implements FilmSubject {}

    /// Slides of a lesson, one after the other.
    ///
    /// @param first of them, from 0
    /// @param end the one after the last
    record Slides(Lesson lesson, int first, int end) implements FilmSubject {

        /// One slide.
        public Slides(Lesson lesson, int slide) {
            this(lesson, slide, slide + 1);
        }

        /// All slides.
        public Slides(Lesson lesson) {
            this(lesson, 0, lesson.slides().size());
        }
    }

    /// The film, for a format.
    ///
    /// @throws IllegalArgumentException with a sentence for people, if the run has no such part
    default FrameSource film(FilmFormat format, FilmOptions options) {
        return switch (this) {
            case Run(Document document) -> format.film(document, options);
            case Slides(Lesson lesson, int first, int end) -> format.film(lesson, first, end, options);
        };
    }

    /// Guesses how large the file will be and how long it takes to make. Takes some seconds: for a thread of its own.
    ///
    /// @param cancelled asked at every frame
    /// @return empty if it was cancelled
    /// @throws ExportFailed if such films cannot be made here
    /// @throws IllegalArgumentException with a sentence for people, if the run has no such part
    default Optional<FilmEstimate> estimate(FilmFormat format, FilmOptions options, SceneKept kept,
            BooleanSupplier cancelled) throws ExportFailed {
        return FilmEstimate.of(format, film(format, options), kept.inside(scene()), cancelled);
    }

    private SceneText scene() {
        return switch (this) {
            case Run(Document document) -> SceneText.of(document);
            case Slides(Lesson lesson, int first, int end) -> SceneText.of(lesson, first, end);
        };
    }

    /// Makes the film: see [FilmFormat#write(Document, FilmOptions, SceneKept, Path, Progress)].
    default boolean write(FilmFormat format, FilmOptions options, SceneKept kept, Path file,
            Progress progress) throws ExportFailed {
        return switch (this) {
            case Run(Document document) -> format.write(document, options, kept, file, progress);
            case Slides(Lesson lesson, int first, int end) ->
                format.write(lesson, first, end, options, kept, file, progress);
        };
    }
}
