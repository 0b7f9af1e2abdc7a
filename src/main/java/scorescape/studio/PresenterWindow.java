package scorescape.studio;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.animation.AnimationTimer;
import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
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
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Slide;
import scorescape.document.Study.Shown;
import scorescape.document.Transition;
import scorescape.export.SlidePages;
import scorescape.figure.Frame;
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
/// While a slide stands there, the next one is computed.
final class PresenterWindow {

    private static final double SECONDS_PER_NANO = 1e-9;

    /// After a longer pause the way to a slide goes on where it was.
    private static final double LONGEST_TICK = 0.25;

    /// What is painted below the picture.
    private record BandRequest(SlideBand band, int width, int pageHeight, double scale, Theme theme) {}

    private final Stage stage = new Stage();
    private final Look look;
    private final Talk talk;
    private final Selection selection;
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
    private final Settings settings;
    private final TalkKeys keys;
    private final ListChangeListener<Screen> screens = _ -> settle();

    /// The display of the window that the lesson is given from.
    private Rectangle2D home = Rectangle2D.EMPTY;

    /// @param first the slide to begin with, from 0
    /// @param owner the window that the lesson is given from
    /// @param failed told on the JavaFX thread when a picture cannot be made
    PresenterWindow(Lesson lesson, int first, Look look, Settings settings, Window owner,
            Consumer<RuntimeException> failed) {
        this.look = look;
        this.settings = settings;
        talk = new Talk(lesson, first, this::keepOld);
        talk.stillProperty().bind(look.stillProperty());
        picture = new PictureView(talk.store(), talk.playback(), failed);
        picture.themeProperty().bind(look.themeProperty());
        picture.sharpnessProperty().bind(look.sharpnessProperty());
        plot = new PlotView(talk.store(), failed);
        plot.themeProperty().bind(look.themeProperty());
        selection = new Selection(talk.store());
        var editor = new Editor(talk.store(), selection, this::say);
        var gestures = new CanvasGestures(editor, RandomGenerator.getDefault());
        picture.putAbove(new CanvasView(gestures, new NoMenus()), gestures);
        page = new Page();
        bands = new LatestTask<>("bands", this::paintBand, e -> Platform.runLater(() -> failed.accept(e)));
        keys = new TalkKeys(talk, new OnScreens(), this::tellScale);
        speaker = new SpeakerWindow(talk, look, keys::press, failed);
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

    /// Whether what is to be shown is on show, and nothing more is computed for it.
    boolean isComplete() {
        return talk.store().current().study().shown() == Shown.SCENE ? picture.isComplete() : plot.isComplete();
    }

    /// Shows the talk on the displays that the user has chosen, and keeps to them when some come or go.
    void show(Window owner) {
        home = Displays.of(owner);
        settle();
        Screen.getScreens().addListener(screens);
        picture.requestFocus();
    }

    /// Gives the audience its display and the speaker the other one.
    private void settle() {
        List<Rectangle2D> all = Displays.all();
        if (all.isEmpty()) {
            // While displays are being changed; there will be one again.
            return;
        }
        Displays displays = Displays.of(all, home, settings.audience());
        stage.setFullScreen(false);
        fill(displays.audience());
        stage.show();
        stage.setFullScreen(true);
        Rectangle2D own = displays.speaker();
        if (own == null) {
            speaker.hide();
        } else {
            speaker.show(own);
        }
        stage.requestFocus();
    }

    private void fill(Rectangle2D display) {
        stage.setX(display.getMinX());
        stage.setY(display.getMinY());
        stage.setWidth(display.getWidth());
        stage.setHeight(display.getHeight());
    }

    private void toNextDisplay() {
        List<Rectangle2D> all = Displays.all();
        Rectangle2D next = all.get((all.indexOf(Displays.of(stage)) + 1) % all.size());
        settings.setAudience(Displays.place(next));
        settle();
    }

    private void toggleSpeakersView() {
        if (speaker.isShowing()) {
            speaker.hide();
        } else {
            Rectangle2D own = Displays.of(Displays.all(), home, settings.audience()).speaker();
            speaker.show(own == null ? Displays.of(stage) : own);
        }
    }

    private void build(Window owner) {
        stage.setTitle(talk.lesson().title());
        stage.getIcons().setAll(Look.icons());
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        blank.getStyleClass().add("blank-screen");
        note.getStyleClass().add("presenter-note");
        note.setId("presenter-note");
        note.setMouseTransparent(true);
        faded.setMouseTransparent(true);
        band.setId("presenter-band");
        var root = new StackPane(page, blank);
        root.setId("presenter");
        var scene = new Scene(root, owner.getWidth(), owner.getHeight());
        var dressed = look.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::press);
        blank.visibleProperty().bind(keys.blankProperty());
        keys.digitsProperty().subscribe((_, _) -> showNote());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> talk.stop());
        stage.setScene(scene);
        new FilmClock(talk.playback());
        talk.movingProperty().subscribe(clock::run);
        talk.slideProperty().subscribe((_, _) -> showBand());
        talk.askingProperty().subscribe((_, _) -> showBand());
        var themed = look.themeProperty().subscribe((_, _) -> showBand());
        talk.awayProperty().subscribe(_ -> showNote());
        picture.shownProperty().subscribe((_, _) -> prepareNext());
        plot.busyProperty().subscribe((_, _) -> prepareNext());
        talk.playback().playingProperty().subscribe((_, _) -> prepareNext());
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> {
            // The look outlives the talk, and would keep its pictures.
            Subscription.combine(dressed, themed).unsubscribe();
            close();
        });
    }

    private void close() {
        Screen.getScreens().removeListener(screens);
        talk.playback().playingProperty().set(false);
        clock.stop();
        picture.close();
        plot.close();
        bands.close();
        speaker.close();
    }

    private void say(String sentence) {
        note.setText(sentence);
        note.setVisible(true);
    }

    private void showNote() {
        String digits = keys.digitsProperty().get();
        note.setText(digits.isEmpty() ? text("presenter.touched") : digits + " ⏎");
        note.setVisible(!digits.isEmpty() || talk.awayProperty().get());
    }

    private void tellScale(Talk given) {
        OptionalDouble scale = given.scale();
        say(scale.isEmpty() ? text("presenter.notScaled") : text("presenter.scale", scale.getAsDouble()));
    }

    /// Computes ahead what the next slide shows, while nothing moves and nothing else is computed.
    private void prepareNext() {
        int index = talk.slideProperty().get() + 1;
        boolean rests = !talk.movingProperty().get() && !talk.playback().isPlaying();
        if (index == talk.lesson().slides().size() || !rests || !isComplete()) {
            return;
        }
        Slide next = talk.lesson().slides().get(index);
        Document shown = next.shown();
        Consumer<Frame> ready = frame -> Platform.runLater(() -> speaker.showNext(index, page(index, frame)));
        if (shown.study().shown() == Shown.SCENE) {
            picture.prepare(shown, List.of(next.opening(), next.to().end()), ready);
        } else {
            plot.prepare(shown, ready);
        }
    }

    /// A whole page of the talk.
    private Frame page(int slide, Frame above) {
        return SlidePages.band(talk.lesson(), slide, false).page(above,
                (int) Math.round(page.getHeight() * picture.scale()));
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

    /// Whether all there is to show is one picture: a scene that is given by itself has the whole display.
    private boolean isBare() {
        List<Slide> slides = talk.lesson().slides();
        Slide first = slides.getFirst();
        return slides.size() == 1 && first.title().isBlank() && first.caption().isBlank() && !first.asks();
    }

    private void showBand() {
        double scale = picture.scale();
        int width = (int) Math.round(page.getWidth() * scale);
        int height = (int) Math.round(page.getHeight() * scale);
        if (width > 0 && height > 0 && !isBare()) {
            bands.request(new BandRequest(
                    SlidePages.band(talk.lesson(), talk.slideProperty().get(), talk.askingProperty().get()), width,
                    height, scale, look.themeProperty().get()));
        }
    }

    private void paintBand(BandRequest request) {
        var frame = request.band().alone(request.width(), request.pageHeight(), request.theme());
        var sheet = new PixelSheet(frame.viewport().width(), frame.viewport().height());
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
            int below = isBare() ? 0 : SlideBand.height(width, height);
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

    /// What keys do to the windows of the talk.
    private final class OnScreens implements TalkKeys.Screens {

        @Override
        public boolean letGo() {
            boolean dragged = picture.cancelDrag();
            selection.clear();
            return dragged;
        }

        @Override
        public void toNextDisplay() {
            PresenterWindow.this.toNextDisplay();
        }

        @Override
        public void toggleSpeakersView() {
            PresenterWindow.this.toggleSpeakersView();
        }

        @Override
        public void end() {
            stage.hide();
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
