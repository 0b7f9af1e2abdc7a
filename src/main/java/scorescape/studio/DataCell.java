package scorescape.studio;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.figure.Theme;
import scorescape.studio.canvas.Editor;
import scorescape.studio.canvas.Shapes;

import static scorescape.text.Texts.text;

/// A row of the component list: a class with its share, or a component with name, weight, eye and lock.
final class DataCell extends ListCell<DataRow> {

    private static final double CHIP = 10;

    /// Style class of a button that is seen in every row.
    private static final String ALWAYS = "always";

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("selected");

    private final Editor editor;
    private final DataPane pane;
    private final Rectangle chip = new Rectangle(CHIP, CHIP);
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label share = new Label();
    private final WeightBar weight;
    private final Button eye = small("eye");
    private final Button lock = small("lock");
    private final Button open = small("open");
    private final Region gap = new Region();
    private final HBox content = new HBox();
    private @Nullable TextField typing;

    /// What is on show, null for nothing or while a name is typed.
    private @Nullable Look look;

    /// What a row looks like. A row is told of every change of the document, also while something else is dragged, and is laid
    /// out anew only if it looks different.
    private sealed interface Look {

        record OfClass(String name, String colour, String share, boolean active) implements Look {}

        /// @param open whether a group shows its members, null for a single component
        /// @param off whether it counts for nothing
        /// @param meanOfOthers see [WeightBar]
        record OfItems(Ikon icon, @Nullable Boolean open, String name, boolean off, boolean locked, double weight,
                double meanOfOthers, String share, String colour, double indent) implements Look {}
    }

