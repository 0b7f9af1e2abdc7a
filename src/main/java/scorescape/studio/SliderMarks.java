package scorescape.studio;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// What stands under a slider: a tick at the default, and a few numbers, each below the place where the thumb shows it.
final class SliderMarks extends Region {

    private static final double TICK_HEIGHT = 4;
    private static final double HINT_WIDTH = 9;
    private static final double HINT_HEIGHT = 9;

    /// How far a hint reaches into the slider above.
    private static final double HINT_RISE = 2;

    private final Slider slider;
    private final List<Double> values;
    private final double defaultValue;
    private final SliderScale scale;
    private final Region tick = new Region();
    private final Region hint = new Region();
    private final Tooltip hintHelp = new Tooltip();
    private double hinted = Double.NaN;

    SliderMarks(Slider slider, List<Double> values, double defaultValue, SliderScale scale) {
        this.slider = slider;
        this.values = List.copyOf(values);
        this.defaultValue = defaultValue;
        this.scale = scale;
        tick.getStyleClass().add("default-tick");
        hint.getStyleClass().add("hint-tick");
        hint.setVisible(false);
        Tooltip.install(hint, hintHelp);
        getChildren().addAll(tick, hint);
        getChildren().addAll(values.stream().map(SliderMarks::mark).toList());
        slider.widthProperty().subscribe((_, _) -> requestLayout());
    }

    /// Shows a tick at a value, with a sentence on it.
    ///
    /// @param value NaN for none
    void showHint(double value, String help) {
        hint.setVisible(value >= scale.parameter().usualMin() && value <= scale.parameter().usualMax());
        if (hint.isVisible()) {
            hintHelp.setText(help);
            hint.setAccessibleText(help);
        }
        if (Double.compare(value, hinted) != 0) {
            hinted = value;
            requestLayout();
        }
    }

    private static Label mark(double value) {
        Label label = new Label(value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
        label.getStyleClass().add("faint");
        return label;
    }

    @Override
    protected void layoutChildren() {
        tick.resizeRelocate(snapPositionX(place(defaultValue)) - 1, 0, 2, TICK_HEIGHT);
        if (hint.isVisible()) {
            hint.resizeRelocate(snapPositionX(place(hinted)) - 0.5 * HINT_WIDTH, -HINT_RISE, HINT_WIDTH, HINT_HEIGHT);
        }
        for (int i = 0; i < values.size(); i++) {
            Label label = (Label) getChildren().get(i + 2);
            label.autosize();
            double x = place(values.get(i)) - label.getWidth() / 2;
            label.relocate(snapPositionX(Math.clamp(x, 0, Math.max(0, getWidth() - label.getWidth()))), TICK_HEIGHT);
        }
    }

    private double place(double value) {
        Node thumb = slider.lookup(".thumb");
        double thumbWidth = thumb == null ? 0 : thumb.getLayoutBounds().getWidth();
        double left = slider.snappedLeftInset() + thumbWidth / 2;
        double track = slider.getWidth() - left - slider.snappedRightInset() - thumbWidth / 2;
        return left + (scale.position(value) - scale.min()) / (scale.max() - scale.min()) * track;
    }

    @Override
    protected double computePrefHeight(double width) {
        return TICK_HEIGHT + getChildren().stream()
                .filter(Label.class::isInstance)
                .mapToDouble(label -> label.prefHeight(-1))
                .max()
                .orElse(0);
    }
}
