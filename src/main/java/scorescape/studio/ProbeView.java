package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.analysis.PointReading;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.DiffusionProcess;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.View;
import scorescape.figure.Plane;
import scorescape.figure.Viewport;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.studio.canvas.CanvasGestures;
import scorescape.studio.canvas.Tool;

import static scorescape.text.Texts.text;

/// Numbers at points of the picture: under the pointer while the probe is the tool, and where it was clicked.
///
/// A pinned probe is part of the scene: it is saved and undone, and stays at its place in the picture while time and scene
/// change; its numbers follow. They are computed on a thread of their own.
final class ProbeView extends Pane {

    private static final double RADIUS = 5;

    private record ModelKey(DataDistribution data, ScoreModel scores, NoiseLevel level) {}

    /// @param places in the plane of the picture
    private record Request(Document document, int step, NoiseLevel from, NoiseLevel to, List<Vec2> places) {}

    /// A point with its panel.
    private final class Pin {

        private Vec2 place;
        private final ProbePanel panel;
        private final Circle mark = new Circle(RADIUS);
        private final Line leader = new Line();

        Pin(Vec2 place, boolean pinned) {
            this.place = place;
            panel = new ProbePanel(pinned ? () -> unpin(this.place) : null);
            panel.setVisible(false);
            mark.getStyleClass().add("probe-mark");
            leader.getStyleClass().add("probe-leader");
            mark.setMouseTransparent(true);
            leader.setMouseTransparent(true);
            mark.setManaged(false);
            leader.setManaged(false);
        }

        /// @param taken by other panels; that of this one is added
        void lay(Viewport viewport, List<Bounds> taken) {
            panel.autosize();
            Vec2 at = viewport.toPixel(place).plus(new Vec2(lane.minX(), lane.minY()));
            boolean seen = lane.contains(at);
            panel.setVisible(seen && panel.isFilled());
            mark.setVisible(seen);
            leader.setVisible(panel.isVisible());
            if (!seen) {
                return;
            }
            mark.setCenterX(at.x());
            mark.setCenterY(at.y());
            Bounds place = PanelPlaces.place(at, new Vec2(panel.getWidth(), panel.getHeight()),
                    new Vec2(getWidth(), getHeight()), taken);
            if (panel.isVisible()) {
                taken.add(place);
            }
            panel.relocate(snapPositionX(place.minX()), snapPositionY(place.minY()));
            leader.setStartX(at.x());
            leader.setStartY(at.y());
            leader.setEndX(Math.clamp(at.x(), place.minX(), place.maxX()));
            leader.setEndY(Math.clamp(at.y(), place.minY(), place.maxY()));
        }
    }

    private final DocumentStore store;
    private final Messages messages;
    private final Playback playback;
    private final PresentLevel present;
    private final CanvasGestures gestures;
    private final ObservableValue<@Nullable Vec2> pointer;
    private final LatestTask<Request> task;
    private final List<Pin> pins = new ArrayList<>();
    private @Nullable Pin hovering;
    private Bounds lane = new Bounds(0, 0, 1, 1);

    /// Confined to the worker thread.
    private @Nullable ModelKey prepared;
    private @Nullable DiffusionProcess model;

    /// @param pointer where it is in the plane of the picture, null while it is elsewhere
    /// @param failed told on the JavaFX thread when numbers cannot be computed
    ProbeView(DocumentStore store, Messages messages, Playback playback, PresentLevel present, CanvasGestures gestures,
            ObservableValue<@Nullable Vec2> pointer, Consumer<RuntimeException> failed) {
        this.store = store;
        this.messages = messages;
        this.playback = playback;
        this.present = present;
        this.gestures = gestures;
        this.pointer = pointer;
        task = new LatestTask<>("probes", this::make, e -> Platform.runLater(() -> failed.accept(e)));
        setId("probes");
        setPickOnBounds(false);
        store.subscribe(this::follow);
        playback.playheadProperty().subscribe(this::request);
        pointer.subscribe(this::hover);
        gestures.toolProperty().subscribe(this::hover);
        gestures.onProbe(this::pin);
    }