    DataCell(Editor editor, DataPane pane) {
        this.editor = editor;
        this.pane = pane;
        weight = new WeightBar(w -> weigh(w), () -> editor.store().endGesture());
        getStyleClass().add("data-cell");
        chip.getStyleClass().add("class-chip-mark");
        chip.setArcWidth(5);
        chip.setArcHeight(5);
        share.getStyleClass().add("faint");
        share.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(24);
        HBox.setHgrow(gap, Priority.ALWAYS);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("data-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        eye.setOnAction(_ -> toggleEye());
        lock.setOnAction(_ -> toggleLock());
        open.setOnAction(_ -> pane.toggleGroup(Objects.requireNonNull(getItem())));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                startEdit();
            }
        });
        letItemsBeDragged();
        // Tab goes through the buttons of the selected row alone.
        selectedProperty().subscribe(
                selected -> List.of(eye, lock, open).forEach(button -> button.setFocusTraversable(selected)));
        selectedProperty().subscribe(_ -> showButtons());
        hoverProperty().subscribe(_ -> showButtons());
        editor.selection().activeClassProperty().subscribe((_, _) -> refresh());
    }

    /// Shows the document as it is now.
    void refresh() {
        updateItem(getItem(), getItem() == null);
    }

    @Override
    protected void updateItem(@Nullable DataRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            look = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        if (typing != null) {
            return;
        }
        Look now = look(editor.store().current(), row);
        if (now != null && !now.equals(look)) {
            look = now;
            switch (now) {
                case Look.OfClass ofClass -> show(ofClass);
                case Look.OfItems items -> show(items);
            }
        }
        setGraphic(content);
    }

    /// Null for a row that has outlived what it shows, until the list is told of the change.
    private @Nullable Look look(Document document, DataRow row) {
        return switch (row) {
            case DataRow.OfClass(int label) -> document.classes().stream().anyMatch(c -> c.label() == label)
                    ? new Look.OfClass(document.className(label), colour(document, label),
                            percent(document.data().prior(label)),
                            editor.selection().activeClassProperty().get() == label)
                    : null;
            case DataRow.OfGroup group -> look(document, group, group.items(document));
            case DataRow.OfItem item -> item.index() < document.items().size()
                    ? look(document, item, List.of(item.index()))
                    : null;
        };
    }

    private @Nullable Look look(Document document, DataRow row, List<Integer> indices) {
        List<DataItem> items = indices.stream().map(document.items()::get).toList();
        if (items.isEmpty()) {
            return null;
        }
        boolean isGroup = row instanceof DataRow.OfGroup;
        boolean inGroup = row instanceof DataRow.OfItem item && item.inGroup();
        double counted =
                items.stream().filter(DataItem::counts).mapToDouble(item -> item.component().weight()).sum();
        return new Look.OfItems(
                isGroup ? CanvasIcons.GROUP : CanvasIcons.of(items.getFirst().component()),
                isGroup ? pane.isOpen(row) : null,
                row instanceof DataRow.OfGroup group
                        ? name(document, group, items.size())
                        : Shapes.name(document.items(), indices.getFirst()),
                items.stream().noneMatch(DataItem::counts), items.stream().allMatch(DataItem::locked),
                items.stream().mapToDouble(item -> item.component().weight()).sum(), pane.meanWeight(items.size()),
                percent(counted / document.data().totalWeight()),
                colour(document, items.getFirst().component().label()), isGroup ? 0 : inGroup ? 34 : 18);
    }

    private static String name(Document document, DataRow.OfGroup row, int here) {
        long all = document.items().stream().filter(item -> item.group() == row.group()).count();
        return here == all ? text("data.groupOf", all) : text("data.partOfGroup", here, all);
    }

    private void show(Look.OfClass now) {
        chip.setFill(Color.web(now.colour()));
        name.setText(now.name());
        share.setText(now.share());
        chip.pseudoClassStateChanged(ACTIVE, now.active());
        name.getStyleClass().setAll("label", "class-name");
        setTooltip(new Tooltip(text("data.class.help")));
        content.getChildren().setAll(chip, name, gap, share);
        setIndent(0);
        setAccessibleText(text("data.class.name", now.name(), now.share()));
    }

    private void show(Look.OfItems now) {
        icon.setIconCode(now.icon());
        name.setText(now.name());
        name.getStyleClass().setAll("label", now.off() ? "item-off" : "item-name");
        String help = text("data.weight.help", String.format(Locale.ROOT, "%.3g", now.weight()), now.share());
        weight.show(now.weight(), now.meanOfOthers(), now.off() ? "-line" : now.colour(), help);
        show(eye, now.off() ? MaterialDesignE.EYE_OFF_OUTLINE : MaterialDesignE.EYE_OUTLINE, now.off(),
                now.off() ? text("data.show.help") : text("data.hide.help"));
        show(lock, now.locked() ? MaterialDesignL.LOCK_OUTLINE : MaterialDesignL.LOCK_OPEN_OUTLINE, now.locked(),
                now.locked() ? text("data.unlock.help") : text("data.lock.help"));
        setTooltip(null);
        if (now.open() != null) {
            open.setGraphic(new FontIcon(now.open() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
            open.setAccessibleText(text("data.members.name"));
            content.getChildren().setAll(open, icon, name, gap, eye, lock, weight);
        } else {
            content.getChildren().setAll(icon, name, gap, eye, lock, weight);
        }
        showButtons();
        setIndent(now.indent());
        setAccessibleText(name.getText() + ", " + help + (now.off() ? text("data.hidden.suffix") : "")
                + (now.locked() ? text("data.locked.suffix") : ""));
    }

    private void setIndent(double indent) {
        content.setStyle("-fx-padding: 0 0 0 " + indent + "px;");
    }

    private static void show(Button button, Ikon ikon, boolean always, String help) {
        button.setGraphic(new FontIcon(ikon));
        button.setAccessibleText(help);
        Objects.requireNonNull(button.getTooltip()).setText(help);
        button.getStyleClass().remove(ALWAYS);
        if (always) {
            button.getStyleClass().add(ALWAYS);
        }
    }

    /// Eye and lock leave their room to the name, unless the row is pointed at or selected, or they say something.
    private void showButtons() {
        for (Button button : List.of(eye, lock)) {
            button.setVisible(isHover() || isSelected() || button.getStyleClass().contains(ALWAYS));
        }
    }

    private static Button small(String name) {
        Button button = new Button();
        button.getStyleClass().setAll("button", "small-button", name);
        button.setTooltip(new Tooltip());
        button.setFocusTraversable(false);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private List<Integer> indices() {
        return getItem() == null ? List.of() : getItem().items(editor.store().current());
    }

    private void toggleEye() {
        List<Integer> indices = indices();
        boolean counts = indices.stream().anyMatch(i -> editor.store().current().items().get(i).counts());
        editor.setCounts(indices, !counts);
    }

    private void toggleLock() {
        List<Integer> indices = indices();
        boolean locked = indices.stream().allMatch(i -> editor.store().current().items().get(i).locked());
        editor.setLocked(indices, !locked);
    }

    /// Members of a group keep their shares.
    private void weigh(double wanted) {
        List<Integer> indices = indices();
        double now = indices.stream()
                .mapToDouble(i -> editor.store().current().items().get(i).component().weight())
                .sum();
        double factor = wanted * indices.size() / now;
        editor.change(weight, indices, item -> item
                .withComponent(item.component().withWeight(item.component().weight() * factor)));
    }

    /// A field in the place of the name; Enter or leaving it takes the name, Escape leaves the old one.
    @Override
    public void startEdit() {
        if (getItem() == null || getItem() instanceof DataRow.OfGroup) {
            return;
        }
        TextField field = new TextField(name.getText());
        field.getStyleClass().add("name-field");
        field.setAccessibleText(text("data.field.name"));
        field.setOnAction(_ -> finishTyping(true));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                finishTyping(false);
                event.consume();
            }
        });
        field.focusedProperty().subscribe((before, focused) -> {
            if (before && !focused) {
                finishTyping(true);
            }
        });
        typing = field;
        look = null;
        HBox.setHgrow(field, Priority.ALWAYS);
        content.getChildren().set(content.getChildren().indexOf(name), field);
        content.getChildren().removeAll(gap, weight, eye, lock, share);
        field.requestFocus();
        field.selectAll();
    }

    private void finishTyping(boolean take) {
        TextField field = typing;
        DataRow row = getItem();
        if (field == null) {
            return;
        }
        typing = null;
        String typed = field.getText().strip();
        if (take && !typed.equals(name.getText())) {
            switch (row) {
                case DataRow.OfClass(int label) -> editor.renameClass(label, typed);
                case DataRow.OfItem(int index, _) -> editor.rename(index, typed);
                case DataRow.OfGroup _ -> {}
                case null -> {}
            }
        }
        refresh();
        pane.focusList();
    }

    private void letItemsBeDragged() {
        setOnDragDetected(event -> {
            if (typing == null && getItem() != null && !(getItem() instanceof DataRow.OfClass)) {
                ClipboardContent carried = new ClipboardContent();
                carried.put(DataPane.DRAGGED, "rows");
                startDragAndDrop(TransferMode.MOVE).setContent(carried);
            }
            event.consume();
        });
        addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (getItem() != null && event.getDragboard().hasContent(DataPane.DRAGGED)) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (getItem() != null && event.getDragboard().hasContent(DataPane.DRAGGED)) {
                editor.moveToClass(editor.selection().indices(), labelOf(getItem()));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private int labelOf(DataRow row) {
        return switch (row) {
            case DataRow.OfClass(int label) -> label;
            case DataRow.OfGroup(int label, _) -> label;
            case DataRow.OfItem(int index, _) ->
                editor.store().current().items().get(index).component().label();
        };
    }

    static String colour(Document document, int label) {
        // Class colours are nearly the same in every theme.
        return RoleColours.css(Theme.LIGHT.classColor(document.classIndex(label)));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, share > 0 && share < 0.0095 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
