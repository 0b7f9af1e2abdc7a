package scorescape.studio;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import static scorescape.text.Texts.text;

/// A part of a side panel that folds away under its heading. Whether it is folded is remembered.
final class Section extends VBox implements Reveal.Folding {

    private final String title;
    private final Button heading = new Button();
    private final FontIcon arrow = new FontIcon(MaterialDesignC.CHEVRON_DOWN);
    private final VBox body;

    /// @param id of the section; its heading's has `-heading` after it
    Section(String id, String title, Settings settings, Node... content) {
        this.title = title;
        setId(id);
        getStyleClass().add("section");
        heading.setId(id + "-heading");
        heading.setText(title);
        heading.setGraphic(arrow);
        heading.getStyleClass().add("section-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setTooltip(new Tooltip(text("section.heading.help")));
        heading.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        heading.setOnAction(_ -> {
            unfold(!isUnfolded());
            settings.setUnfolded(id, isUnfolded());
        });
        body = new VBox(content);
        body.getStyleClass().add("section-body");
        body.managedProperty().bind(body.visibleProperty());
        getChildren().addAll(heading, body);
        unfold(settings.isUnfolded(id));
    }

    boolean isUnfolded() {
        return body.isVisible();
    }

    String title() {
        return title;
    }

    /// What folds away.
    Node body() {
        return body;
    }

    @Override
    public void unfold(boolean show) {
        body.setVisible(show);
        arrow.setIconCode(show ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
        heading.setAccessibleText(text(show ? "section.unfolded" : "section.folded", title));
    }
}
