package scorescape.studio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.RecordedNoise.Use;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.LaneTitles;
import scorescape.document.Lesson;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.document.Study.Shown;
import scorescape.figure.FrameComputer;
import scorescape.figure.RunShapes;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;
import scorescape.studio.Recovery.LessonWork;
import scorescape.studio.Recovery.SceneWork;
import scorescape.studio.Recovery.Work;
import scorescape.studio.canvas.CanvasGestures;
import scorescape.studio.canvas.CanvasView;
import scorescape.studio.canvas.Editor;
import scorescape.studio.canvas.Selection;

import static scorescape.text.Texts.text;

/// The window: puts the panes together and passes on what happens between them. The panes know the store and the
/// playback, not each other.
final class StudioWindow implements Commands.Window {

    private static final Logger LOG = System.getLogger(StudioWindow.class.getName());
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double MIN_WIDTH = 840;
    private static final double MIN_HEIGHT = 520;

    private final Stage stage;
    private final Recovery recovery;
    private final Journal journal;
    private final OpenFile openFile;
    private final Executor files;

    /// Made when it is first asked for.
    private @Nullable GuideWindow guide;

    /// Whether the noise of a run is to be kept that is not on show yet.
    private boolean keepsNoise;

    private final Settings settings;
    private final Look look;
    private final DocumentStore store;
    private final Playback playback = new Playback();
    private final MessageBar messages = new MessageBar();
    private final SceneDesk scenes;
    private final LessonDesk lessons;
    private final LessonCommands lessonCommands;

    /// The lesson being given, if one is.
    private @Nullable PresenterWindow presenter;

    private final ExportDesk exports;
    private final Commands commands;
    private final PictureView picture;
    private final PlotView plot;
    private final MonotoneScale monotone;
    private final Inspector inspector;
    private final SidePane sidePane;
    private final FoldingPanes panes;
    private final FileDrop fileDrop;
    private final CanvasGestures gestures;
    private final CanvasView canvas;
    private final MainMenu menu;
    private final TopBar topBar;
    private final CommandPalette palette;
    private final Timeline timeline;
    private final ProbeView probes;

