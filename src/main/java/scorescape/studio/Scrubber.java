package scorescape.studio;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import scorescape.lesson.Stage;

import static scorescape.text.Texts.text;

/// The run as a track from noise to data, with the step that is told marked on it and, where there is room, its stages.
///
/// A drag goes from step to step and stays in the same stage, so that one vector can be watched along the run. With Shift, or
/// where a step is wide, it goes through the stages.
final class Scrubber extends StackPane {

    /// Half of the width of the thumb, as in the style sheet.
    private static final double THUMB = 8;

    /// Widths of a stage on the track from which on stages are marked, and are gone through by a drag.
    private static final double STAGE_MARKED = 5;
    private static final double STAGE_GRABBED = 24;

    private static final double TICK = 3;

    private final Playback playback;
    private final Steps slider = new Steps();
    private final Track track = new Track();

    /// True while the slider is being set to show the playhead, not to move it.
    private boolean showing;

    private boolean dragged;

    Scrubber(Playback playback) {
        this.playback = playback;
        getStyleClass().add("scrubber");
        slider.setId("scrubber");
        slider.setAccessibleText(text("scrubber.slider.name"));
        slider.setTooltip(new Tooltip(text("scrubber.slider.help")));
        slider.setBlockIncrement(1);
        slider.valueProperty().subscribe((_, _) -> {
            if (!showing) {
                scrub(slider.getValue(), false);
            }
        });
        slider.addEventFilter(MouseEvent.ANY, this::onMouse);
        getChildren().addAll(track, slider);
        playback.playheadProperty().subscribe(this::follow);
        playback.stagesProperty().subscribe(track::requestLayout);
    }

    /// Where the first state is, in the coordinates of this node.
    double left() {
        return THUMB;
    }

    /// Where `x₀` is.
    double right() {
        return getWidth() - THUMB;
    }

    /// Goes to a place along the run.
    ///
    /// @param intoStages whether to the stages inside a step as well
    void scrub(double place, boolean intoStages) {
        if (intoStages || stageWidth() >= STAGE_GRABBED) {
            playback.scrubIntoStages(place);
        } else {
            playback.scrub(place);
        }
    }

    /// In place of the slider's own ways, which know nothing of stages. While it is dragged the thumb is where the pointer is.
    private void onMouse(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            if (!dragged) {
                dragged = true;
                slider.requestFocus();
                playback.hold(true);
            }
            double share = (event.getX() - left()) / (right() - left());
            double place = playback.steps() * Math.clamp(share, 0, 1);
            scrub(place, event.isShiftDown());
            show(place);
            event.consume();
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            dragged = false;
            playback.hold(false);
            follow();
            event.consume();
        }
    }

    private double stageWidth() {
        return (right() - left()) / playback.steps() / playback.stages().size();
    }

    private void follow() {
        if (!dragged) {
            show(playback.position());
        }
        track.requestLayout();
    }

    private void show(double place) {
        showing = true;
        slider.setMax(playback.steps());
        slider.setValue(place);
        showing = false;
    }

    /// A slider that goes by whole steps with keys, wherever inside a step it is.
    private final class Steps extends Slider {

        @Override
        public void increment() {
            playback.stepForward();
        }

        @Override
        public void decrement() {
            playback.stepBack();
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.VALUE_STRING
                    ? text("scrubber.step", playback.playhead().step() + 1, playback.steps())
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }

    /// What lies under the thumb.
    private final class Track extends Pane {

        private final Region all = region("track-all");
        private final Region passed = region("track-passed");
        private final Region told = region("track-told");
        private final Path stages = new Path();

        Track() {
            stages.getStyleClass().add("track-stages");
            stages.setManaged(false);
            setMouseTransparent(true);
            getChildren().addAll(all, told, passed, stages);
        }

        private static Region region(String style) {
            Region region = new Region();
            region.getStyleClass().add(style);
            region.setManaged(false);
            return region;
        }

        private double at(double position) {
            return left() + (right() - left()) * position / playback.steps();
        }

        @Override
        protected void layoutChildren() {
            double middle = 0.5 * getHeight();
            double end = at(Math.min(playback.position(), playback.steps()));
            place(all, left(), right(), middle, 4);
            place(passed, left(), end, middle, 4);
            place(told, at(playback.told()), Math.max(at(playback.told()) + 2, at(playback.told() + 1.0)), middle, 8);
            stages.getElements().clear();
            if (stageWidth() >= STAGE_MARKED) {
                double whole = playback.stages().stream().mapToDouble(Stage::seconds).sum();
                double before = 0;
                for (Stage stage : playback.stages()) {
                    double x = snapPositionX(at(playback.told() + before / whole));
                    stages.getElements().addAll(new MoveTo(x, middle - TICK), new LineTo(x, middle + TICK));
                    before += stage.seconds();
                }
            }
        }

        private void place(Region region, double from, double to, double middle, double height) {
            region.resizeRelocate(from, middle - 0.5 * height, Math.max(0, to - from), height);
        }
    }
}
