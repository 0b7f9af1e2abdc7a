package scorescape.studio;

import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import static scorescape.text.Texts.text;

/// How heavy a component is beside the others: half full at the mean of the others' weights, and dragged to change it.
///
/// With `f` the full part, `w = m f/(1 − f)` for the mean `m` of the others, so no weight is out of reach.
final class WeightBar extends Region {

    private static final double LEAST = 0.02;
    private static final double THICKNESS = 5;

    private final Region full = new Region();
    private final Tooltip tooltip = new Tooltip();
    private double part;
    private double mean = 1;

    /// @param dragged told the weight wanted, again and again
    /// @param released told when a drag ends
    WeightBar(DoubleConsumer dragged, Runnable released) {
        getStyleClass().add("weight-bar");
        full.getStyleClass().add("weight-full");
        full.setMouseTransparent(true);
        getChildren().add(full);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(text("weight.name"));
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> drag(event, dragged));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(event, dragged));
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            released.run();
            event.consume();
        });
        // A click would select the row.
        addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    }

    /// @param meanOfOthers 0 if there are none, so that the bar cannot be dragged
    void show(double weight, double meanOfOthers, String colour, String help) {
        mean = meanOfOthers;
        part = weight / (weight + meanOfOthers);
        full.setStyle("-fx-background-color: " + colour + ";");
        tooltip.setText(help);
        setAccessibleHelp(help);
        setDisable(meanOfOthers == 0);
        requestLayout();
    }

    private void drag(MouseEvent event, DoubleConsumer dragged) {
        if (event.isPrimaryButtonDown()) {
            double f = Math.clamp(event.getX() / getWidth(), LEAST, 1 - LEAST);
            dragged.accept(mean * f / (1 - f));
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        full.resizeRelocate(0, 0.5 * (getHeight() - THICKNESS), Math.max(2, part * getWidth()), THICKNESS);
    }
}
