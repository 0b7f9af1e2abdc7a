package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// A small plot of a curve, with a line where the film is, and knots to drag if the curve is drawn by hand.
///
/// A knot is moved with the mouse or the arrow keys and removed by Delete or a click with the other button; a double
/// click adds one.
final class CurveEditor extends Region {

    private static final double HEIGHT = 104;
    private static final double MARGIN = 7;
    private static final double KNOT = 5;

    /// How far an arrow key moves a knot, as a part of the plot.
    private static final double NUDGE = 0.02;

    /// What becomes of the knots.
    interface Edits {

        /// @param gesture the same object for all moves of one drag
        /// @param to in the coordinates of the curve, inside the plot
        void move(Object gesture, int knot, Vec2 to);

        void add(Vec2 at);

        void remove(int knot);

        void endGesture();
    }

    /// What is shown.
    ///
    /// @param frame the part of the plane of the curve that the plot shows
    /// @param line points of the curve
    /// @param knots none if the curve is not drawn by hand
    /// @param present where the film is along the first coordinate
    record Curve(Bounds frame, List<Vec2> line, List<Vec2> knots, double present) {

        Curve {
            line = List.copyOf(line);
            knots = List.copyOf(knots);
        }
    }

    private final @Nullable Edits edits;
    private final Polyline line = new Polyline();
    private final Line present = new Line();
    private final Line zero = new Line();
    private final List<Circle> knots = new ArrayList<>();
    private final Label top = new Label();
    private final Label left = new Label(text("curve.noise"));
    private final Label right = new Label(text("curve.data"));
    private @Nullable Curve curve;

    /// @param name what is plotted, for the corner and for screen readers
    /// @param edits null for a curve that only follows
    CurveEditor(String id, String name, String help, @Nullable Edits edits) {
        this.edits = edits;
        setId(id);
        getStyleClass().add("curve");
        setAccessibleText(name);
        setAccessibleHelp(help);
        Tooltip.install(this, new Tooltip(help));
        line.getStyleClass().add("curve-line");
        present.getStyleClass().add("curve-present");
        zero.getStyleClass().add("curve-zero");
        top.setText(name);
        for (Label label : List.of(top, left, right)) {
            label.getStyleClass().add("faint");
            label.setMouseTransparent(true);
        }
        getChildren().addAll(zero, present, line, top, left, right);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        if (edits != null) {
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                    edits.add(toCurve(event.getX(), event.getY()));
                }
            });
        }
    }

    void show(Curve now) {
        curve = now;
        while (knots.size() < now.knots().size()) {
            Circle knot = knot(knots.size());
            knots.add(knot);
            getChildren().add(knot);
        }
        while (knots.size() > now.knots().size()) {
            getChildren().remove(knots.removeLast());
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (curve == null) {
            return;
        }
        List<Double> corners = new ArrayList<>();
        for (Vec2 point : curve.line()) {
            corners.add(x(point.x()));
            corners.add(y(point.y()));
        }
        line.getPoints().setAll(corners);
        place(present, x(curve.present()), MARGIN, x(curve.present()), getHeight() - MARGIN);
        place(zero, MARGIN, y(0), getWidth() - MARGIN, y(0));
        for (int i = 0; i < knots.size(); i++) {
            Vec2 knot = curve.knots().get(i);
            knots.get(i).setCenterX(x(knot.x()));
            knots.get(i).setCenterY(y(knot.y()));
            knots.get(i).setAccessibleText(text("curve.knot.name", i + 1, knot.x(), knot.y()));
        }
        for (Label label : List.of(top, left, right)) {
            label.autosize();
        }
        top.relocate(MARGIN, 2);
        left.relocate(MARGIN, getHeight() - left.getHeight() - 2);
        right.relocate(getWidth() - right.getWidth() - MARGIN, getHeight() - right.getHeight() - 2);
    }

    private static void place(Line line, double startX, double startY, double endX, double endY) {
        line.setStartX(startX);
        line.setStartY(startY);
        line.setEndX(endX);
        line.setEndY(endY);
    }

    private Circle knot(int index) {
        var knot = new Circle(KNOT);
        knot.setId(getId() + "-knot-" + index);
        knot.getStyleClass().add("knot");
        knot.setFocusTraversable(true);
        knot.setCursor(Cursor.HAND);
        knot.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            knot.requestFocus();
            if (event.getButton() == MouseButton.SECONDARY && edits != null) {
                edits.remove(index);
            }
            event.consume();
        });
        knot.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        knot.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                move(knot, index, toCurve(event.getX(), event.getY()));
            }
            event.consume();
        });
        knot.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> endGesture());
        knot.addEventHandler(KeyEvent.KEY_PRESSED, event -> onKey(knot, index, event));
        knot.addEventHandler(KeyEvent.KEY_RELEASED, _ -> endGesture());
        return knot;
    }

    private void onKey(Circle knot, int index, KeyEvent event) {
        if (curve == null || index >= curve.knots().size()) {
            return;
        }
        double dx = NUDGE * curve.frame().width();
        double dy = NUDGE * curve.frame().height();
        Vec2 at = curve.knots().get(index);
        switch (event.getCode()) {
            case LEFT -> move(knot, index, at.plus(new Vec2(-dx, 0)));
            case RIGHT -> move(knot, index, at.plus(new Vec2(dx, 0)));
            case UP -> move(knot, index, at.plus(new Vec2(0, dy)));
            case DOWN -> move(knot, index, at.plus(new Vec2(0, -dy)));
            case DELETE, BACK_SPACE -> {
                if (edits != null) {
                    edits.remove(index);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(Circle knot, int index, Vec2 to) {
        if (edits != null && curve != null) {
            Bounds frame = curve.frame();
            edits.move(knot, index, new Vec2(Math.clamp(to.x(), frame.minX(), frame.maxX()),
                    Math.clamp(to.y(), frame.minY(), frame.maxY())));
        }
    }

    private void endGesture() {
        if (edits != null) {
            edits.endGesture();
        }
    }

    private Vec2 toCurve(double x, double y) {
        if (curve == null) {
            return Vec2.ZERO;
        }
        Bounds frame = curve.frame();
        return new Vec2(frame.minX() + (x - MARGIN) / (getWidth() - 2 * MARGIN) * frame.width(),
                frame.maxY() - (y - MARGIN) / (getHeight() - 2 * MARGIN) * frame.height());
    }

    private double x(double value) {
        Bounds frame = curve == null ? new Bounds(0, 0, 1, 1) : curve.frame();
        return MARGIN + (Math.clamp(value, frame.minX(), frame.maxX()) - frame.minX()) / frame.width()
                * (getWidth() - 2 * MARGIN);
    }

    private double y(double value) {
        Bounds frame = curve == null ? new Bounds(0, 0, 1, 1) : curve.frame();
        return MARGIN + (frame.maxY() - Math.clamp(value, frame.minY(), frame.maxY())) / frame.height()
                * (getHeight() - 2 * MARGIN);
    }
}
