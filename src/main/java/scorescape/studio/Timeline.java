package scorescape.studio;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Sampling;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

/// The film's controls: buttons, the stages of the told step, and a scrubber over the steps from noise to data.
final class Timeline extends VBox {

    private final Playback playback;
    private final Slider scrubber = new Slider();
    private final Label reading = new Label();
    private List<NoiseLevel> levels = List.of();
    private Sampling sampling;

    /// True while the scrubber is being set to show the playhead, not to move it.
    private boolean showing;

    Timeline(DocumentStore store, Playback playback, Commands commands) {
        this.playback = playback;
        sampling = store.current().sampling();
        getStyleClass().add("timeline");

        var buttons = new HBox(commands.stepBack.iconButton(MaterialDesignC.CHEVRON_DOUBLE_LEFT),
                commands.stageBack.iconButton(MaterialDesignC.CHEVRON_LEFT), playButton(commands.play),
                commands.stageForward.iconButton(MaterialDesignC.CHEVRON_RIGHT),
                commands.stepForward.iconButton(MaterialDesignC.CHEVRON_DOUBLE_RIGHT));
        buttons.getStyleClass().add("transport");
        var pills = new StagePills(playback);
        HBox.setHgrow(pills, Priority.ALWAYS);
        var controls = new HBox(buttons, pills);
        controls.getStyleClass().add("timeline-controls");
        controls.setAlignment(Pos.CENTER_LEFT);

        buildScrubber();
        reading.setId("step-reading");
        reading.setMinWidth(Region.USE_PREF_SIZE);
        reading.setTooltip(new Tooltip("The step, its time t from 1 (noise) to 0 (data), and the noise per data σ/α."));
        var ends = new BorderPane(reading, null, end("data"), null, end("noise"));
        getChildren().addAll(controls, scrubber, ends);

        store.subscribe(this::showDocument);
        playback.playheadProperty().subscribe(this::showPlayhead);
    }

    private static Label end(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("faint");
        return label;
    }

    private Button playButton(Command play) {
        Button button = play.iconButton(MaterialDesignP.PLAY);
        button.getStyleClass().add("play-button");
        FontIcon icon = (FontIcon) button.getGraphic();
        icon.iconCodeProperty()
                .bind(Bindings.when(playback.playingProperty())
                        .then(MaterialDesignP.PAUSE)
                        .otherwise(MaterialDesignP.PLAY));
        return button;
    }

    private void buildScrubber() {
        scrubber.setId("scrubber");
        scrubber.setAccessibleText("Step, from noise to data");
        scrubber.setTooltip(new Tooltip("The step that is told, from noise to data."));
        scrubber.setBlockIncrement(1);
        scrubber.valueProperty().subscribe((_, _) -> {
            int step = (int) Math.round(scrubber.getValue());
            if (!showing && step != playback.playhead().step()) {
                playback.goToStep(step);
            }
        });
        scrubber.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> playback.hold(true));
        scrubber.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            playback.hold(false);
            showPlayhead(playback.playhead());
        });
    }

    private void showDocument(Document document) {
        sampling = document.sampling();
        levels = document.levels();
        showPlayhead(playback.playhead());
    }

    private void showPlayhead(Playhead playhead) {
        int steps = levels.size() - 1;
        // The document is told of a shorter run before the playhead is.
        int step = Math.min(playhead.step(), steps - 1);
        reading.setText(text(step, steps, playhead.stage()));
        if (!scrubber.isPressed()) {
            showing = true;
            scrubber.setMax(Math.max(1, steps - 1));
            scrubber.setValue(step);
            showing = false;
        }
    }

    private String text(int step, int steps, Stage stage) {
        if (stage == Stage.END) {
            return "step %d of %d · x₀".formatted(steps, steps);
        }
        return String.format(Locale.ROOT, "step %d of %d · t = %.2f · σ/α = %.3g", step + 1, steps,
                sampling.grid().time(sampling.schedule(), step, steps), levels.get(step).ratio());
    }
}
