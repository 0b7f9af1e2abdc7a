package scorescape.studio;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
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
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import scorescape.document.Slide;
import scorescape.figure.Frame;
import scorescape.figure.FramePainter;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;

import static scorescape.text.Texts.text;

/// What the speaker sees and the audience does not: notes, the next slide and the time.
final class SpeakerWindow {

    private static final int NEXT_WIDTH = 560;
    private static final double MARGIN = 60;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// A page of a slide, painted small.
    private record Miniature(int slide, Frame page) {}

    private final Talk talk;
    private final Look look;
    private final Stage stage = new Stage();
    private final Label title = new Label();
    private final MarkedText words = new MarkedText();
    private final MarkedText notes = new MarkedText();
    private final Label next = new Label();
    private final ImageView nextPage = new ImageView();
    private final Label time = new Label();
    private @Nullable Miniature nextOne;
    private final LocalTime began = LocalTime.now(ZoneId.systemDefault());
    private final LatestTask<Miniature> pages;
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

    /// Shows the view on a display, with room around it.
    void show(Rectangle2D display) {
        stage.setX(display.getMinX() + MARGIN);
        stage.setY(display.getMinY() + MARGIN);
        stage.setWidth(display.getWidth() - 2 * MARGIN);
        stage.setHeight(display.getHeight() - 2 * MARGIN);
        stage.show();
        clock.play();
        tell();
        follow();
    }

    void hide() {
        stage.hide();
        clock.stop();
    }

    /// Shows what comes next, once it is computed.
    void showNext(int slide, Frame page) {
        nextOne = new Miniature(slide, page);
        pages.request(nextOne);
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
        var scroll = new ScrollPane(notes);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        time.setId("speaker-time");
        time.getStyleClass().add("speaker-time");
        time.setAccessibleHelp(text("speaker.time.use"));
        nextPage.setId("speaker-next");
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
        if (nextOne == null || nextOne.slide() != index + 1) {
            nextPage.setImage(null);
        } else {
            pages.request(nextOne);
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

    private void paint(Miniature next) {
        Viewport size = next.page().viewport();
        var full = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        FramePainter.paint(full, next.page());
        int height = Math.max(1, NEXT_WIDTH * size.height() / size.width());
        var sheet = new PixelSheet(NEXT_WIDTH, height);
        Graphics2D g = sheet.painted().createGraphics();
        g.drawImage(full.getScaledInstance(NEXT_WIDTH, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        g.dispose();
        Platform.runLater(() -> {
            if (talk.slideProperty().get() + 1 == next.slide()) {
                nextPage.setImage(sheet.show());
            }
        });
    }
}
