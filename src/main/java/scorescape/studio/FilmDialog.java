package scorescape.studio;

import java.util.List;
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
import scorescape.export.StandardSize;
import scorescape.export.gif.FrameSource;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Backdrop;
import scorescape.lesson.Stage;
import scorescape.lesson.Story.Beat;
import scorescape.studio.ExportDesk.Film;
import scorescape.studio.ExportDesk.View;
import scorescape.text.Texts;

import static scorescape.text.Texts.text;

/// How a film is to be made: format, size, part of the run, pace and background, with any of its frames as preview.
final class FilmDialog extends ExportDialog<FilmDialog.Shown> {

    /// A film and the moment of it that is shown, as a part of all.
    record Shown(Film film, double moment) {}

    private enum Kind {
        GIF, APNG, MP4,
        FRAMES;

    }

    private enum Part {
        STORY, STEP, RANGE,
        RUN, SLIDE, LESSON;

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
        super(text("film.heading"), "film", view.theme(), settings, FilmOptions.MIN_SIZE, FilmOptions.MAX_SIZE);
        document = view.document();
        lesson = view.lesson();
        kind = choice("format", List.of(Kind.values()), Kind.GIF, Texts::of);
        quality = choice("quality", List.of(GifQuality.values()), GifQuality.FAITHFUL, q -> switch (q) {
            case BEST -> text("film.quality.best");
            case FAITHFUL -> text("film.quality.faithful");
            case SMALL -> text("film.quality.small");
        });
        part = choice("part", lesson == null ? PARTS_OF_RUN : List.of(Part.values()), Part.STORY, Texts::of);
        from = number("from", 1, document.steps(), document.toldStep() + 1, 1);
        from.getValueFactory().setValue(document.toldStep() + 1);
        to = number("to", 1, document.steps(), document.steps(), 1);
        to.getValueFactory().setValue(document.steps());
        rate = choice("rate", RATES, 25, fps -> pace(fps));
        hold = real("hold", 0, Pace.MAX_HOLD, Stage.END.seconds(), 0.5);
        pingPong = choice("pingpong", List.of(false, true), false,
                back -> back ? text("film.end.back") : text("film.end.again"));
        plays = choice("plays", PLAYS, 0,
                times -> times == 0
                        ? text("film.plays.forever")
                        : times == 1 ? text("film.plays.once") : text("film.plays.times", times));

        add(text("film.format"), kind, "format", text("film.format.help"));
        add(text("film.quality"), quality, "quality", text("film.quality.help"));
        addSize(List.of(StandardSize.MESSAGE, StandardSize.FIGURE, StandardSize.HD, StandardSize.WIDE_SLIDE,
                StandardSize.SLIDE));
        add(text("film.part"), part, "part", text("film.part.help"));
        add(text("film.step"), from, "told", text("film.step.help", document.steps()));
        add(text("film.lastStep"), to, "to", text("film.lastStep.help", document.steps()));
        add(text("film.pace"), rate, "rate", text("film.pace.help"));
        add(text("film.hold"), hold, "hold", text("film.hold.help"));
        add(text("film.end"), pingPong, "pingpong", text("film.end.help"));
        add(text("film.plays"), plays, "plays", text("film.plays.help"));
        add(text("film.theme"), theme, "theme", text("film.theme.help"));
        add(text("film.background"), backdrop, "backdrop", text("film.background.help"));
        add(text("film.scene"), kept, "scene", text("film.scene.help"));
        quality.visibleProperty().bind(kind.valueProperty().isEqualTo(Kind.GIF));
        plays.visibleProperty()
                .bind(kind.valueProperty().isEqualTo(Kind.GIF).or(kind.valueProperty().isEqualTo(Kind.APNG)));
        BooleanBinding ofLesson = Bindings.createBooleanBinding(() -> part.getValue().isOfLesson(),
                part.valueProperty());
        backdrop.visibleProperty().bind(kind.valueProperty().isNotEqualTo(Kind.MP4).and(ofLesson.not()));
        hold.visibleProperty().bind(ofLesson.not());
        pingPong.visibleProperty().bind(ofLesson.not());
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
        moment.setAccessibleText(text("film.moment.name"));
        moment.setTooltip(new Tooltip(text("film.moment.help")));
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
        return text(shown == fps ? "film.pace.whole" : "film.pace.broken", shown);
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
        return new Shown(new Film(subject(first), format, options, kept.getValue()),
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
            String size = megabytes(estimate.get().bytes());
            String time = time(estimate.get().seconds());
            return film.frames() == 1
                    ? text("film.estimate.one", seconds, size, time)
                    : text("film.estimate", seconds, film.frames(), size, time);
        } catch (ExportFailed e) {
            // Trials are made elsewhere than the film, which may well succeed.
            return text("film.estimate.failed", seconds, e.getMessage());
        }
    }

    @Override
    Object file(Shown wish) {
        return wish.film();
    }

    @Override
    String waiting() {
        return text("film.trying");
    }

    private static String megabytes(long bytes) {
        return text(bytes < 1_000_000 ? "film.megabytes.small" : "film.megabytes", bytes / 1e6);
    }

    private static String time(double seconds) {
        return seconds < 100
                ? text("film.seconds", Math.max(1, Math.round(seconds)))
                : text("film.minutes", Math.round(seconds / 60));
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
