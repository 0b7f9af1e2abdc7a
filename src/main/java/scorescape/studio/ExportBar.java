package scorescape.studio;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import scorescape.studio.ExportDesk.Running;

import static scorescape.text.Texts.text;

/// Shows how far an export has come, and stops it.
final class ExportBar extends HBox {

    private final Label file = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label status = new Label();

    ExportBar(ExportDesk exports) {
        setId("export-bar");
        getStyleClass().addAll("notice", "export-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        status.setId("export-status");
        status.getStyleClass().add("export-status");
        bar.setAccessibleText(text("export.bar.name"));
        Button cancel = new Button(text("export.cancel"));
        cancel.setId("cancel-export");
        cancel.setTooltip(new Tooltip(text("export.cancel.help")));
        cancel.setOnAction(_ -> exports.cancel());
        getChildren().addAll(file, bar, status, cancel);
        managedProperty().bind(visibleProperty());
        exports.runningProperty().subscribe(this::show);
    }

    private void show(@Nullable Running running) {
        setVisible(running != null);
        if (running != null) {
            file.setText(String.valueOf(running.file().getFileName()));
            bar.setProgress(running.status().share());
            status.setText(running.status().text());
        }
    }
}
