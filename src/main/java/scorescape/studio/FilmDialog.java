package scorescape.studio;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.export.ExportFailed;
import scorescape.export.Ffmpeg;
import scorescape.export.FilmEstimate;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.FilmSpan;
import scorescape.export.FilmSubject;
import scorescape.export.Pace;
import scorescape.export.SceneKept;
import scorescape.export.StandardSize;
import scorescape.export.gif.FrameSource;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Backdrop;
import scorescape.lesson.Stage;
import scorescape.lesson.Story.Beat;
import scorescape.studio.ExportDesk.Film;
import scorescape.studio.ExportDesk.View;

/// How a film is to be made: format, size, part of the run, pace and background, with any of its frames as preview.
final class FilmDialog extends ExportDialog<FilmDialog.Shown> {

    /// A film and the moment of it that is shown, as a part of all.
    record Shown(Film film, double moment) {}

    private enum Kind {
        GIF("GIF: shown everywhere"), APNG("APNG: lossless, for browsers"), MP4("MP4: for video"),
        FRAMES("PNG files in a folder");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private enum Part {
        STORY("The told step, then the rest"), STEP("One step"), RANGE("From one step to another"),
        RUN("The whole run"), SLIDE("This slide of the lesson"), LESSON("The whole lesson");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        boolean isOfLesson() {
            return this == SLIDE || this == LESSON;
        }
    }

    private static final List<Part> PARTS_OF_RUN = List.of(Part.STORY, Part.STEP, Part.RANGE, Part.RUN);
    private static final List<Integer> RATES = List.of(10, 20, 25, 30, 50);
    private static final List<Integer> PLAYS = List.of(0, 1, 2, 3, 5, 10);

    private final Document document;
    private final LessonDesk.@Nullable State lesson;
    private final ChoiceBox<Kind> kind;
    private final ChoiceBox<GifQuality> quality;
    private final ChoiceBox<Part> part;
    private final Spinner<Integer> from;
    private final Spinner<Integer> to;
    private final ChoiceBox<Integer> rate;
    private final Spinner<Double> hold;
    private final ChoiceBox<Boolean> pingPong;
    private final ChoiceBox<Integer> plays;
    private final Slider moment = new Slider(0, 1, 0.3);

    /// @param view whose document tells the step that is offered
    FilmDialog(View view, Settings settings) {
        super("Export the film", "film", view.theme(), settings, FilmOptions.MIN_SIZE, FilmOptions.MAX_SIZE);
        document = view.document();
        lesson = view.lesson();
        kind = choice("format", List.of(Kind.values()), Kind.GIF, k -> k.title);
        quality = choice("quality", List.of(GifQuality.values()), GifQuality.FAITHFUL, q -> switch (q) {
            case BEST -> "Best colours, larger file";
            case FAITHFUL -> "Faithful";
            case SMALL -> "Small file";
        });
        part = choice("part", lesson == null ? PARTS_OF_RUN : List.of(Part.values()), Part.STORY, p -> p.title);
        from = number("from", 1, document.steps(), document.toldStep() + 1, 1);
        from.getValueFactory().setValue(document.toldStep() + 1);
        to = number("to", 1, document.steps(), document.steps(), 1);
        to.getValueFactory().setValue(document.steps());
        rate = choice("rate", RATES, 25, fps -> pace(fps));
        hold = real("hold", 0, Pace.MAX_HOLD, Stage.END.seconds(), 0.5);
        pingPong = choice("pingpong", List.of(false, true), false, back -> back ? "It runs back" : "It begins again");
        plays = choice("plays", PLAYS, 0,
                times -> times == 0 ? "Without end" : times == 1 ? "Once" : times + " times");

        add("Format", kind, "format", "What kind of file.");
        add("Quality", quality, "quality", "What may be lost for a smaller file.");
        addSize(List.of(StandardSize.MESSAGE, StandardSize.FIGURE, StandardSize.HD, StandardSize.WIDE_SLIDE,
                StandardSize.SLIDE));
        add("Shows", part, "part", "Which part of the run, or which slides of the lesson that is open.");
        add("Step", from, "told", "The step that is told, or the first one, of " + document.steps() + ".");
        add("To step", to, "to", "The last step, of " + document.steps() + ".");
        add("Pace", rate, "rate", "More frames move more smoothly and make a larger file.");
        add("End stands for", hold, "hold", "For how many seconds the end stands still.");
        add("After the end", pingPong, "pingpong",
                "Whether the film runs back to its beginning before it begins again.");
        add("Played", plays, "plays", "How often.");
        add("Theme", theme, "theme", "Colours of the film.");
        add("Background", backdrop, "backdrop", "Transparent films let through what they are laid on.");
        add("Scene", kept, "scene", "Where the scene is kept, so that the film can be opened and made again.");
        quality.visibleProperty().bind(kind.valueProperty().isEqualTo(Kind.GIF));
        plays.visibleProperty()
                .bind(kind.valueProperty().isEqualTo(Kind.GIF).or(kind.valueProperty().isEqualTo(Kind.APNG)));
        BooleanBinding ofLesson = Bindings.createBooleanBinding(() -> part.getValue().isOfLesson(),
                part.valueProperty());
        backdrop.visibleProperty().bind(kind.valueProperty().isNotEqualTo(Kind.MP4).and(ofLesson.not()));
        hold.visibleProperty().bind(ofLesson.not());
        pingPong.visibleProperty().bind(ofLesson.not());
        kept.visibleProperty().bind(part.valueProperty().isNotEqualTo(Part.LESSON));
        from.visibleProperty().bind(part.valueProperty().isNotEqualTo(Part.RUN).and(ofLesson.not()));
        to.visibleProperty().bind(part.valueProperty().isEqualTo(Part.RANGE));
        kind.valueProperty().subscribe((_, _) -> {
            // Texts of paces depend on it.
            Integer before = rate.getValue();
            rate.getItems().setAll(List.of());
            rate.getItems().setAll(RATES);
            rate.setValue(before);
            fit();
        });
        part.valueProperty().subscribe((_, _) -> fit());
        moment.setId("film-moment");
        moment.setAccessibleText("Which moment of the film the preview shows");
        moment.setTooltip(new Tooltip("Which moment of the film the preview shows."));
        moment.valueProperty().subscribe((_, _) -> changed());
        addToSide(moment);
        changed();
    }

