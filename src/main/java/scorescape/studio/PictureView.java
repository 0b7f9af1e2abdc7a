package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.LaneTitles;
import scorescape.document.Layer;
import scorescape.figure.Frame;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.lesson.Playhead;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;
import scorescape.studio.PictureWorker.Request;
import scorescape.studio.canvas.CanvasGestures;
import scorescape.studio.canvas.CanvasView;

import static scorescape.text.Texts.text;

/// The picture of the document at the playhead, always the newest that the worker has painted.
///
/// Nothing is computed here: every change is a request to the worker, and what it delivers is swapped into view. While
/// the window is being resized the last picture stays centred, as its plane does. Where lanes are compared, everything that can
/// be grabbed lies over the active one; a press on another makes that the active one.
final class PictureView extends Region {

    private final DocumentStore store;
    private final Playback playback;
    private final PictureWorker worker;
    private final ImageView image = new ImageView();
    private final StateHandle handle;
    private final List<AxisHandle> axis;

    /// Over the scene's own lane, or over all of the picture: canvas, handles.
    private final Pane active = new Active();

    private final Rectangle edge = new Rectangle();
    private final Region ring = new Region();

    /// Over the other lanes, in their order.
    private final List<Region> others = new ArrayList<>();

    /// Over the titles of all lanes.
    private final List<Region> titles = new ArrayList<>();
    private Runnable titleChosen = () -> {};

    /// Of the lane that a drag of `x_t` began in, null while there is none.
    private @Nullable Bounds dragged;

    private @Nullable CanvasView over;
    private @Nullable CanvasGestures gestures;
    private @Nullable ProbeView probes;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final DoubleProperty enlargement = new SimpleDoubleProperty(1);
    private final ObjectProperty<Double> sharpness = new SimpleObjectProperty<>(1.0);
    private final ReadOnlyObjectWrapper<@Nullable Picture> shown = new ReadOnlyObjectWrapper<>();

    private final ObjectProperty<@Nullable Role> lit = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Role> pointed = new ReadOnlyObjectWrapper<>();

    private final class Active extends Pane {

        @Override
        protected void layoutChildren() {
            if (over != null) {
                over.resizeRelocate(0, 0, getWidth(), getHeight());
            }
        }
    }

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
        setAccessibleText(text("picture.name"));
        setFocusTraversable(true);
        setMinSize(0, 0);
        ring.getStyleClass().add("lane-ring");
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        active.setPickOnBounds(false);
        active.getChildren().add(handle);
        active.getChildren().addAll(axis);
        getChildren().addAll(image, active, ring);
        // What is grabbed may be outside of the picture. Without a clip the whole window would grow with it, and be painted anew
        // with each picture.
        var bounds = new Rectangle();
        bounds.widthProperty().bind(widthProperty());
        bounds.heightProperty().bind(heightProperty());
        setClip(bounds);

