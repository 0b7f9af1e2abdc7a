package scorescape.studio;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;

/// The stages of the told step, in order, the present one lit in the colour of what it shows. A click goes there.
final class StagePills extends HBox {

    private final Playback playback;
    private List<Stage> stages = List.of();

    StagePills(Playback playback) {
        this.playback = playback;
        getStyleClass().add("stage-pills");
        playback.playheadProperty().subscribe(this::show);
    }

    private void show(Playhead playhead) {
        if (!stages.equals(playback.stages())) {
            stages = playback.stages();
            getChildren().setAll(stages.stream().map(this::pill).toList());
        }
        for (int i = 0; i < stages.size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(stages.get(i) == playhead.stage());
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
