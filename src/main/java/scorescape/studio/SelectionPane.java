package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import scorescape.diffusion.mixture.Component;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;
import scorescape.studio.canvas.Editor;
import scorescape.studio.canvas.Selection;
import scorescape.studio.canvas.Shapes;

/// Every number of the selected component, to be read and typed; of several, their class and weight. With nothing selected
/// it says what to do.
final class SelectionPane extends VBox {

    /// A field on show and what it is of.
    private record Shown(ItemField field, NumberField control) {}

    private static final String NOTHING = "Selection";

    private final Editor editor;
    private final Selection selection;
    private final Messages messages;
    private final Label heading = Sections.heading(NOTHING);
    private final Label hint =
            new Label("Click a component to move, resize or turn it. Choose a tool above to add one.");
    private final ChoiceBox<String> classes = new ChoiceBox<>();
    private final GridPane grid = new GridPane();
    private final List<Shown> shown = new ArrayList<>();

    /// What the fields on show are for: the kind, or several.
    private Object layout = "";
    private boolean following;

    SelectionPane(Editor editor, Messages messages) {
        this.editor = editor;
        this.messages = messages;
        selection = editor.selection();
        getStyleClass().add("section");
        setId("selection-pane");
        hint.getStyleClass().add("faint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        grid.getStyleClass().add("fields");
        classes.setId("selection-class");
        classes.setAccessibleText("Class");
        classes.setTooltip(new Tooltip("The class of what is selected."));
        classes.setMaxWidth(Double.MAX_VALUE);
        classes.setOnAction(_ -> classChosen());
        getChildren().add(heading);
        editor.store().subscribe(_ -> show());
        selection.indicesProperty().subscribe((_, _) -> show());
    }

    private void show() {
        List<DataItem> items = selection.items();
        if (items.isEmpty()) {
            layout = "";
            heading.setText(NOTHING);
            getChildren().setAll(heading, hint);
            return;
        }
        Component first = items.getFirst().component();
        Object wanted = items.size() == 1 ? first.getClass() : "several";
        if (!wanted.equals(layout)) {
            layout = wanted;
            build(items.size() == 1 ? ItemField.of(first) : List.of());
            getChildren().setAll(heading, grid);
        }
        Document document = editor.store().current();
        heading.setText(items.size() == 1
                ? Shapes.name(document.items(), selection.indices().getFirst())
                : items.size() + " selected");
        following = true;
        List<String> names = document.classes().stream().map(DataClass::name).toList();
        if (!names.equals(classes.getItems())) {
            classes.getItems().setAll(names);
        }
        boolean one = items.stream().map(item -> item.component().label()).distinct().count() == 1;
        classes.setValue(one ? document.className(first.label()) : null);
        following = false;
        for (Shown field : shown) {
            if (!field.control().isFocused() || !typedAlready(field, first)) {
                field.control().setValue(field.field().get().applyAsDouble(first));
            }
        }
    }

    /// A field in use is left alone while it says what the component has.
    private static boolean typedAlready(Shown field, Component component) {
        return field.control().shows(field.field().get().applyAsDouble(component));
    }

    private void build(List<ItemField> fields) {
        shown.clear();
        grid.getChildren().clear();
        Label name = new Label("Class");
        name.setLabelFor(classes);
        grid.add(name, 0, 0);
        grid.add(classes, 1, 0, 3, 1);
        add(ItemField.WEIGHT, 0, 1);
        int place = 2;
        for (ItemField field : fields) {
            add(field, place % 2, 1 + place / 2);
            place++;
        }
    }

    private void add(ItemField field, int column, int row) {
        NumberField control = new NumberField(field.parameter(), value -> set(field, value), messages::complain);
        control.setId("field-" + field.parameter().name());
        control.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                editor.store().endGesture();
            }
        });
        Label name = new Label(field.parameter().symbol());
        name.setTooltip(Objects.requireNonNull(control.getTooltip()));
        name.setLabelFor(control);
        name.setMinWidth(USE_PREF_SIZE);
        grid.add(name, 2 * column, row);
        grid.add(control, 2 * column + 1, row);
        shown.add(new Shown(field, control));
    }

    private void set(ItemField field, double value) {
        editor.change(field, selection.indices(),
                item -> item.withComponent(field.set().apply(item.component(), value)));
        show();
    }

    private void classChosen() {
        int chosen = classes.getSelectionModel().getSelectedIndex();
        if (!following && chosen >= 0) {
            editor.moveToClass(selection.indices(), editor.store().current().classes().get(chosen).label());
        }
    }
}
