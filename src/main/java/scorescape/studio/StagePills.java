package scorescape.studio;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import scorescape.lesson.Stage;

/// The stages of the told step, in order, the present one lit in the colour of what it shows. A click goes there.
final class StagePills extends HBox {

    private final Playback playback;

    StagePills(Playback playback) {
        this.playback = playback;
        getStyleClass().add("stage-pills");
        playback.stagesProperty().subscribe(stages -> {
            getChildren().setAll(stages.stream().map(this::pill).toList());
            light();
        });
        playback.playheadProperty().subscribe(this::light);
    }

    private void light() {
        int present = playback.stages().indexOf(playback.playhead().stage());
        for (int i = 0; i < getChildren().size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(i == present);
        }
    }

    private ToggleButton pill(Stage stage) {
        StageText text = StageText.of(stage);
        ToggleButton pill = new ToggleButton(text.name());
        pill.setId("stage-" + stage.id());
        pill.getStyleClass().addAll("pill", RoleColours.styleClass(text.role()));
        pill.setTooltip(new Tooltip(text.help()));
        pill.setAccessibleHelp(text.help());
        pill.setMinWidth(USE_PREF_SIZE);
        pill.setOnAction(_ -> {
            playback.goTo(stage);
            pill.setSelected(true);
        });
        return pill;
    }
}