    /// The film that is wished for.
    static Optional<Film> film(Optional<Shown> answer) {
        return answer.map(Shown::film);
    }

    private String pace(int fps) {
        double shown = kind.getValue() == Kind.GIF ? Pace.of(fps).even().framesPerSecond() : fps;
        return String.format(Locale.ROOT, shown == fps ? "%.0f frames a second" : "%.1f frames a second", shown);
    }

    @Override
    Shown wish() {
        FilmFormat format = switch (kind.getValue()) {
            case GIF -> new FilmFormat.Gif(quality.getValue());
            case APNG -> new FilmFormat.Apng();
            case MP4 -> new FilmFormat.Mp4(rate.getValue());
            case FRAMES -> new FilmFormat.PngSequence();
        };
        int first = from.getValue() - 1;
        FilmSpan span = switch (part.getValue()) {
            case STORY, SLIDE, LESSON -> FilmSpan.Whole.STORY;
            case RUN -> FilmSpan.Whole.RUN;
            case STEP -> new FilmSpan.OneStep(first);
            case RANGE -> new FilmSpan.Range(new Beat(first, Stage.MOVE),
                    new Beat(Math.max(first, to.getValue() - 1), Stage.MOVE));
        };
        var options = new FilmOptions(width.getValue(), height.getValue(), theme.getValue(),
                backdrop.isVisible() ? backdrop.getValue() : Backdrop.OPAQUE, span,
                new Pace(rate.getValue(), hold.getValue(), pingPong.getValue(), plays.getValue()));
        return new Shown(new Film(subject(first), format, options, kept.isVisible() ? kept.getValue() : SceneKept.NONE),
                moment.getValue());
    }

    private FilmSubject subject(int told) {
        return switch (part.getValue()) {
            case STORY -> new FilmSubject.Run(document.withToldStep(told));
            case STEP, RANGE, RUN -> new FilmSubject.Run(document);
            case SLIDE -> new FilmSubject.Slides(open().lesson(), open().slide());
            case LESSON -> new FilmSubject.Slides(open().lesson());
        };
    }

    private LessonDesk.State open() {
        return Objects.requireNonNull(lesson);
    }

    @Override
    Image picture(Shown shown) {
        FilmOptions options = shown.film().options();
        double scale = Math.min(1, SHARPNESS * Math.min((double) PREVIEW_WIDTH / options.width(),
                (double) PREVIEW_HEIGHT / options.height()));
        var small = new FilmOptions(Math.max(FilmOptions.MIN_SIZE, (int) Math.round(scale * options.width())),
                Math.max(FilmOptions.MIN_SIZE, (int) Math.round(scale * options.height())), options.theme(),
                options.backdrop(), options.span(), options.pace());
        FrameSource film = shown.film().subject().film(shown.film().format(), small);
        int[] argb = new int[film.width() * film.height()];
        film.paint((int) Math.round(shown.moment() * (film.frames() - 1)), argb);
        if (!film.transparent()) {
            for (int i = 0; i < argb.length; i++) {
                argb[i] |= 0xff000000;
            }
        }
        var image = new WritableImage(film.width(), film.height());
        image.getPixelWriter().setPixels(0, 0, film.width(), film.height(), PixelFormat.getIntArgbInstance(), argb, 0,
                film.width());
        return image;
    }

    @Override
    @Nullable
    String remark(Shown shown) {
        if (shown.film().format() instanceof FilmFormat.Mp4 && Ffmpeg.onPath().program().isEmpty()) {
            throw new IllegalArgumentException(Ffmpeg.MISSING);
        }
        FrameSource film = shown.film().subject().film(shown.film().format(), shown.film().options());
        double seconds = 0;
        for (int frame = 0; frame < film.frames(); frame++) {
            seconds += film.delayCentiseconds(frame) / 100.0;
        }
        try {
            Optional<FilmEstimate> estimate = shown.film().subject().estimate(shown.film().format(),
                    shown.film().options(), shown.film().kept(), this::isOvertaken);
            if (estimate.isEmpty()) {
                return null;
            }
            return String.format(Locale.ROOT,
                    "%.1f s in %d frames. The file will have about %s and take about %s to make.", seconds,
                    film.frames(), megabytes(estimate.get().bytes()), time(estimate.get().seconds()));
        } catch (ExportFailed e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, bytes < 1_000_000 ? "%.2f MB" : "%.1f MB", bytes / 1e6);
    }

    private static String time(double seconds) {
        return seconds < 100 ? Math.max(1, Math.round(seconds)) + " s" : Math.round(seconds / 60) + " min";
    }

    @Override
    void remember() {
        rememberCommon();
        remember("format", kind.getValue());
        remember("quality", quality.getValue());
        remember("part", part.getValue());
        remember("rate", rate.getValue());
        remember("hold", hold.getValue());
        remember("pingpong", pingPong.getValue());
        remember("plays", plays.getValue());
    }
}
