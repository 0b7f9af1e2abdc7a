package scorescape.studio;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import scorescape.document.DocumentStore;

/// The settings of the run and the numbers of the present step, in sections.
final class Inspector extends ScrollPane {

    Inspector(DocumentStore store, Commands commands, PictureView picture, Messages messages) {
        setId("inspector-pane");
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        managedProperty().bind(visibleProperty());
        var sections = new VBox(new GuidancePane(store, messages), new StudyPane(store, messages),
                new PredictionPane(picture.shownProperty()),
                new SamplingPane(store, commands, messages));
        sections.getStyleClass().add("sections");
        setContent(sections);
    }
}
