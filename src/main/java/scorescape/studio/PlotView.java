package scorescape.studio;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Study.Shown;
import scorescape.figure.Frame;
import scorescape.figure.FramePainter;
import scorescape.figure.Memo;
import scorescape.figure.Theme;
import scorescape.figure.plot.StudyComputer;

import static scorescape.text.Texts.text;

/// The plot that the scene's study shows, in the place of the picture; not there while the picture is shown.
///
/// Computed and painted on a thread of its own, coarse first. A newer request stops the one at work.
final class PlotView extends Region {

    private record Request(Document document, int width, int height, double scale, Theme theme) {}

    /// A plot to compute.
    ///
    /// @param ready told of it if it is not to be shown yet, else null
    private record Order(Request request, @Nullable Consumer<Frame> ready) {}

    /// Complete plots that are kept: that on show, one that is prepared, and the one before.
    private static final int PLOTS = 3;

    /// Distance of the word of patience from the lower right corner, in units of the window.
    private static final double BUSY_MARGIN = 6;

    private final DocumentStore store;
    private final ImageView image = new ImageView();

    /// That of the plot which is or will be on show, else null.
    private @Nullable Request newest;

    /// Told while a plot is not complete.
    private final Label busy = new Label(text("plot.busy"));
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.SCENE);
    private final LatestTask<Order> task;

    /// Confined to the worker thread.
    private final StudyComputer computer = new StudyComputer();

    /// Confined to the worker thread.
    private final Memo<Request, Frame> complete = new Memo<>(PLOTS);

    /// @param failed told on the JavaFX thread when a plot cannot be made
    PlotView(DocumentStore store, Consumer<RuntimeException> failed) {
        this.store = store;
        task = new LatestTask<>("plots", this::make, e -> Platform.runLater(() -> failed.accept(e)));
        setId("plot");
        getStyleClass().add("picture");
        setMinSize(0, 0);
        busy.setId("plot-busy");
        busy.getStyleClass().add("faint");
        busy.setMouseTransparent(true);
        busy.setVisible(false);
        getChildren().addAll(image, busy);
        setVisible(false);
        store.subscribe(_ -> request());
        theme.subscribe((_, _) -> request());
        widthProperty().subscribe((_, _) -> request());
        heightProperty().subscribe((_, _) -> request());
        sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe((_, _) -> request());
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Which plot is on show, complete or not; [Shown#SCENE] until the first one is.
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Whether a plot is being computed that is to be shown.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.visibleProperty();
    }

    /// Whether the whole of the newest plot that was asked for is on show.
    boolean isComplete() {
        return !busy.isVisible() && shown.get() == store.current().study().shown();
    }

    void close() {
        task.close();
    }

    private void request() {
        Request wanted = request(store.current());
        Shown kind = wanted.document().study().shown();
        setVisible(kind != Shown.SCENE);
        setAccessibleText(kind.help());
        if (isVisible() && wanted.width() > 0 && wanted.height() > 0) {
            newest = wanted;
            busy.setVisible(true);
            task.request(new Order(wanted, null));
        } else {
            newest = null;
            busy.setVisible(false);
            image.setImage(null);
            shown.set(Shown.SCENE);
        }
    }

    private Request request(Document document) {
        double scale = scale();
        return new Request(document, (int) Math.round(getWidth() * scale), (int) Math.round(getHeight() * scale), scale,
                theme.get());
    }

    /// Computes the plot of a scene that will be shown; a plot that is asked for comes first.
    ///
    /// @param ready told of it, on any thread
    void prepare(Document document, Consumer<Frame> ready) {
        if (!busy.isVisible()) {
            task.requestIfNoneWaits(new Order(request(document), ready));
        }
    }

    private double scale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getRenderScaleX() * getLocalToSceneTransform().getMxx();
    }

    private void make(Order order) {
        Request request = order.request();
        Consumer<Frame> ready = order.ready();
        Consumer<Frame> early = ready == null ? frame -> paint(request, frame, false) : _ -> {};
        try {
            Frame frame = complete.get(request, _ -> computer.compute(request.document(), request.width(),
                    request.height(), request.theme(), early, task::isOvertaken));
            if (ready == null) {
                paint(request, frame, true);
            } else {
                ready.accept(frame);
            }
        } catch (CancellationException e) {
            // A newer plot is wanted.
        }
    }

    private void paint(Request request, Frame frame, boolean complete) {
        var sheet = new PixelSheet(request.width(), request.height());
        FramePainter.paint(sheet.painted(), frame);
        Platform.runLater(() -> show(request, sheet, complete));
    }

    private void show(Request request, PixelSheet sheet, boolean isComplete) {
        if (request.equals(newest)) {
            busy.setVisible(!isComplete);
            image.setImage(sheet.show());
            image.setFitWidth(request.width() / request.scale());
            image.setFitHeight(request.height() / request.scale());
            shown.set(request.document().study().shown());
        }
    }

    @Override
    protected void layoutChildren() {
        image.relocate(0, 0);
        busy.autosize();
        busy.relocate(snapPositionX(getWidth() - busy.getWidth() - BUSY_MARGIN),
                snapPositionY(getHeight() - busy.getHeight() - BUSY_MARGIN));
    }
}
