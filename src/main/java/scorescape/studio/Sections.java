package scorescape.studio;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The few building blocks that all sections of the inspector share.
final class Sections {

    private Sections() {}

    /// Has a pane paint only what changes in it. The toolkit would keep an image of all that is seen of it, which makes
    /// scrolling fast, and paint that anew for each number that changes.
    static void paintChangesAlone(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> {
            if (skin != null) {
                pane.lookup(".viewport").setCache(false);
            }
        });
    }

    static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("heading");
        return label;
    }

    /// A name on the left and what belongs to it on the right.
    static HBox row(Node name, Node... right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(name, gap);
        row.getChildren().addAll(right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }
}
