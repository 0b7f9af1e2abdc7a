package scorescape.studio;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.document.Document;
import scorescape.figure.Backdrop;
import scorescape.figure.FramePainter;
import scorescape.figure.Theme;
import scorescape.figure.plot.RunQuantity;
import scorescape.figure.plot.RunStrip;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;
import scorescape.text.Numerals;

import static scorescape.text.Texts.text;

/// Under the scrubber: its ticks, and the curve of a quantity along the run on show, with the value at the present step.
///
/// The runs are those that the picture was made of, so nothing is computed twice; ticks and curve are painted on a thread of
/// their own. Only the marker moves with the film.
final class StripView extends Region {

    private static final double HEIGHT = 74;

    /// With the ticks alone.
    private static final double LOW = 21;

    /// Where the value is written: at the left, where it covers nothing.
    private static final double VALUE_LEFT = 6;
    private static final double VALUE_BOTTOM = 8;

    private static final double DOT = 3.5;

    /// @param left of the picture where the first state is, in units of the window
    private record Request(Trajectory run, OptionalDouble prior, RunQuantity quantity, boolean curve, double width,
            double left, double right, double scale, Theme theme) {

        /// The same run is the same object, so its steps need not be compared.
        @SuppressWarnings("ReferenceEquality")
        boolean shows(Request other) {
            return run == other.run && prior.equals(other.prior) && quantity == other.quantity
                    && curve == other.curve && width == other.width && left == other.left && right == other.right
                    && scale == other.scale && theme == other.theme;
        }
    }

    /// @param points where the curve is at each step, in units of the window
    private record Painted(Request request, List<Double> values, List<Vec2> points, PixelSheet sheet) {}

    private final Playback playback;
    private final ImageView image = new ImageView();
    private final Line marker = new Line();
    private final Circle dot = new Circle(DOT);
    private final Label value = new Label();
    private final ObjectProperty<RunQuantity> quantity = new SimpleObjectProperty<>(RunQuantity.DIFFERENCE);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final LatestTask<Request> task;
    private boolean curve = true;
    private double left;
    private double right;
    private @Nullable Picture picture;
    private @Nullable Request asked;
    private @Nullable Painted shown;

    /// @param failed told on the JavaFX thread when the curve cannot be made
    StripView(Playback playback, Consumer<RuntimeException> failed) {
        this.playback = playback;
        task = new LatestTask<>("strip", this::make, e -> Platform.runLater(() -> failed.accept(e)));
        setId("strip");
        marker.setId("strip-marker");
        marker.getStyleClass().add("strip-marker");
        value.setId("strip-value");
        value.getStyleClass().addAll("strip-value", RoleColours.styleClass(quantity.get().role()));
        image.setMouseTransparent(true);
        marker.setMouseTransparent(true);
        value.setMouseTransparent(true);
        dot.setMouseTransparent(true);
        getChildren().addAll(image, marker, dot, value);
        // None of them changes how much room there is to be for the strip.
        getChildren().forEach(node -> node.setManaged(false));
        quantity.subscribe((_, _) -> request());
        theme.subscribe((_, _) -> request());
        widthProperty().subscribe((_, _) -> request());
        sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe((_, _) -> request());
        playback.playheadProperty().subscribe(this::requestLayout);
    }

