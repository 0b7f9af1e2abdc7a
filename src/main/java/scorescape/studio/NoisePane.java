package scorescape.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.CellDataFeatures;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.RecordedNoise.Use;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.NoiseTable;
import scorescape.document.Parameters;
import scorescape.figure.FrameComputer;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;

import static scorescape.text.Texts.text;

/// The noise of the run on show, number by number. What is typed or pasted is kept in the scene; the rest comes from the seed
/// and is faint.
final class NoisePane extends VBox {

    private static final PseudoClass KEPT = PseudoClass.getPseudoClass("kept");
    private static final double ROW_HEIGHT = 28;
    private static final int MOST_ROWS = 6;
    private static final double STEP_WIDTH = 62;

    /// A draw of the run.
    ///
    /// @param kept whether it is in the scene, not from the seed
    private record Draw(Use use, Vec2 value, boolean kept) {

        String name() {
            if (use.step() == NoiseSource.START) {
                return text("noise.start");
            }
            int step = use.step() + 1;
            return use.draw() == NoiseSource.CHOSEN
                    ? text("noise.ofStep", step)
                    : text("noise.ofMove", step, 1 - use.draw());
        }
    }

    private final DocumentStore store;
    private final Messages messages;
    /// Rows that change in place: a new list would take the fields away from under the keyboard.
    private final TableView<ObjectProperty<Draw>> table = new TableView<>();

    /// What the table shows.
    private @Nullable Trajectory run;
    private Map<Use, Vec2> kept = Map.of();

    /// @param shown the picture whose run it is
    NoisePane(DocumentStore store, Commands commands, Messages messages,
            ReadOnlyObjectProperty<@Nullable Picture> shown) {
        this.store = store;
        this.messages = messages;
        var help = new Label(text("noise.help"));
        help.setWrapText(true);
        help.getStyleClass().add("help");
        table.setId("noise-table");
        table.getStyleClass().add("noise-table");
        table.setAccessibleText(text("noise.table.name"));
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(_ -> new Row());
        table.getColumns().setAll(List.of(steps(), numbers("x", true), numbers("y", false)));
        Button copy = button("noise-copy", text("noise.copy"), text("noise.copy.help"));
        copy.setOnAction(_ -> copy());
        Button paste = button("noise-paste", text("noise.paste"), text("noise.paste.help"));
        paste.setOnAction(_ -> paste(Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "")));
        getStyleClass().add("pane");
        getChildren().addAll(help, table,
                Sections.row(commands.keepNoise.textButton(text("noise.keepAll")),
                        commands.forgetNoise.textButton(text("noise.forget"))),
                Sections.row(copy, paste));
        shown.subscribe((_, picture) -> {
            if (picture != null) {
                show(picture);
            }
        });
    }

    private static Button button(String id, String text, String help) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleHelp(help);
        return button;
    }

    private static TableColumn<ObjectProperty<Draw>, Draw> steps() {
        TableColumn<ObjectProperty<Draw>, Draw> column = column(text("noise.step"));
        column.setMinWidth(STEP_WIDTH);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Draw draw, boolean empty) {
                super.updateItem(draw, empty);
                setText(draw == null ? null : draw.name());
            }
        });
        return column;
    }

    private TableColumn<ObjectProperty<Draw>, Draw> numbers(String title, boolean across) {
        TableColumn<ObjectProperty<Draw>, Draw> column = column(title);
        column.setCellFactory(_ -> new NumberCell(title, across));
        return column;
    }

    private static TableColumn<ObjectProperty<Draw>, Draw> column(String title) {
        TableColumn<ObjectProperty<Draw>, Draw> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(CellDataFeatures::getValue);
        return column;
    }

    /// A row that is faint unless its draw is kept.
    private static final class Row extends TableRow<ObjectProperty<Draw>> {

        Row() {
            itemProperty()
                    .flatMap(draw -> draw)
                    .map(Draw::kept)
                    .orElse(false)
                    .subscribe(kept -> pseudoClassStateChanged(KEPT, kept));
        }
    }

    /// A coordinate of a draw, always there to be typed.
    private final class NumberCell extends TableCell<ObjectProperty<Draw>, Draw> {

        private final String title;
        private final boolean across;
        private final NumberField field;

        NumberCell(String title, boolean across) {
            this.title = title;
            this.across = across;
            field = new NumberField(Parameters.DRAW, this::keep, messages::complain);
        }

        @Override
        protected void updateItem(@Nullable Draw draw, boolean empty) {
            super.updateItem(draw, empty);
            if (draw == null) {
                setGraphic(null);
                return;
            }
            field.setId("noise-" + getIndex() + "-" + title);
            field.setAccessibleText(text("noise.draw.name", title, draw.name()));
            field.setValue(across ? draw.value().x() : draw.value().y());
            setGraphic(field);
        }

        private void keep(double number) {
            Draw draw = getItem();
            if (draw != null) {
                NoisePane.this.keep(Map.of(draw.use(),
                        across ? new Vec2(number, draw.value().y()) : new Vec2(draw.value().x(), number)));
            }
        }
    }

    private void keep(Map<Use, Vec2> draws) {
        store.edit(new Object(), document -> {
            Map<Use, Vec2> all = new HashMap<>(document.sampling().recorded());
            all.putAll(draws);
            return document.withSampling(document.sampling().withRecorded(all));
        });
    }

    private void show(Picture picture) {
        Document document = picture.request().document();
        Map<Use, Vec2> recorded = document.sampling().recorded();
        if (picture.trajectory().equals(run) && recorded.equals(kept)) {
            return;
        }
        run = picture.trajectory();
        kept = recorded;
        Map<Use, Vec2> all = FrameComputer.recordedNoise(document, picture.trajectory());
        List<Draw> draws = new ArrayList<>();
        add(draws, new Use(0, NoiseSource.START, NoiseSource.CHOSEN), all, recorded);
        for (Step step : picture.trajectory().steps()) {
            for (int i = 0; i < step.subSteps().size(); i++) {
                if (step.subSteps().get(i).noiseScale() > 0 || (i == 0 && step.churn() > 0)) {
                    add(draws, new Use(0, step.index(), NoiseSource.ofMove(i)), all, recorded);
                }
            }
        }
        List<ObjectProperty<Draw>> rows = table.getItems();
        if (rows.size() != draws.size()) {
            table.getItems().setAll(draws.stream().map(NoisePane::row).toList());
            table.setPrefHeight((1.2 + Math.min(MOST_ROWS, draws.size())) * ROW_HEIGHT);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).set(draws.get(i));
        }
    }

    private static ObjectProperty<Draw> row(Draw draw) {
        return new SimpleObjectProperty<>(draw);
    }

    private static void add(List<Draw> draws, Use use, Map<Use, Vec2> all, Map<Use, Vec2> recorded) {
        Vec2 own = recorded.get(use);
        draws.add(new Draw(use, own == null ? Objects.requireNonNull(all.get(use)) : own, own != null));
    }

    private void copy() {
        Map<Use, Vec2> draws = new HashMap<>();
        table.getItems().forEach(row -> draws.put(row.get().use(), row.get().value()));
        var content = new ClipboardContent();
        content.putString(NoiseTable.format(draws));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Takes a table of draws; one with a mistake changes nothing.
    void paste(String text) {
        try {
            keep(NoiseTable.parse(text));
        } catch (IllegalArgumentException e) {
            messages.complain(text("noise.notPasted", e.getMessage()));
        }
    }
}
