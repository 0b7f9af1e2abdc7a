package scorescape.studio;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What the picture is of: the data, and below it more sections, at the left of the picture.
final class SidePane extends ScrollPane implements Reveal.Folding {

    SidePane(Node... sections) {
        setId("side-pane");
        getStyleClass().add("side-pane");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        managedProperty().bind(visibleProperty());
        var column = new VBox(sections);
        column.getStyleClass().add("sections");
        setContent(column);
        Sections.paintChangesAlone(this);
    }

    @Override
    public void unfold(boolean show) {
        setVisible(show);
    }
}