    /// @param recovery where unsaved changes are kept
    /// @param journal what a report of a mistake in the program is made from
    StudioWindow(Stage stage, Document document, Settings settings, Prompts prompts, Recovery recovery,
            Journal journal) {
        this.stage = stage;
        this.recovery = recovery;
        this.journal = journal;
        openFile = recovery.openFile();
        this.settings = settings;
        look = new Look(settings);
        store = new DocumentStore(document);
        // First of all listeners: whoever draws a shorter run must find the playhead inside it.
        var shapes = new RunShapes();
        store.subscribe(d -> playback.follow(shapes.of(d)));
        playback.tellFromStart(document.toldStep());

        files = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("files").factory());
        scenes = new SceneDesk(store, prompts, messages, settings, files, Platform::runLater, openFile,
                this::sceneOpened);
        lessons = new LessonDesk(store, playback, scenes, prompts, messages, settings, files, Platform::runLater);
        scenes.workWith(lessons);
        exports = new ExportDesk(this::view, prompts, messages, settings, Platform::runLater);
        var editor = new Editor(store, new Selection(store), messages::complain);
        gestures = new CanvasGestures(editor, RandomGenerator.getDefault());
        var canvasCommands =
                new CanvasCommands(gestures, () -> prompts.generated(store.current(), look.themeProperty().get())
                        .ifPresent(made -> {
                            if (made.replaces()) {
                                editor.replaceData(made.data());
                            } else {
                                editor.addData(made.data());
                            }
                        }));
        commands = new Commands(store, playback, scenes, exports, canvasCommands, this);
        picture = new PictureView(store, playback, this::pictureFailed);
        picture.shownProperty().subscribe(new FirstPicture(stage)::shown);
        picture.shownProperty().subscribe((_, _) -> {
            if (keepsNoise) {
                keepsNoise = false;
                keepNoise();
            }
        });
        plot = new PlotView(store, this::pictureFailed);
        monotone = new MonotoneScale(store, StudioWindow::scaleFailed);
        var present = new PresentLevel(store, playback);
        inspector = new Inspector(store, present, commands, picture, messages, settings, look,
                monotone.scaleProperty());
        canvas = new CanvasView(gestures, canvasCommands);
        picture.putAbove(canvas, gestures);
        probes = new ProbeView(store, messages, playback, present, gestures, canvas.placeProperty(),
                this::pictureFailed);
        picture.putOnTop(probes);
        picture.onTitle(this::revealDifference);
        timeline = new Timeline(playback, commands,
                new StatusLine(store, playback, present, canvas.placeProperty()), this::pictureFailed);
        sidePane = new SidePane(new DataPane(editor, canvasCommands),
                new SelectionPane(editor, canvasCommands, messages, scenes::chooseImage),
                new Section("section-layers", text("window.layers"), settings, new LayersPane(store, messages)));
        fileDrop = new FileDrop(picture, scenes);
        panes = new FoldingPanes(inspector, sidePane, timeline, settings, look);
        lessonCommands = new LessonCommands(lessons, () -> present(0), () -> present(lessons.forTalk().slide()));
        menu = new MainMenu(commands, store, scenes, look, settings, lessons, lessonCommands);
        topBar = new TopBar(store, scenes, commands, gestures, menu);
        palette = new CommandPalette(this::findings);
        build();
    }

    DocumentStore store() {
        return store;
    }

    Playback playback() {
        return playback;
    }

    PictureView picture() {
        return picture;
    }

    PlotView plot() {
        return plot;
    }

    Look look() {
        return look;
    }

    FileDrop fileDrop() {
        return fileDrop;
    }

    Commands commands() {
        return commands;
    }

    CanvasGestures gestures() {
        return gestures;
    }

    void show() {
        stage.show();
        if (!settings.complaint().isEmpty()) {
            messages.complain(settings.complaint());
        }
        picture.requestFocus();
        playback.playingProperty().set(!look.stillProperty().get() && store.current().study().shown() == Shown.SCENE);
    }

    /// Opens a scene or a lesson that comes with the program, or a file, with the changes to it that a program left behind
    /// which was killed.
    void open(String name) {
        Optional<Document> scene = Presets.named(name);
        Optional<Lesson> lesson = Lessons.named(name);
        if (scene.isPresent()) {
            recover(recovery::leftBehind, () -> scenes.openPreset(scene.get()));
        } else if (lesson.isPresent()) {
            recover(recovery::leftBehind, () -> lessons.openShipped(lesson.get()));
        } else {
            Path file = Path.of(name);
            recover(() -> recovery.leftBehindOf(file), () -> scenes.open(file));
        }
    }

    /// Opens what a program left behind that was killed, as changes that are not saved.
    void recover() {
        recover(recovery::leftBehind, () -> {});
    }

    private interface Search {
        Optional<Work> find() throws IOException;
    }

    private void recover(Search search, Runnable otherwise) {
        files.execute(() -> {
            Optional<Work> left = Optional.empty();
            try {
                left = search.find();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "what was left behind could not be read", e);
            }
            left.ifPresentOrElse(work -> Platform.runLater(() -> takeUp(work)),
                    () -> Platform.runLater(otherwise));
        });
    }

    private void takeUp(Work work) {
        switch (work) {
            case SceneWork scene -> scenes.recovered(scene);
            case LessonWork(Lesson lesson) -> {
                lessons.takeUp(lesson);
                messages.note(text("window.recoveredLesson"));
            }
        }
    }

    private void showTitle() {
        LessonDesk.State lesson = lessons.stateProperty().get();
        stage.setTitle(text("window.title", lesson == null ? scenes.title() : lesson.lesson().title()));
    }

    private void sceneOpened(Document scene) {
        playback.tellFromStart(scene.toldStep());
        lessons.sceneOpened();
    }

    /// Gives the lesson, or the scene if none is open.
    private void present(int first) {
        playback.playingProperty().set(false);
        if (presenter != null) {
            presenter.stage().hide();
        }
        presenter = new PresenterWindow(lessons.forTalk().lesson(), first, look, settings, stage, this::pictureFailed);
        presenter.show(stage);
    }

    LessonDesk lessons() {
        return lessons;
    }

    /// The last one that was opened, or null.
    @Nullable
    PresenterWindow presenter() {
        return presenter;
    }

    /// What is not saved yet, if anything.
    private Optional<Work> unsaved() {
        if (lessons.isOpen()) {
            return lessons.unsaved().map(LessonWork::new);
        }
        return store.isModified() ? Optional.of(new SceneWork(store.current(), openFile.origin())) : Optional.empty();
    }

    private void build() {
        picture.themeProperty().bind(look.themeProperty());
        picture.sharpnessProperty().bind(look.sharpnessProperty());
        look.stillProperty().subscribe(playback::showStills);
        plot.themeProperty().bind(look.themeProperty());
        timeline.themeProperty().bind(look.themeProperty());
        picture.shownProperty().subscribe(timeline::follow);
        store.subscribe(d -> {
            // A film that nobody sees need not play.
            if (d.study().shown() != Shown.SCENE) {
                playback.playingProperty().set(false);
            }
        });
        var letGo = commands.letGo.textButton(commands.letGo.name());
        letGo.getStyleClass().add("let-go");
        letGo.visibleProperty().bind(commands.letGo.enabledProperty());
        var notices = new VBox(messages, new ExportBar(exports), new Hints(settings, store, playback));
        notices.getStyleClass().add("notices");
        notices.setPickOnBounds(false);
        notices.setFillWidth(false);
        notices.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var middle = new StackPane(picture, letGo, plot, notices, palette);
        StackPane.setAlignment(letGo, Pos.TOP_RIGHT);
        StackPane.setAlignment(notices, Pos.TOP_CENTER);
        StackPane.setAlignment(palette, Pos.TOP_CENTER);
        var content = new BorderPane(middle, topBar, inspector, timeline,
                new HBox(new LessonPane(lessons, lessonCommands, look, messages), sidePane));
        content.getStyleClass().add("studio");
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(content, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        look.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, new FilmKeys(scene, commands, this::nudges));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, new CanvasKeys(commands.canvas, gestures));
        if (System.getProperty("os.name").startsWith("Linux")) {
            scene.addEventHandler(KeyEvent.KEY_PRESSED, new MenuKeys(scene));
        }
        fileDrop.listen(scene);
        panes.follow(scene, content);
        new FilmClock(playback);

        stage.setScene(scene);
        Optional<WindowPlace> place = settings.window();
        // On a small screen the frame of the window would be outside.
        place.ifPresentOrElse(before -> before.apply(stage),
                () -> stage.setMaximized(screen.getWidth() <= WIDTH && screen.getHeight() <= HEIGHT));
        look.scaleProperty().subscribe(scale -> {
            stage.setMinWidth(Math.min(MIN_WIDTH * scale, screen.getWidth()));
            stage.setMinHeight(Math.min(MIN_HEIGHT * scale, screen.getHeight()));
            panes.showCurve();
        });
        store.subscribe(_ -> showTitle());
        scenes.fileProperty().subscribe(_ -> showTitle());
        lessons.stateProperty().subscribe((before, now) -> {
            showTitle();
            if ((before == null) != (now == null)) {
                panes.lessonOpened(now != null);
            }
        });
        EventHandler<WindowEvent> closing = event -> {
            event.consume();
            quit();
        };
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, closing);
        var autosave = new Autosave(recovery, files, Platform::runLater, messages, this::unsaved, scenes::checkFile);
        Subscription focus = stage.focusedProperty().subscribe((_, focused) -> {
            if (focused) {
                scenes.checkFile();
            }
        });
        EventHandler<WindowEvent> hidden = new EventHandler<>() {
            @Override
            public void handle(WindowEvent event) {
                settings.setWindow(WindowPlace.of(stage, place));
                close();
                // The stage may show something else, and would keep this.
                stage.removeEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, closing);
                stage.removeEventHandler(WindowEvent.WINDOW_HIDDEN, this);
                focus.unsubscribe();
                autosave.close();
            }
        };
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden);
    }

    private void close() {
        playback.playingProperty().set(false);
        look.close();
        picture.close();
        plot.close();
        monotone.close();
        timeline.close();
        probes.close();
        if (presenter != null) {
            presenter.stage().hide();
        }
    }

    @Override
    public void quit() {
        exports.whenIdle(() -> scenes.whenSafe(stage::hide));
    }

    private ExportDesk.View view() {
        return new ExportDesk.View(store.current().withToldStep(playback.told()), playback.playhead(),
                picture.pixelWidth(), picture.pixelHeight(), picture.themeProperty().get(), lessons.seen());
    }

    /// Arrows move what is selected while the picture has the focus.
    private boolean nudges(KeyEvent event) {
        return picture.isFocused() && canvas.nudges(event);
    }

    /// Leads to the setting in which the lanes differ.
    private void revealDifference() {
        LaneTitles.first(store.current()).map(difference -> switch (difference) {
            case SAMPLER -> "#sampler";
            case STEPS -> "#steps-field";
            case SCALE -> "#guidance-scale-field";
            case RULE -> "#rule";
            case SCHEDULE -> "#schedule";
            case GRID -> "#grid";
            case MODEL -> "#model";
        }).map(inspector::lookup).ifPresent(Reveal::reveal);
    }

    @Override
    public void openPalette() {
        palette.open();
    }

    private List<Finding> findings() {
        List<Command> more = new ArrayList<>(commands.canvas.all());
        more.addAll(commands.film());
        more.addAll(commands.lanes.all());
        return Findings.of(menu, more, List.of(topBar, sidePane, inspector, timeline));
    }

    @Override
    public void toggleInspector() {
        panes.toggleInspector();
    }

    @Override
    public void toggleSidePane() {
        panes.toggleSidePane();
    }

    @Override
    public void toggleCurve() {
        panes.toggleCurve();
    }

    @Override
    public void openGuide() {
        guide().show();
    }

    @Override
    public void openNews() {
        guide().showNews();
    }

    private GuideWindow guide() {
        if (guide == null) {
            guide = new GuideWindow(look, stage);
        }
        return guide;
    }

    /// A mistake in the program that nobody caught, on any thread.
    void unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "unexpected", failure);
        Platform.runLater(() -> messages.complain(text("window.failure", failure)));
    }

    @Override
    public void copyDiagnostics() {
        var text = new ClipboardContent();
        text.putString(journal.diagnostics());
        Clipboard.getSystemClipboard().setContent(text);
        messages.note(text("window.diagnosticsCopied"));
    }

    private static void scaleFailed(RuntimeException failure) {
        // Nothing that was asked for: the mark on the slider stays away.
        LOG.log(Level.WARNING, "the largest monotone scale could not be found", failure);
    }

    /// As soon as the picture shows the scene as it is.
    @Override
    public void keepNoise() {
        Picture shown = picture.shownProperty().get();
        if (shown != null && shown.request().document().equals(store.current().withToldStep(playback.told()))) {
            Map<Use, Vec2> noise = FrameComputer.recordedNoise(shown.request().document(), shown.trajectory());
            store.edit(new Object(), d -> d.withSampling(d.sampling().withRecorded(noise)));
        } else {
            keepsNoise = true;
        }
    }

    private void pictureFailed(RuntimeException failure) {
        LOG.log(Level.ERROR, "a picture could not be made", failure);
        messages.complain(text("window.pictureFailed", failure.getMessage()));
    }
}
