package scorescape.studio;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;
import scorescape.text.Numerals;

import static scorescape.text.Texts.text;

/// The line at the foot of the window: what is wrong with the schedule, if anything, the present step, and where the pointer
/// is in the plane.
final class StatusLine extends HBox {

    /// Pixels across a usual picture, of which the digits of coordinates tell one from the next.
    private static final double RESOLUTION = 1000;

    private static final int MOST_DIGITS = 8;

    private final DocumentStore store;
    private final Playback playback;
    private final PresentLevel present;
    private final Label reading = new Label();
    private final Label warning = new Label();
    private final Label pointer = new Label();

    /// @param place of the pointer in the plane, null while it is elsewhere
    StatusLine(DocumentStore store, Playback playback, PresentLevel present, ObservableValue<@Nullable Vec2> place) {
        this.store = store;
        this.playback = playback;
        this.present = present;
        reading.setId("step-reading");
        reading.setMinWidth(Region.USE_PREF_SIZE);
        reading.setTooltip(new Tooltip(text("status.reading.help")));
        warning.setId("status-warning");
        warning.getStyleClass().add("status-warning");
        var warningHelp = new Tooltip();
        warning.setTooltip(warningHelp);
        warning.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        pointer.setId("pointer-reading");
        pointer.getStyleClass().add("faint");
        pointer.setTooltip(new Tooltip(text("status.pointer.help")));
        // Equal room at both sides keeps the middle in the middle.
        for (Label side : List.of(warning, pointer)) {
            side.setPrefWidth(0);
            side.setMinWidth(0);
            side.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        pointer.setAlignment(Pos.CENTER_RIGHT);
        setAlignment(Pos.CENTER);
        getChildren().addAll(warning, reading, pointer);
        store.subscribe(document -> {
            warning.setVisible(!document.schedule().endsInNoise());
            warning.setText(SchedulePane.warning(document.schedule()));
            warningHelp.setText(warning.getText());
            showStep();
        });
        playback.playheadProperty().subscribe(this::showStep);
        present.levelProperty().subscribe(this::showStep);
        place.subscribe(this::showPointer);
    }

    private void showStep() {
        int steps = present.levels().size() - 1;
        Playhead playhead = playback.playhead();
        // The document is told of a shorter run before the playhead is.
        int step = Math.min(playhead.step(), steps - 1);
        Document document = store.current();
        reading.setText(playhead.stage() == Stage.END
                ? text("status.end", steps, steps)
                : text("status.step", step + 1, steps,
                        document.sampling().grid().time(document.schedule(), step, steps),
                        present.levels().get(step).ratio()));
    }

    private void showPointer(@Nullable Vec2 at) {
        if (at == null) {
            pointer.setText("");
            return;
        }
        Document document = store.current();
        int digits = Math.clamp((int) Math.ceil(-Math.log10(document.camera().width() / RESOLUTION)), 0, MOST_DIGITS);
        String name = switch (document.coordinates()) {
            case STATE -> "x";
            case RESCALED -> "x/α";
        };
        String form = "%s = (%." + digits + "f, %." + digits + "f)";
        pointer.setText(Numerals.format(form, name, at.x(), at.y()));
    }
}
