package scorescape.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.studio.canvas.Editor;
import scorescape.studio.canvas.Selection;

import static scorescape.text.Texts.text;

/// The classes of the data with their components: names, weights, what counts, what is locked. The selection is that of the
/// picture.
final class DataPane extends VBox {

    /// What is dragged from row to row.
    static final DataFormat DRAGGED = new DataFormat("application/x-scorescape-rows");

    private static final double ROW = 28;
    private static final int MOST_ROWS = 12;

    private final Selection selection;
    private final ObservableList<DataRow> rows = FXCollections.observableArrayList();
    private final ListView<DataRow> list = new ListView<>(rows);
    private final List<DataCell> cells = new ArrayList<>();
    private final Set<Integer> openGroups = new HashSet<>();
    private Document document;
    private boolean following;

    DataPane(Editor editor, CanvasCommands commands) {
        selection = editor.selection();
        document = editor.store().current();
        getStyleClass().addAll("section", "data-section");
        Button add = new Button("", new FontIcon(MaterialDesignP.PLUS));
        add.setId("add-class");
        add.getStyleClass().add("small-button");
        add.setAccessibleText(text("data.add.name"));
        add.setTooltip(new Tooltip(text("data.add.help")));
        add.setOnAction(_ -> editor.addClass());
        list.setId("data-list");
        list.setAccessibleText(text("data.list.name"));
        list.setFixedCellSize(ROW);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> {
            DataCell cell = new DataCell(editor, this);
            cells.add(cell);
            return cell;
        });
        list.setOnContextMenuRequested(event -> {
            DataRow row = list.getSelectionModel().getSelectedItem();
            ContextMenu menu = row instanceof DataRow.OfClass(int label)
                    ? commands.forClass(label, this::rename)
                    : selection.isEmpty() ? null : commands.forSelection();
            if (menu != null) {
                menu.show(list, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().addAll(Sections.row(Sections.heading(text("data.heading")), add), list);
        editor.store().subscribe(this::show);
        selection.indicesProperty().subscribe((_, _) -> showSelection());
        list.getSelectionModel().getSelectedIndices().addListener(this::listSelected);
    }

    boolean isOpen(DataRow row) {
        return row instanceof DataRow.OfGroup group && openGroups.contains(group.group());
    }

    void toggleGroup(DataRow row) {
        if (row instanceof DataRow.OfGroup group) {
            if (!openGroups.remove(group.group())) {
                openGroups.add(group.group());
            }
            show(document);
        }
    }

    /// The mean weight of one of `count` rows' worth of components, taken over all but as many.
    double meanWeight(int count) {
        List<DataItem> items = document.items();
        double mean = items.stream().mapToDouble(item -> item.component().weight()).average().orElse(0);
        return items.size() == count ? 0 : mean * count;
    }

    void focusList() {
        list.requestFocus();
    }

    private void show(Document now) {
        document = now;
        List<DataRow> wanted = DataRow.of(now, openGroups);
        if (!wanted.equals(rows)) {
            following = true;
            rows.setAll(wanted);
            following = false;
            list.setPrefHeight(ROW * Math.min(MOST_ROWS, wanted.size()) + 2);
            list.setMinHeight(USE_PREF_SIZE);
            showSelection();
        }
        cells.forEach(DataCell::refresh);
    }

    private void showSelection() {
        if (following) {
            return;
        }
        following = true;
        try {
            list.getSelectionModel().clearSelection();
            Set<Integer> selected = Set.copyOf(selection.indices());
            int[] places = new int[rows.size()];
            int count = 0;
            for (int i = 0; i < places.length; i++) {
                if (!(rows.get(i) instanceof DataRow.OfClass) && selected.containsAll(rows.get(i).items(document))) {
                    places[count++] = i;
                }
            }
            if (count > 0) {
                list.getSelectionModel().selectIndices(places[0], Arrays.copyOfRange(places, 1, count));
                reveal(places[0]);
            }
        } finally {
            following = false;
        }
    }

    private void reveal(int place) {
        if (cells.stream().noneMatch(cell -> cell.getIndex() == place && cell.isVisible())) {
            list.scrollTo(place);
        }
    }

    private void listSelected(ListChangeListener.Change<? extends Integer> change) {
        if (following) {
            return;
        }
        following = true;
        try {
            var chosen = new TreeSet<Integer>();
            for (DataRow row : List.copyOf(list.getSelectionModel().getSelectedItems())) {
                if (row instanceof DataRow.OfClass(int label)) {
                    selection.activateClass(label);
                } else if (row != null) {
                    chosen.addAll(row.items(document));
                }
            }
            selection.select(chosen);
        } finally {
            following = false;
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F2) {
            rename();
            event.consume();
        }
    }

    /// Lets the name of the row in focus be typed.
    private void rename() {
        DataRow focused = list.getFocusModel().getFocusedItem();
        cells.stream()
                .filter(cell -> cell.getItem() != null && cell.getItem().equals(focused))
                .findFirst()
                .ifPresent(DataCell::startEdit);
    }
}
