package scorescape.studio;

import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

import static scorescape.text.Texts.text;

/// Finds a command or a setting while its name is typed. Enter runs the command or goes to the setting, Escape closes; so
/// does whatever takes the focus.
final class CommandPalette extends VBox {

    private static final double ROW = 32;
    private static final int MOST_ROWS = 10;
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final Supplier<List<Finding>> source;
    private final TextField query = new TextField();
    private final ListView<Finding> list = new ListView<>();
    private final Label help = new Label();
    private List<Finding> all = List.of();

    /// Who had the focus before.
    private @Nullable Node before;

    /// @param source all that can be found, asked each time the palette opens
    CommandPalette(Supplier<List<Finding>> source) {
        this.source = source;
        setId("palette");
        getStyleClass().add("palette");
        setMaxSize(560, USE_PREF_SIZE);
        query.setId("palette-query");
        query.setPromptText(text("palette.query.prompt"));
        query.setAccessibleText(text("palette.query.name"));
        query.setTooltip(new Tooltip(text("palette.query.help")));
        query.textProperty().subscribe((_, _) -> search());
        query.setOnAction(_ -> take());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        query.focusedProperty().subscribe((had, has) -> {
            // Not when the window loses it, or a line of the list is clicked.
            Node owner = getScene().getFocusOwner();
            if (had && !has && !query.equals(owner) && !list.equals(owner)) {
                close();
            }
        });
        list.setId("palette-list");
        list.setAccessibleText(text("palette.list.name"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPlaceholder(new Label(text("palette.empty")));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe((_, chosen) -> tell(chosen));
        help.getStyleClass().add("faint");
        help.setId("palette-help");
        help.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(query, list, help);
        setVisible(false);
    }

    void open() {
        if (isVisible()) {
            return;
        }
        before = getScene().getFocusOwner();
        all = source.get();
        query.clear();
        search();
        setVisible(true);
        query.requestFocus();
    }

    private void close() {
        setVisible(false);
        all = List.of();
        list.getItems().clear();
    }

    private void search() {
        list.getItems().setAll(Finding.find(all, query.getText()));
        list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 2, MOST_ROWS) + 2);
        choose(0);
    }

    private void tell(@Nullable Finding chosen) {
        help.setText(chosen == null ? "" : chosen.help());
        // The focus stays in the field, so what is chosen is said as a part of it.
        query.setAccessibleHelp(chosen == null ? text("palette.nothingFound") : chosen.title() + ", " + chosen.place());
    }

    private void onKey(KeyEvent event) {
        int now = list.getSelectionModel().getSelectedIndex();
        boolean isHeard = true;
        switch (event.getCode()) {
            case UP -> choose(now - 1);
            case DOWN -> choose(now + 1);
            case PAGE_UP -> choose(now - MOST_ROWS);
            case PAGE_DOWN -> choose(now + MOST_ROWS);
            case ESCAPE -> giveBack();
            case TAB -> {}
            default -> isHeard = false;
        }
        if (isHeard) {
            event.consume();
        }
    }

    private void choose(int index) {
        if (!list.getItems().isEmpty()) {
            int place = Math.clamp(index, 0, list.getItems().size() - 1);
            list.getSelectionModel().select(place);
            int first = Math.max(0, place - MOST_ROWS + 1);
            list.scrollTo(place < MOST_ROWS ? 0 : first);
        }
    }

    private void take() {
        Finding chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.enabled().getAsBoolean()) {
            giveBack();
            chosen.action().run();
        }
    }

    private void giveBack() {
        Node owner = before;
        before = null;
        if (owner != null && owner.getScene() != null) {
            owner.requestFocus();
        }
        close();
    }

    private final class Cell extends ListCell<Finding> {

        private final Label title = new Label();
        private final Label place = new Label();
        private final Label keys = new Label();
        private final HBox row;

        Cell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            place.getStyleClass().add("faint");
            place.setMinWidth(USE_PREF_SIZE);
            keys.getStyleClass().add("palette-keys");
            keys.setMinWidth(USE_PREF_SIZE);
            row = new HBox(title, gap, place, keys);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("palette-row");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            setOnMouseClicked(_ -> take());
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            if (finding == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            title.setText(finding.title());
            place.setText(finding.place());
            keys.setText(finding.shortcut());
            keys.setVisible(!finding.shortcut().isEmpty());
            keys.setManaged(keys.isVisible());
            pseudoClassStateChanged(OFF, !finding.enabled().getAsBoolean());
            setAccessibleText(finding.title() + ", " + finding.place());
            setGraphic(row);
        }
    }
}
