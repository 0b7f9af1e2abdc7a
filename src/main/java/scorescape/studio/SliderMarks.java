package scorescape.studio;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

/// Numbers under a slider, each below the place where the thumb shows it.
final class SliderMarks extends Region {

    private final Slider slider;
    private final List<Double> values;

    SliderMarks(Slider slider, List<Double> values) {
        this.slider = slider;
        this.values = List.copyOf(values);
        getStyleClass().add("slider-marks");
        getChildren().addAll(values.stream().map(SliderMarks::mark).toList());
        slider.widthProperty().subscribe((_, _) -> requestLayout());
    }

    private static Label mark(double value) {
        Label label = new Label(value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
        label.getStyleClass().add("faint");
        return label;
    }

    @Override
    protected void layoutChildren() {
        Node thumb = slider.lookup(".thumb");
        double thumbWidth = thumb == null ? 0 : thumb.getLayoutBounds().getWidth();
        double left = slider.snappedLeftInset() + thumbWidth / 2;
        double track = slider.getWidth() - left - slider.snappedRightInset() - thumbWidth / 2;
        for (int i = 0; i < values.size(); i++) {
            Label label = (Label) getChildren().get(i);
            label.autosize();
            double fraction = (values.get(i) - slider.getMin()) / (slider.getMax() - slider.getMin());
            double x = left + fraction * track - label.getWidth() / 2;
            label.relocate(snapPositionX(Math.clamp(x, 0, Math.max(0, getWidth() - label.getWidth()))), 0);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return labels().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
    }

    private Stream<Node> labels() {
        return getChildren().stream();
    }
}
