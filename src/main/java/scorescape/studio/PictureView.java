package scorescape.studio;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;
import scorescape.studio.PictureWorker.Request;
import scorescape.studio.canvas.CanvasGestures;
import scorescape.studio.canvas.CanvasView;

/// The picture of the document at the playhead, always the newest that the worker has painted.
///
/// Nothing is computed here: every change is a request to the worker, and what it delivers is swapped into view. While
/// the window is being resized the last picture stays centred, as its plane does.
final class PictureView extends Region {

    private final DocumentStore store;
    private final Playback playback;
    private final PictureWorker worker;
    private final ImageView image = new ImageView();
    private final StateHandle handle;
    private final List<AxisHandle> axis;
    private @Nullable CanvasView over;
    private @Nullable ProbeView probes;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final DoubleProperty enlargement = new SimpleDoubleProperty(1);
    private final ObjectProperty<Double> sharpness = new SimpleObjectProperty<>(1.0);
    private final ReadOnlyObjectWrapper<@Nullable Picture> shown = new ReadOnlyObjectWrapper<>();

    private final ObjectProperty<@Nullable Role> lit = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Role> pointed = new ReadOnlyObjectWrapper<>();

    /// How near the pointer is to a mark that it points at, in units of the window.
    private static final double REACH = 5;

    /// @param failed told on the JavaFX thread when a picture cannot be made
    PictureView(DocumentStore store, Playback playback, Consumer<RuntimeException> failed) {
        this.store = store;
        this.playback = playback;
        worker = new PictureWorker(Platform::runLater, this::show, e -> Platform.runLater(() -> failed.accept(e)));
        handle = new StateHandle(store, playback);
        axis = List.of(new AxisHandle(store, true), new AxisHandle(store, false));
        setId("picture");
        getStyleClass().add("picture");
        setAccessibleText("The picture of the scene");
        setFocusTraversable(true);
        setMinSize(0, 0);
        getChildren().addAll(image, handle);
        getChildren().addAll(axis);

        store.subscribe(_ -> request());
        playback.playheadProperty().subscribe((_, _) -> request());
        theme.subscribe((_, _) -> request());
        lit.subscribe((_, _) -> request());
        sharpness.subscribe((_, _) -> request());
        enlargement.subscribe((_, _) -> request());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointed.set(null));
        widthProperty().subscribe((_, _) -> request());
        heightProperty().subscribe((_, _) -> request());
        sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe((_, _) -> request());
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    }

    /// Puts the canvas between the picture and the handle of `x_t`, which shares the mouse with it.
    void putAbove(CanvasView canvas, CanvasGestures gestures) {
        getChildren().add(getChildren().indexOf(handle), canvas);
        canvas.resize(getWidth(), getHeight());
        canvas.listenOn(this);
        handle.shareWith(gestures::claims);
        over = canvas;
    }

    /// Puts the probes above all else.
    void putOnTop(ProbeView newProbes) {
        getChildren().add(newProbes);
        probes = newProbes;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// What stands out in the picture while it is pointed at elsewhere, or null.
    ObjectProperty<@Nullable Role> litProperty() {
        return lit;
    }

    /// What the mark under the pointer stands for, or null.
    ReadOnlyObjectProperty<@Nullable Role> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    private void point(MouseEvent event) {
        Picture picture = shown.get();
        if (picture != null) {
            double scale = picture.request().scale();
            var pixel = new Vec2(scale * (event.getX() - image.getLayoutX()),
                    scale * (event.getY() - image.getLayoutY()));
            pointed.set(picture.frame().roleAt(pixel, REACH * scale));
        }
    }

    /// The picture on show, null until the first one is painted.
    ReadOnlyObjectProperty<@Nullable Picture> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Pixels of the picture for each of the screen, at most 1.
    ObjectProperty<Double> sharpnessProperty() {
        return sharpness;
    }

    /// How much larger than usual type and lines are, 1 unless it is set.
    DoubleProperty enlargementProperty() {
        return enlargement;
    }

    /// Width of the picture, in pixels of the screen.
    int pixelWidth() {
        return (int) Math.round(getWidth() * scale());
    }

    /// Height of the picture, in pixels of the screen.
    int pixelHeight() {
        return (int) Math.round(getHeight() * scale());
    }

    void close() {
        worker.close();
    }

    private void request() {
        double fineness = scale() * sharpness.get();
        int width = (int) Math.round(getWidth() * fineness);
        int height = (int) Math.round(getHeight() * fineness);
        if (width > 0 && height > 0) {
            // The film of the view may tell another step than the films that the document exports.
            Document document = store.current().withToldStep(playback.told());
            worker.request(
                    new Request(document, playback.playhead(), width, height, fineness, theme.get(),
                            lit.get(), enlargement.get()));
        }
    }

    /// Pixels of the screen per unit of this view.
    double scale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getRenderScaleX() * getLocalToSceneTransform().getMxx();
    }

    private void show(Picture picture) {
        image.setImage(picture.sheet().show());
        image.setFitWidth(picture.request().width() / picture.request().scale());
        image.setFitHeight(picture.request().height() / picture.request().scale());
        Picture before = shown.get();
        if (before != null) {
            worker.release(before);
        }
        shown.set(picture);
        handle.follow(picture);
        axis.forEach(end -> end.follow(picture));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (over != null) {
            over.resizeRelocate(0, 0, getWidth(), getHeight());
        }
        if (probes != null) {
            probes.resizeRelocate(0, 0, getWidth(), getHeight());
        }
        Point2D middle = localToScene(0.5 * (getWidth() - image.getFitWidth()),
                0.5 * (getHeight() - image.getFitHeight()));
        // On whole pixels of the screen, at any scale of the window; otherwise the picture is blurred.
        Point2D corner = sceneToLocal(snapPositionX(middle.getX()), snapPositionY(middle.getY()));
        image.relocate(corner.getX(), corner.getY());
    }
}