    ObjectProperty<RunQuantity> quantityProperty() {
        return quantity;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Whether there is a curve, or the ticks alone.
    void showCurve(boolean show) {
        curve = show;
        setMinHeight(show ? HEIGHT : LOW);
        setPrefHeight(show ? HEIGHT : LOW);
        request();
    }

    /// Goes along with the scrubber: its first and last places, in the units of this view.
    void align(double newLeft, double newRight) {
        left = newLeft;
        right = newRight;
        request();
    }

    /// A press or drag on the strip goes to a place along the run.
    void scrubWith(DoubleConsumer scrub) {
        addEventHandler(MouseEvent.ANY, event -> {
            if ((event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED)
                    && event.isPrimaryButtonDown() && right > left) {
                scrub.accept(playback.steps() * Math.clamp((event.getX() - left) / (right - left), 0, 1));
            }
        });
    }

    /// Takes over the run of a picture that has come into view.
    void follow(@Nullable Picture newPicture) {
        picture = newPicture;
        request();
    }

    void close() {
        task.close();
    }

    private void request() {
        Picture now = picture;
        if (now == null || right <= left || getWidth() < 1) {
            return;
        }
        Document document = now.request().document();
        OptionalInt label = document.guidance().guidingClass();
        var request = new Request(now.trajectory(),
                label.isPresent()
                        ? OptionalDouble.of(document.data().prior(label.getAsInt()))
                        : OptionalDouble.empty(),
                quantity.get(), curve, getWidth(), left, right, scale(), theme.get());
        if (asked == null || !asked.shows(request)) {
            asked = request;
            task.request(request);
        }
    }

    private double scale() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getRenderScaleX() * getLocalToSceneTransform().getMxx();
    }

    private void make(Request request) {
        double scale = request.scale();
        var sheet = new PixelSheet((int) Math.ceil(request.width() * scale),
                (int) Math.ceil((request.curve() ? HEIGHT : LOW) * scale));
        var strip = new RunStrip(request.run().steps().size(), sheet.painted().getWidth(),
                sheet.painted().getHeight(), request.left() * scale, request.right() * scale, scale);
        double[] values = request.quantity().along(request.run(), request.prior());
        Graphics2D graphics = sheet.painted().createGraphics();
        try {
            FramePainter.paint(graphics,
                    request.curve()
                            ? strip.frame(request.quantity(), values, request.theme())
                            : strip.ruler(request.theme()),
                    Backdrop.CLEAR);
        } finally {
            graphics.dispose();
        }
        List<Vec2> points = strip.points(request.quantity(), values).stream().map(at -> at.times(1 / scale)).toList();
        Platform.runLater(() -> show(new Painted(request, Arrays.stream(values).boxed().toList(), points, sheet)));
    }

    private void show(Painted painted) {
        Painted before = shown;
        shown = painted;
        RunQuantity told = painted.request().quantity();
        if (before == null || told != before.request().quantity()) {
            value.getStyleClass().setAll("strip-value", RoleColours.styleClass(told.role()));
            dot.getStyleClass().setAll("strip-dot", RoleColours.styleClass(told.role()));
        }
        image.setImage(painted.sheet().show());
        image.setFitWidth(painted.sheet().painted().getWidth() / painted.request().scale());
        image.setFitHeight(painted.sheet().painted().getHeight() / painted.request().scale());
        requestLayout();
    }

    /// The step whose value is told, or −1 if there is none.
    private int toldStep() {
        Painted now = shown;
        int step = playback.playhead().step();
        return now != null && now.request().curve() && playback.position() < playback.steps()
                && step < now.values().size() && Double.isFinite(now.values().get(step)) ? step : -1;
    }

    @Override
    protected void layoutChildren() {
        double x = left + (right - left) * playback.position() / playback.steps();
        marker.setVisible(shown != null && shown.request().curve());
        marker.setStartX(x);
        marker.setEndX(x);
        marker.setStartY(LOW);
        marker.setEndY(getHeight() - 2);
        int step = toldStep();
        dot.setVisible(step >= 0);
        value.setVisible(step >= 0);
        setAccessibleText(text("strip.name"));
        if (step < 0 || shown == null) {
            return;
        }
        RunQuantity told = shown.request().quantity();
        value.setText(Numerals.format("%.4g", shown.values().get(step)));
        setAccessibleText(told.title() + " = " + value.getText());
        Vec2 point = shown.points().get(step);
        dot.setCenterX(point.x());
        dot.setCenterY(point.y());
        value.autosize();
        value.relocate(VALUE_LEFT, snapPositionY(getHeight() - value.getHeight() - VALUE_BOTTOM));
    }
}
