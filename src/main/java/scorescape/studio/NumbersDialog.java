package scorescape.studio;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import scorescape.export.DataFormat;
import scorescape.studio.ExportDesk.Numbers;

import static scorescape.text.Texts.text;

/// Which numbers of the scene are to be exported, and how.
final class NumbersDialog extends Dialog<Numbers> {

    private static final ButtonType EXPORT = new ButtonType(text("numbers.chooseFile"), ButtonData.OK_DONE);

    NumbersDialog() {
        setTitle(text("numbers.windowTitle"));
        setHeaderText(text("numbers.header"));
        ChoiceBox<Numbers.Kind> kind = new ChoiceBox<>();
        kind.getItems().setAll(Numbers.Kind.values());
        kind.setValue(Numbers.Kind.RUN);
        kind.setId("numbers-kind");
        kind.setTooltip(new Tooltip(text("numbers.kind.help")));
        kind.setConverter(new StringConverter<>() {

            @Override
            public String toString(Numbers.Kind value) {
                return value.title();
            }

            @Override
            public Numbers.Kind fromString(String ignored) {
                throw new UnsupportedOperationException("a choice is not typed");
            }
        });
        ChoiceBox<DataFormat> format = new ChoiceBox<>();
        format.getItems().setAll(DataFormat.CSV, DataFormat.JSON, DataFormat.JSONL);
        format.setValue(DataFormat.CSV);
        format.setId("numbers-format");
        format.setTooltip(new Tooltip(text("numbers.format.help")));
        var form = new GridPane();
        form.getStyleClass().add("form");
        Label rows = new Label(text("numbers.rows"));
        rows.setLabelFor(kind);
        Label file = new Label(text("numbers.format"));
        file.setLabelFor(format);
        form.addRow(0, rows, kind);
        form.addRow(1, file, format);
        getDialogPane().setContent(form);
        getDialogPane().getButtonTypes().setAll(EXPORT, ButtonType.CANCEL);
        setResultConverter(button -> button == EXPORT ? new Numbers(kind.getValue(), format.getValue()) : null);
    }
}