    /// @param newLane the part of this view that shows the scene; panels may lie outside of it
    void showIn(Bounds newLane) {
        if (!newLane.equals(lane)) {
            lane = newLane;
            requestLayout();
        }
    }

    void close() {
        task.close();
    }

    private void hover() {
        Vec2 at = pointer.getValue();
        if (at == null || gestures.toolProperty().get() != Tool.PROBE || gestures.isActive()) {
            if (hovering != null) {
                leave(hovering);
                hovering = null;
            }
        } else {
            if (hovering == null) {
                hovering = new Pin(at, false);
                getChildren().add(hovering.panel);
            }
            // The numbers before stay until the new ones are there.
            hovering.place = at;
            request();
            requestLayout();
        }
    }

    private void pin(Vec2 place) {
        List<Vec2> there = store.current().view().probes();
        if (there.size() == View.MAX_PROBES) {
            messages.complain(text("probe.tooMany", View.MAX_PROBES));
        } else if (!there.contains(place)) {
            store.edit(new Object(),
                    document -> document.withProbes(Stream.concat(there.stream(), Stream.of(place)).toList()));
        }
    }

    private void unpin(Vec2 place) {
        store.edit(new Object(), document -> document.withProbes(
                document.view().probes().stream().filter(probe -> !probe.equals(place)).toList()));
    }

    /// Shows the pins of the scene, those that were there before as they are.
    private void follow(Document document) {
        List<Vec2> places = document.view().probes();
        for (Pin pin : List.copyOf(pins)) {
            if (!places.contains(pin.place)) {
                pins.remove(pin);
                leave(pin);
            }
        }
        for (Vec2 place : places) {
            if (pins.stream().noneMatch(pin -> pin.place.equals(place))) {
                var pin = new Pin(place, true);
                pins.add(pin);
                // No line is drawn across a panel.
                getChildren().addAll(0, List.of(pin.leader, pin.mark));
                getChildren().add(pin.panel);
            }
        }
        request();
    }

    private void leave(Pin pin) {
        getChildren().removeAll(pin.leader, pin.mark, pin.panel);
    }

    private List<Pin> shown() {
        List<Pin> all = new ArrayList<>(pins);
        if (hovering != null) {
            all.add(hovering);
        }
        return all;
    }

    private void request() {
        List<Pin> all = shown();
        if (all.isEmpty()) {
            return;
        }
        List<NoiseLevel> levels = present.levels();
        int step = Math.min(playback.playhead().step(), levels.size() - 2);
        task.request(new Request(store.current(), step, levels.get(step), levels.get(step + 1),
                all.stream().map(pin -> pin.place).toList()));
    }

    private void make(Request request) {
        Document document = request.document();
        var key = new ModelKey(document.data(), document.sampling().model(), request.from());
        DiffusionProcess ready = model;
        if (ready == null || !key.equals(prepared)) {
            ready = new DiffusionProcess(key.data(), List.of(key.level(), NoiseLevel.CLEAN), key.scores());
            model = ready;
            prepared = key;
        }
        var position = new GuidancePosition(request.step(), document.steps(), request.from(), request.to());
        List<PointReading> readings = new ArrayList<>();
        for (Vec2 place : request.places()) {
            readings.add(PointReading.at(ready, document.guidance(), position,
                    Plane.state(document.coordinates(), request.from(), place)));
        }
        Platform.runLater(() -> show(request, readings));
    }

    /// A probe that has gone, or come, since the request is left alone.
    private void show(Request request, List<PointReading> readings) {
        for (Pin pin : shown()) {
            int index = request.places().lastIndexOf(pin.place);
            if (index >= 0) {
                pin.panel.show(readings.get(index), request.document());
            }
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Viewport viewport = Viewport.of(store.current().camera(), Math.max(1, (int) Math.round(lane.width())),
                Math.max(1, (int) Math.round(lane.height())));
        List<Bounds> taken = new ArrayList<>();
        shown().forEach(pin -> pin.lay(viewport, taken));
    }
}
