package scorescape.studio;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import static scorescape.text.Texts.text;

/// One sentence to the user, above the picture and in nobody's way. A note goes by itself, a complaint stays until it
/// is closed or something newer is said.
final class MessageBar extends HBox implements Messages {

    private static final Duration NOTE_STAYS = Duration.seconds(5);
    private static final PseudoClass COMPLAINT = PseudoClass.getPseudoClass("complaint");

    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final PauseTransition stay = new PauseTransition(NOTE_STAYS);

    MessageBar() {
        setId("message-bar");
        getStyleClass().addAll("notice", "message-bar");
        text.setId("message");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        close.setId("close-message");
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(text("message.close.name"));
        close.setTooltip(new Tooltip(text("message.close.help")));
        close.setOnAction(_ -> close());
        getChildren().addAll(icon, text, close);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        stay.setOnFinished(_ -> close());
    }

    @Override
    public void note(String sentence) {
        show(sentence, false);
        stay.playFromStart();
    }

    @Override
    public void complain(String sentence) {
        stay.stop();
        show(sentence, true);
    }

    void close() {
        setVisible(false);
    }

    private void show(String sentence, boolean complaint) {
        icon.setIconCode(complaint ? MaterialDesignA.ALERT_CIRCLE_OUTLINE : MaterialDesignC.CHECK_CIRCLE_OUTLINE);
        pseudoClassStateChanged(COMPLAINT, complaint);
        text.setText(sentence);
        setVisible(true);
    }
}
