package scorescape.studio;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import scorescape.document.Lesson;
import scorescape.document.Slide;
import scorescape.export.SlidePages;
import scorescape.figure.Frame;
import scorescape.figure.FramePainter;
import scorescape.figure.Theme;

import static scorescape.text.Texts.text;

/// What the speaker sees and the audience does not: notes, the next slide and the time.
final class SpeakerWindow {

    private static final int NEXT_WIDTH = 560;
    private static final int NEXT_HEIGHT = 350;
    private static final double MARGIN = 60;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private record Request(Lesson lesson, int slide, Theme theme) {}

    private final Talk talk;
    private final Look look;
    private final Stage stage = new Stage();
    private final Label title = new Label();
    private final MarkedText words = new MarkedText();
    private final MarkedText notes = new MarkedText();
    private final Label next = new Label();
    private final ImageView nextPage = new ImageView();
    private final Label time = new Label();
    private final LocalTime began = LocalTime.now(ZoneId.systemDefault());
    private final LatestTask<Request> pages;
    private final Timeline clock;
    private Subscription dressed = Subscription.EMPTY;

    /// @param keys what answers to the keys of the talk, whichever of the two windows has the focus
    SpeakerWindow(Talk talk, Look look, EventHandler<KeyEvent> keys, Consumer<RuntimeException> failed) {
        this.talk = talk;
        this.look = look;
        pages = new LatestTask<>("speaker", this::paint, e -> Platform.runLater(() -> failed.accept(e)));
        clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tell()));
        clock.setCycleCount(Animation.INDEFINITE);
        build(keys);
    }

    boolean isShowing() {
        return stage.isShowing();
    }

    /// Shows the view on a screen, with room around it.
    void show(Screen screen) {
        Rectangle2D bounds = screen.getVisualBounds();
        stage.setX(bounds.getMinX() + MARGIN);
        stage.setY(bounds.getMinY() + MARGIN);
        stage.setWidth(bounds.getWidth() - 2 * MARGIN);
        stage.setHeight(bounds.getHeight() - 2 * MARGIN);
        stage.show();
        clock.play();
        tell();
        follow();
    }

    void toggle(Screen screen) {
        if (stage.isShowing()) {
            stage.hide();
        } else {
            show(screen);
        }
    }

    void close() {
        dressed.unsubscribe();
        clock.stop();
        pages.close();
        stage.hide();
    }

    private void build(EventHandler<KeyEvent> keys) {
        title.getStyleClass().add("speaker-title");
        words.getStyleClass().add("speaker-words");
        notes.setId("speaker-notes");
        notes.getStyleClass().add("speaker-notes");
        var scroll = new ScrollPane(notes);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        time.setId("speaker-time");
        time.getStyleClass().add("speaker-time");
        time.setAccessibleHelp(text("speaker.time.use"));
        next.setWrapText(true);
        next.getStyleClass().add("faint");
        var left = new VBox(12, title, words, scroll);
        HBox.setHgrow(left, Priority.ALWAYS);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var right = new VBox(12, next, nextPage, space, time);
        right.setMinWidth(NEXT_WIDTH);
        var root = new HBox(24, left, right);
        root.getStyleClass().addAll("studio", "speaker");
        var scene = new Scene(root);
        dressed = look.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        stage.setTitle(text("speaker.windowTitle", talk.lesson().title()));
        stage.getIcons().setAll(Look.icons());
        stage.setScene(scene);
        talk.slideProperty().subscribe((_, _) -> follow());
    }

    private void follow() {
        if (!stage.isShowing()) {
            return;
        }
        int index = talk.slideProperty().get();
        Slide slide = talk.current();
        title.setText((index + 1) + " / " + talk.lesson().slides().size() + "   " + slide.title());
        Theme theme = look.themeProperty().get();
        double scale = stage.getRenderScaleX();
        words.show(slide.asks() ? "**?** " + slide.question() + "\n\n" + slide.caption() : slide.caption(), theme,
                scale);
        notes.show(index == 0 ? talk.lesson().notes() + "\n\n" + slide.notes() : slide.notes(), theme, scale);
        boolean last = index + 1 == talk.lesson().slides().size();
        next.setText(
                last ? text("speaker.lastSlide") : text("speaker.next", talk.lesson().slides().get(index + 1).title()));
        nextPage.setImage(null);
        if (!last) {
            pages.request(new Request(talk.lesson(), index + 1, theme));
        }
    }

    private void tell() {
        LocalTime now = LocalTime.now(ZoneId.systemDefault());
        Duration since = Duration.between(began, now);
        if (since.isNegative()) {
            since = since.plusDays(1);
        }
        time.setText(HOUR.format(now) + "   " + String.format(Locale.ROOT, "%d:%02d", since.toMinutes(),
                since.toSecondsPart()));
    }

    private void paint(Request request) {
        Frame page =
                new SlidePages(request.lesson(), NEXT_WIDTH, NEXT_HEIGHT, request.theme()).still(request.slide());
        var sheet = new Sheet(NEXT_WIDTH, NEXT_HEIGHT);
        FramePainter.paint(sheet.painted(), page);
        Platform.runLater(() -> {
            if (talk.slideProperty().get() + 1 == request.slide()) {
                nextPage.setImage(sheet.show());
            }
        });
    }
}
