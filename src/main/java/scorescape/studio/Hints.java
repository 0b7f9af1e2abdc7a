package scorescape.studio;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Study.Shown;

import static scorescape.text.Texts.text;

/// Three things for a newcomer to try, one after the other, above the picture. A hint goes when it was followed or closed, and
/// never comes back.
final class Hints extends HBox {

    private static final List<String> TEXTS = List.of(text("hints.drag"), text("hints.guidance"), text("hints.film"));

    private final Settings settings;
    private final Label text = new Label();
    private Document before;
    private int at;

    Hints(Settings settings, DocumentStore store, Playback playback) {
        this.settings = settings;
        before = store.current();
        at = settings.hintsSeen();
        setId("hints");
        getStyleClass().add("notice");
        Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        close.setId("close-hint");
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(text("hints.close.name"));
        close.setTooltip(new Tooltip(text("hints.close.help")));
        close.setOnAction(_ -> next());
        getChildren().addAll(new FontIcon(MaterialDesignL.LIGHTBULB_OUTLINE), text, close);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        store.subscribe(this::changed);
        playback.playingProperty().subscribe((was, plays) -> {
            if (at == 2 && was && !plays) {
                next();
            }
        });
        show();
    }

    private void changed(Document now) {
        boolean followed = switch (at) {
            case 0 -> now.placement() != null && !now.placement().equals(before.placement());
            case 1 -> scale(now) != scale(before);
            default -> false;
        };
        before = now;
        if (followed) {
            next();
        }
        show();
    }

    private static double scale(Document document) {
        return RuleStack.of(document.guidance()).base() instanceof ScaledGuidance scaled ? scaled.scale() : 0;
    }

    private void next() {
        at++;
        settings.setHintsSeen(at);
        show();
    }

    private void show() {
        // Over lanes it would hide their titles.
        setVisible(at < TEXTS.size() && before.study().shown() == Shown.SCENE
                && before.view().comparison().others().isEmpty());
        if (isVisible()) {
            text.setText(TEXTS.get(at));
        }
    }
}
