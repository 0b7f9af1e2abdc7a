package scorescape.studio;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import scorescape.export.DataFormat;
import scorescape.export.Progress;
import scorescape.studio.ExportDesk.Numbers;
import scorescape.studio.ExportDesk.View;

import static scorescape.text.Texts.text;

/// Which numbers of the scene are to be exported, and how: with the first rows, and how large the file will be.
final class NumbersDialog extends Dialog<Numbers> {

    private static final ButtonType EXPORT = new ButtonType(text("numbers.chooseFile"), ButtonData.OK_DONE);

    /// Twelve of the table with their heading, and what a bar to scroll across takes.
    private static final int PREVIEW_ROWS = 16;
    private static final int PREVIEW_COLUMNS = 72;

    /// Spreadsheets end here.
    private static final int MOST_ROWS = 1 << 20;

    private final View view;
    private final Settings settings;
    private final ChoiceBox<Numbers.Kind> kind;
    private final ChoiceBox<DataFormat> format;
    private final TextArea beginning = new TextArea();
    private final Label remark = new Label();
    private final LatestTask<Numbers> looks;

    /// @param view what the numbers are of
    /// @param settings that remember what was chosen before
    NumbersDialog(View view, Settings settings) {
        this.view = view;
        this.settings = settings;
        looks = new LatestTask<>("numbers preview", this::look, this::refuse);
        setTitle(text("numbers.windowTitle"));
        setHeaderText(text("numbers.header"));
        kind = choice("kind", List.of(Numbers.Kind.values()), Numbers.Kind::title, text("numbers.kind.help"));
        format = choice("format", List.of(DataFormat.CSV, DataFormat.JSON, DataFormat.JSONL), DataFormat::name,
                text("numbers.format.help"));
        beginning.setId("numbers-preview");
        beginning.setEditable(false);
        beginning.setAccessibleText(text("numbers.preview.name"));
        beginning.setTooltip(new Tooltip(text("numbers.preview.help")));
        beginning.getStyleClass().add("numbers-preview");
        beginning.setPrefRowCount(PREVIEW_ROWS);
        beginning.setPrefColumnCount(PREVIEW_COLUMNS);
        beginning.setMinHeight(Region.USE_PREF_SIZE);
        remark.setId("numbers-remark");
        remark.getStyleClass().add("faint");
        var form = new GridPane();
        form.getStyleClass().add("form");
        form.addRow(0, label(text("numbers.rows"), kind), kind);
        form.addRow(1, label(text("numbers.format"), format), format);
        var content = new VBox(form, beginning, remark);
        content.getStyleClass().add("export-side");
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().setAll(EXPORT, ButtonType.CANCEL);
        setResultConverter(button -> {
            if (button != EXPORT) {
                return null;
            }
            settings.setLastExport("numbers.kind", kind.getValue().toString());
            settings.setLastExport("numbers.format", format.getValue().toString());
            return wish();
        });
        setOnHidden(_ -> looks.close());
        changed();
    }

    private static Label label(String name, ChoiceBox<?> of) {
        Label label = new Label(name);
        label.setLabelFor(of);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private <T> ChoiceBox<T> choice(String key, List<T> values, Function<T, String> name, String help) {
        ChoiceBox<T> box = Choices.of(values, name, settings.lastExport("numbers." + key), values.getFirst());
        box.setId("numbers-" + key);
        box.setTooltip(new Tooltip(help));
        box.setAccessibleHelp(help);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> changed());
        return box;
    }

    private Numbers wish() {
        return new Numbers(kind.getValue(), format.getValue());
    }

    private void changed() {
        remark.setText("…");
        looks.request(wish());
    }

    private void look(Numbers wish) {
        NumbersTable.Look look = new NumbersTable(view, wish).look(new Progress() {

            @Override
            public void report(int done, int total) {
                // Nobody waits for it.
            }

            @Override
            public boolean cancelled() {
                return looks.isOvertaken();
            }
        });
        String size = wish.format() == DataFormat.CSV && look.rows() >= MOST_ROWS
                ? text("numbers.sizeForNoSpreadsheet", look.rows(), bytes(look.bytes()))
                : text("numbers.size", look.rows(), bytes(look.bytes()));
        Platform.runLater(() -> {
            if (wish.equals(wish())) {
                beginning.setText(look.beginning() + "\n…");
                // Down to the rows: what they are stands above them.
                beginning.end();
                remark.setText(size);
            }
        });
    }

    private static String bytes(long bytes) {
        return bytes < 1_000_000
                ? text("numbers.kilobytes", Math.max(1, bytes / 1000))
                : bytes < 1_000_000_000
                        ? text("numbers.megabytes", bytes / 1e6)
                        : text("numbers.gigabytes", bytes / 1e9);
    }

    private void refuse(RuntimeException refusal) {
        if (!(refusal instanceof CancellationException)) {
            Platform.runLater(() -> remark.setText(refusal.getMessage() + "."));
        }
    }
}
