package scorescape.studio;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.animation.AnimationTimer;
import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import javafx.util.Subscription;
import scorescape.document.Lesson;
import scorescape.document.Transition;
import scorescape.export.SlidePages;
import scorescape.figure.FramePainter;
import scorescape.figure.SlideBand;
import scorescape.figure.Theme;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures;
import scorescape.studio.canvas.CanvasView;
import scorescape.studio.canvas.Editor;
import scorescape.studio.canvas.Selection;

import static scorescape.text.Texts.text;

/// A lesson on the whole of a screen: the picture, in which everything can be dragged as in the studio, and the band below it.
///
/// Keys are those of other presenters, so that remote controls work: arrows, Page keys, Space and Backspace, Home and End, digits
/// with Enter, B for a blank screen, Escape. R returns to the slide as it is written, plus and minus change γ, D goes to the next
/// display, S shows the speaker's view or hides it.
final class PresenterWindow {

    /// How much one key press changes γ.
    private static final double SCALE_STEP = 0.5;

    private static final double SECONDS_PER_NANO = 1e-9;

    /// After a longer pause the way to a slide goes on where it was.
    private static final double LONGEST_TICK = 0.25;

    private static final int LONGEST_NUMBER = 3;

    /// What is painted below the picture.
    private record BandRequest(SlideBand band, int width, int pageHeight, double scale, Theme theme) {}

    private final Stage stage = new Stage();
    private final Look look;
    private final Talk talk;
    private final PictureView picture;
    private final PlotView plot;
    private final ImageView faded = new ImageView();
    private final ImageView band = new ImageView();
    private final Label note = new Label();
    private final Region blank = new Region();
    private final Page page;
    private final LatestTask<BandRequest> bands;
    private final SpeakerWindow speaker;
    private final MotionClock clock = new MotionClock();
    private String digits = "";

    /// @param first the slide to begin with, from 0
    /// @param owner the window that the lesson is given from
    /// @param failed told on the JavaFX thread when a picture cannot be made
    PresenterWindow(Lesson lesson, int first, Look look, Window owner, Consumer<RuntimeException> failed) {
        this.look = look;
        talk = new Talk(lesson, first, this::keepOld);
        talk.stillProperty().bind(look.stillProperty());
        picture = new PictureView(talk.store(), talk.playback(), failed);
        picture.themeProperty().bind(look.themeProperty());
        picture.sharpnessProperty().bind(look.sharpnessProperty());
        plot = new PlotView(talk.store(), failed);
        plot.themeProperty().bind(look.themeProperty());
        var editor = new Editor(talk.store(), new Selection(talk.store()), this::say);
        var gestures = new CanvasGestures(editor, RandomGenerator.getDefault());
        picture.putAbove(new CanvasView(gestures, new NoMenus()), gestures);
        page = new Page();
        bands = new LatestTask<>("bands", this::paintBand, e -> Platform.runLater(() -> failed.accept(e)));
        speaker = new SpeakerWindow(talk, look, this::onKey, failed);
        build(owner);
    }

    Talk talk() {
        return talk;
    }

    Stage stage() {
        return stage;
    }

    boolean isBlank() {
        return blank.isVisible();
    }

    /// On a screen that the studio is not on, if there is one; then the speaker's view is on the other.
    void show(Window owner) {
        List<Screen> screens = Screen.getScreens();
        Screen home = screenOf(owner);
        Screen other = screens.stream().filter(screen -> !screen.equals(home)).findFirst().orElse(home);
        fill(other);
        stage.show();
        stage.setFullScreen(true);
        if (!other.equals(home)) {
            speaker.show(home);
            stage.requestFocus();
        }
        picture.requestFocus();
    }

    private static Screen screenOf(Window window) {
        List<Screen> there = Screen.getScreensForRectangle(window.getX(), window.getY(), Math.max(1, window.getWidth()),
                Math.max(1, window.getHeight()));
        return there.isEmpty() ? Screen.getPrimary() : there.getFirst();
    }

