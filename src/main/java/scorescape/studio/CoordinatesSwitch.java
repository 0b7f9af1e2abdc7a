package scorescape.studio;

import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import scorescape.document.Document.Coordinates;
import scorescape.document.DocumentStore;

import static scorescape.text.Texts.text;

/// In which coordinates states are drawn: as they are, or divided by α so that steps go straight to the prediction.
final class CoordinatesSwitch extends HBox {

    CoordinatesSwitch(DocumentStore store) {
        setMinWidth(USE_PREF_SIZE);
        ToggleButton rescaled = segment(store, Coordinates.RESCALED, "xₜ / αₜ", "left-pill",
                text("coordinates.rescaled.help"));
        ToggleButton state = segment(store, Coordinates.STATE, "xₜ", "right-pill", text("coordinates.state.help"));
        getChildren().addAll(rescaled, state);
        store.subscribe(document -> {
            rescaled.setSelected(document.coordinates() == Coordinates.RESCALED);
            state.setSelected(document.coordinates() == Coordinates.STATE);
        });
    }

    private static ToggleButton segment(DocumentStore store, Coordinates coordinates, String text, String styleClass,
            String help) {
        ToggleButton segment = new ToggleButton(text);
        segment.setId("coordinates-" + coordinates.name().toLowerCase(Locale.ROOT));
        segment.getStyleClass().add(styleClass);
        segment.setTooltip(new Tooltip(help));
        segment.setAccessibleHelp(help);
        segment.setOnAction(_ -> {
            store.edit(new Object(), d -> d.withCoordinates(coordinates));
            segment.setSelected(true);
        });
        return segment;
    }
}