        store.subscribe(_ -> request());
        playback.playheadProperty().subscribe((_, _) -> request());
        theme.subscribe((_, _) -> request());
        lit.subscribe((_, _) -> request());
        pointed.subscribe((_, _) -> {
            if (store.current().layers().shows(Layer.EQUATION)) {
                request();
            }
        });
        sharpness.subscribe((_, _) -> request());
        enlargement.subscribe((_, _) -> request());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            pointed.set(null);
            lit.set(null);
        });
        widthProperty().subscribe((_, _) -> request());
        heightProperty().subscribe((_, _) -> request());
        sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe((_, _) -> request());
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    }

    /// Puts the canvas between the picture and the handle of `x_t`, which shares the mouse with it.
    void putAbove(CanvasView canvas, CanvasGestures itsGestures) {
        active.getChildren().add(active.getChildren().indexOf(handle), canvas);
        canvas.resize(getWidth(), getHeight());
        canvas.listenOn(this, canvas);
        handle.shareWith(itsGestures::claims);
        over = canvas;
        gestures = itsGestures;
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
            Role term = picture.frame().termAt(pixel);
            lit.set(term);
            pointed.set(term == null ? picture.frame().roleAt(pixel, REACH * scale) : null);
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

    /// Takes back what is being dragged.
    ///
    /// @return whether anything was
    boolean cancelDrag() {
        if (gestures != null && gestures.isActive()) {
            gestures.cancel();
            return true;
        }
        return handle.cancelDrag() || axis.stream().anyMatch(AxisHandle::cancelDrag);
    }

    /// Computes ahead what will be shown of a scene; a picture that is asked for comes first.
    ///
    /// @param ready told of the last of them, on any thread
    void prepare(Document document, List<Playhead> moments, Consumer<Frame> ready) {
        if (isComplete()) {
            worker.prepare(moments.stream().map(moment -> request(document, moment)).toList(), ready);
        }
    }

    /// Whether the newest picture that was asked for is on show.
    boolean isComplete() {
        Picture picture = shown.get();
        return picture != null && picture.request().equals(wanted());
    }

    void close() {
        worker.close();
    }

    private void request() {
        Request wanted = wanted();
        if (wanted.width() > 0 && wanted.height() > 0) {
            worker.request(wanted);
        }
    }

    private Request wanted() {
        // The film of the view may tell another step than the films that the document exports.
        return request(store.current().withToldStep(playback.told()), playback.playhead());
    }

    private Request request(Document document, Playhead playhead) {
        double fineness = scale() * sharpness.get();
        return new Request(document, playhead, (int) Math.round(getWidth() * fineness),
                (int) Math.round(getHeight() * fineness), fineness, theme.get(), lit.get(),
                document.layers().shows(Layer.EQUATION) ? pointed.get() : null, enlargement.get());
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
        showLanes(picture);
        if (before == null || !isLaidOutAs(picture, before)) {
            requestLayout();
        }
    }

    private static boolean isLaidOutAs(Picture picture, Picture other) {
        Request request = picture.request();
        Request before = other.request();
        return request.width() == before.width() && request.height() == before.height()
                && request.scale() == before.scale() && picture.lanes().equals(other.lanes())
                && request.document().view().comparison().place() == before.document().view().comparison().place();
    }

    /// @param action done when the title of a lane is clicked, which is then the active one
    void onTitle(Runnable action) {
        titleChosen = action;
    }

    private void showLanes(Picture picture) {
        Document document = picture.request().document();
        List<String> names = picture.frame().lanes().isEmpty() ? List.of() : LaneTitles.of(document);
        int place = document.view().comparison().place();
        ring.setVisible(!names.isEmpty());
        active.setClip(names.isEmpty() ? null : edge);
        fill(others, Math.max(0, names.size() - 1), this::lane);
        fill(titles, names.size(), this::title);
        for (int i = 0; i < names.size(); i++) {
            Region title = titles.get(i);
            title.setId("lane-title-" + (i + 1));
            title.setUserData(i);
            title.setAccessibleText(text("picture.laneTitle.name", i + 1, names.get(i)));
            if (i != place) {
                Region lane = others.get(i < place ? i : i - 1);
                lane.setId("lane-" + (i + 1));
                lane.setUserData(i);
                lane.setAccessibleText(text("picture.lane.name", i + 1, names.get(i)));
            }
        }
    }

    private void fill(List<Region> regions, int count, Supplier<Region> maker) {
        while (regions.size() > count) {
            getChildren().remove(regions.removeLast());
        }
        while (regions.size() < count) {
            Region region = maker.get();
            regions.add(region);
            getChildren().add(getChildren().indexOf(ring), region);
        }
    }

    /// What lies over a lane that is not the active one.
    private Region lane() {
        Region lane = pressable("lane", text("picture.lane.use"), text("picture.lane.help"), this::activate);
        lane.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> grab(lane, event));
        lane.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (dragged != null) {
                handle.dragTo(inLane(dragged, event));
            }
        });
        lane.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> {
            if (dragged != null) {
                dragged = null;
                handle.release();
            }
        });
        if (over != null) {
            over.listenOn(lane, lane);
        }
        return lane;
    }

    private void grab(Region lane, MouseEvent event) {
        Picture picture = shown.get();
        int index = (int) lane.getUserData();
        if (event.getButton() == MouseButton.PRIMARY && picture != null && isThere(index)) {
            Bounds place = place(picture.lanes().get(index));
            if (handle.grab(picture, index, inLane(place, event))) {
                dragged = place;
            }
        }
    }

    private Vec2 inLane(Bounds lane, MouseEvent event) {
        Point2D at = sceneToLocal(event.getSceneX(), event.getSceneY());
        return new Vec2(at.getX() - lane.minX(), at.getY() - lane.minY());
    }

    private Region title() {
        return pressable("lane-title", text("picture.laneTitle.use"), text("picture.laneTitle.help"), lane -> {
            activate(lane);
            titleChosen.run();
        });
    }

    /// The picture may show lanes that the scene has no more.
    private boolean isThere(int lane) {
        return lane < store.current().view().comparison().size();
    }

    private void activate(int lane) {
        if (isThere(lane)) {
            store.edit(new Object(), d -> d.withActiveLane(lane));
        }
    }

    /// A region for a lane that can be pressed.
    ///
    /// @param action told the place of the lane
    private static Region pressable(String style, String help, String tooltip, IntConsumer action) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setAccessibleRole(AccessibleRole.BUTTON);
        region.setAccessibleHelp(help);
        Tooltip.install(region, new Tooltip(tooltip));
        region.setFocusTraversable(true);
        region.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                action.accept((int) region.getUserData());
            }
        });
        region.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                action.accept((int) region.getUserData());
                event.consume();
            }
        });
        return region;
    }

    /// Where a lane is, in the units of this view.
    private Bounds place(Bounds lane) {
        return new Bounds(lane.minX() + image.getLayoutX(), lane.minY() + image.getLayoutY(),
                lane.maxX() + image.getLayoutX(), lane.maxY() + image.getLayoutY());
    }

    /// The place in the plane at a point of the scene of the window, null if it is not over the active picture.
    @Nullable
    Vec2 planeAt(double sceneX, double sceneY) {
        Point2D at = active.sceneToLocal(sceneX, sceneY);
        boolean inside = isVisible() && at.getX() >= 0 && at.getY() >= 0 && at.getX() <= active.getWidth()
                && at.getY() <= active.getHeight();
        return inside
                ? Viewport.of(store.current().camera(), (int) active.getWidth(), (int) active.getHeight())
                        .toData(new Vec2(at.getX(), at.getY()))
                : null;
    }

    @Override
    protected void layoutChildren() {
        Point2D middle = localToScene(0.5 * (getWidth() - image.getFitWidth()),
                0.5 * (getHeight() - image.getFitHeight()));
        // On whole pixels of the screen, at any scale of the window; otherwise the picture is blurred.
        Point2D corner = sceneToLocal(snapPositionX(middle.getX()), snapPositionY(middle.getY()));
        image.relocate(corner.getX(), corner.getY());
        Picture picture = shown.get();
        List<Bounds> lanes = picture == null ? List.of() : picture.lanes();
        Bounds own = new Bounds(0, 0, getWidth(), getHeight());
        if (picture != null && !lanes.isEmpty()) {
            int place = picture.request().document().view().comparison().place();
            own = place(lanes.get(place));
            for (Region other : others) {
                Bounds lane = place(lanes.get((int) other.getUserData()));
                other.resizeRelocate(lane.minX(), lane.minY(), lane.width(), lane.height());
            }
            double room = lanes.getFirst().minY();
            for (Region title : titles) {
                Bounds lane = place(lanes.get((int) title.getUserData()));
                title.resizeRelocate(lane.minX(), lane.minY() - room, lane.width(), room);
            }
        }
        active.resizeRelocate(own.minX(), own.minY(), own.width(), own.height());
        ring.resizeRelocate(own.minX(), own.minY(), own.width(), own.height());
        if (probes != null) {
            probes.resizeRelocate(0, 0, getWidth(), getHeight());
            probes.showIn(own);
        }
        edge.setWidth(own.width());
        edge.setHeight(own.height());
    }
}