    private void fill(Screen screen) {
        Rectangle2D bounds = screen.getBounds();
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    private void toNextDisplay() {
        List<Screen> screens = Screen.getScreens();
        Screen here = screenOf(stage);
        Screen next = screens.get((screens.indexOf(here) + 1) % screens.size());
        stage.setFullScreen(false);
        fill(next);
        stage.setFullScreen(true);
        if (speaker.isShowing()) {
            speaker.show(here);
            stage.requestFocus();
        }
    }

    private void build(Window owner) {
        stage.setTitle(talk.lesson().title());
        stage.getIcons().setAll(Look.icons());
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        blank.getStyleClass().add("blank-screen");
        blank.setVisible(false);
        note.getStyleClass().add("presenter-note");
        note.setId("presenter-note");
        note.setMouseTransparent(true);
        faded.setMouseTransparent(true);
        band.setId("presenter-band");
        var root = new StackPane(page, blank);
        root.setId("presenter");
        var scene = new Scene(root, owner.getWidth(), owner.getHeight());
        var dressed = look.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> talk.stop());
        stage.setScene(scene);
        new FilmClock(talk.playback());
        talk.movingProperty().subscribe(clock::run);
        talk.slideProperty().subscribe((_, _) -> showBand());
        talk.askingProperty().subscribe((_, _) -> showBand());
        var themed = look.themeProperty().subscribe((_, _) -> showBand());
        talk.awayProperty().subscribe(_ -> showNote());
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> {
            // The look outlives the talk, and would keep its pictures.
            Subscription.combine(dressed, themed).unsubscribe();
            close();
        });
    }

    private void close() {
        talk.playback().playingProperty().set(false);
        clock.stop();
        picture.close();
        plot.close();
        bands.close();
        speaker.close();
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        String typed = event.getText();
        if (event.getCode().isDigitKey() && digits.length() < LONGEST_NUMBER && !typed.isEmpty()) {
            digits += typed;
            showNote();
            return;
        }
        String number = digits;
        digits = "";
        KeyCode code = event.getCode();
        boolean lit = !blank.isVisible();
        blank.setVisible(lit && (code == KeyCode.B || (code == KeyCode.PERIOD && !event.isShiftDown())));
        if (lit && !blank.isVisible()) {
            run(code, typed, number);
        }
        showNote();
    }

    private void run(KeyCode code, String typed, String number) {
        switch (code) {
            case ENTER -> {
                if (number.isEmpty()) {
                    talk.forward();
                } else {
                    talk.goTo(Integer.parseInt(number) - 1);
                }
            }
            case RIGHT, DOWN, PAGE_DOWN, SPACE, N -> talk.forward();
            case LEFT, UP, PAGE_UP, BACK_SPACE, P -> talk.back();
            case HOME -> talk.goTo(0);
            case END -> talk.goTo(talk.lesson().slides().size() - 1);
            case R -> talk.restore();
            case D -> toNextDisplay();
            case S -> speaker.toggle(screenOf(stage));
            case ESCAPE -> {
                if (number.isEmpty()) {
                    stage.hide();
                }
            }
            case F5 -> stage.hide();
            default -> {
                if ("+".equals(typed) || code == KeyCode.ADD) {
                    talk.changeScale(SCALE_STEP);
                } else if ("-".equals(typed) || code == KeyCode.SUBTRACT) {
                    talk.changeScale(-SCALE_STEP);
                }
            }
        }
    }

    private void say(String sentence) {
        note.setText(sentence);
        note.setVisible(true);
    }

    private void showNote() {
        note.setText(digits.isEmpty() ? text("presenter.touched") : digits + " ⏎");
        note.setVisible(!digits.isEmpty() || talk.awayProperty().get());
    }

    /// Lays the picture on show over the next one, and lets it fade.
    private void keepOld() {
        if (page.getWidth() < 1) {
            return;
        }
        faded.setImage(page.content.snapshot(null, null));
        faded.setOpacity(1);
        var fade = new FadeTransition(Duration.seconds(Transition.SECONDS), faded);
        fade.setToValue(0);
        fade.setOnFinished(_ -> faded.setImage(null));
        fade.play();
    }

    private void showBand() {
        double scale = picture.scale();
        int width = (int) Math.round(page.getWidth() * scale);
        int height = (int) Math.round(page.getHeight() * scale);
        if (width > 0 && height > 0) {
            bands.request(new BandRequest(
                    SlidePages.band(talk.lesson(), talk.slideProperty().get(), talk.askingProperty().get()), width,
                    height, scale, look.themeProperty().get()));
        }
    }

    private void paintBand(BandRequest request) {
        var frame = request.band().alone(request.width(), request.pageHeight(), request.theme());
        var sheet = new Sheet(frame.viewport().width(), frame.viewport().height());
        FramePainter.paint(sheet.painted(), frame);
        Platform.runLater(() -> {
            band.setImage(sheet.show());
            band.setFitWidth(frame.viewport().width() / request.scale());
            band.setFitHeight(frame.viewport().height() / request.scale());
            band.setAccessibleText(request.band().title() + ". " + request.band().text());
        });
    }

    /// The picture above the band.
    private final class Page extends Region {

        private final StackPane content = new StackPane(picture, plot);

        Page() {
            StackPane.setAlignment(note, Pos.TOP_RIGHT);
            getChildren().addAll(content, faded, band, note);
        }

        @Override
        protected void layoutChildren() {
            int width = (int) getWidth();
            int height = (int) getHeight();
            if (width < 1 || height < 1) {
                return;
            }
            int below = SlideBand.height(width, height);
            content.resizeRelocate(0, 0, getWidth(), getHeight() - below);
            picture.enlargementProperty().set(SlideBand.enlargement(width, height - below, height));
            band.relocate(0, getHeight() - below);
            note.autosize();
            note.relocate(getWidth() - note.getWidth() - 16, getHeight() - below - note.getHeight() - 12);
            showBand();
        }
    }

    /// Lets the way from slide to slide go on with the wall clock.
    private final class MotionClock extends AnimationTimer {

        private long before;

        void run(boolean moving) {
            if (moving) {
                before = 0;
                start();
            } else {
                stop();
            }
        }

        @Override
        public void handle(long now) {
            double elapsed = before == 0 ? 0 : (now - before) * SECONDS_PER_NANO;
            before = now;
            talk.advance(Math.min(elapsed, LONGEST_TICK));
        }
    }

    /// A talk is no place for menus.
    private static final class NoMenus implements CanvasView.Menus {

        @Override
        public ContextMenu forSelection() {
            return new ContextMenu();
        }

        @Override
        public ContextMenu forPlace(Vec2 place) {
            return new ContextMenu();
        }
    }
}
