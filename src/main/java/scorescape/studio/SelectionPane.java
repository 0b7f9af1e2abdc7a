package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;
import scorescape.document.Thumbnail;
import scorescape.document.Thumbnails;
import scorescape.math.SymMat2;
import scorescape.studio.canvas.Editor;
import scorescape.studio.canvas.Selection;
import scorescape.studio.canvas.Shapes;

import static scorescape.text.Texts.text;

/// Every number of the selected component, to be read and typed; of several, their class and weight. With nothing selected
/// it says what to do.
final class SelectionPane extends VBox {

    /// A field on show and what it is of.
    private record Shown(ItemField field, NumberField control) {}

    /// Places in the list of components, and what was there.
    private record Subject(List<Integer> places, List<DataItem> items) {

        boolean isIn(Document document) {
            List<DataItem> all = document.items();
            return IntStream.range(0, places.size())
                    .allMatch(i -> places.get(i) < all.size() && all.get(places.get(i)).equals(items.get(i)));
        }
    }

    private static final String NOTHING = text("selection.heading");
    private static final String NO_IMAGE = text("selection.noImage");

    private final Editor editor;
    private final Selection selection;
    private final Messages messages;
    private final Label heading = Sections.heading(NOTHING);
    private final Label hint = new Label(text("selection.hint"));
    private final ChoiceBox<String> classes = new ChoiceBox<>();
    private final MenuButton image = new MenuButton();

    /// Made once, as what they name is: a control holds its labels for good.
    private final Label className = new Label(text("selection.class"));
    private final Label imageName = new Label(text("selection.image"));

    private final Consumer<List<Integer>> chooseImage;
    private final GridPane grid = new GridPane();
    private final HBox alignments;
    private final List<Shown> shown = new ArrayList<>();
    private final CovarianceField covariance;

    /// What the fields on show are for: the kind, or several.
    private Object layout = "";

    /// Whose numbers the fields show.
    private Subject subject = new Subject(List.of(), List.of());
    private boolean following;

    /// @param chooseImage asks for a file, for the items with these places in the list
    SelectionPane(Editor editor, CanvasCommands commands, Messages messages, Consumer<List<Integer>> chooseImage) {
        this.editor = editor;
        this.chooseImage = chooseImage;
        this.messages = messages;
        selection = editor.selection();
        covariance = new CovarianceField(this::setCovariance, messages::complain);
        alignments = new HBox();
        alignments.getStyleClass().add("alignments");
        commands.alignments.forEach((alignment, command) -> {
            Button button = command.iconButton(CanvasIcons.of(alignment));
            button.getStyleClass().setAll("button", "small-button");
            alignments.getChildren().add(button);
        });
        getStyleClass().add("section");
        setId("selection-pane");
        hint.getStyleClass().add("faint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        grid.getStyleClass().add("fields");
        classes.setId("selection-class");
        classes.setAccessibleText(text("selection.classes.name"));
        classes.setTooltip(new Tooltip(text("selection.classes.help")));
        classes.setMaxWidth(Double.MAX_VALUE);
        classes.setOnAction(_ -> classChosen());
        buildImageMenu();
        className.setLabelFor(classes);
        imageName.setLabelFor(image);
        imageName.setMinWidth(USE_PREF_SIZE);
        for (Priority priority : List.of(Priority.NEVER, Priority.ALWAYS, Priority.NEVER, Priority.ALWAYS)) {
            var column = new ColumnConstraints();
            column.setHgrow(priority);
            grid.getColumnConstraints().add(column);
        }
        getChildren().add(heading);
        editor.store().subscribe(_ -> show());
        selection.indicesProperty().subscribe((_, _) -> {
            leave();
            show();
        });
    }

    private void buildImageMenu() {
        image.setId("selection-image");
        image.setAccessibleText(text("selection.image.name"));
        image.setTooltip(new Tooltip(text("selection.image.help")));
        image.setMaxWidth(Double.MAX_VALUE);
        image.getItems().add(imageItem("none", NO_IMAGE, () -> setImage(null)));
        for (String name : Thumbnails.NAMES) {
            image.getItems().add(imageItem(name, name, () -> setImage(Thumbnails.shipped(name))));
        }
        image.getItems().addAll(new SeparatorMenuItem(),
                imageItem("from-file", text("selection.imageFromFile"),
                        () -> chooseImage.accept(List.copyOf(selection.indices()))));
    }

    private static MenuItem imageItem(String id, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setId("image-" + id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void setImage(@Nullable Thumbnail thumbnail) {
        editor.change(new Object(), selection.indices(), item -> item.withImage(thumbnail));
    }

    private static String imageName(List<DataItem> items) {
        List<Optional<Thumbnail>> images =
                items.stream().map(item -> Optional.ofNullable(item.image())).distinct().toList();
        if (images.size() > 1) {
            return text("selection.severalImages");
        }
        return images.getFirst().map(found -> found.name().isEmpty() ? text("selection.ownImage") : found.name())
                .orElse(NO_IMAGE);
    }

    /// Takes what is still being typed as the number of the components that it was typed for, if they are as they were.
    private void leave() {
        List<Shown> left = List.copyOf(shown);
        if (subject.isIn(editor.store().current())) {
            left.forEach(field -> field.control().commit());
            covariance.commit();
        } else {
            left.forEach(field -> field.control().showValue());
            covariance.showValue();
        }
    }

    private void show() {
        List<DataItem> items = selection.items();
        subject = new Subject(List.copyOf(selection.indices()), items);
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
            if (items.size() == 1 && first instanceof GaussianComponent) {
                addCovariance();
            }
            getChildren().setAll(heading, grid);
            if (items.size() > 1) {
                getChildren().add(alignments);
            }
        }
        Document document = editor.store().current();
        heading.setText(items.size() == 1
                ? Shapes.name(document.items(), selection.indices().getFirst())
                : text("selection.count", items.size()));
        following = true;
        List<String> names = document.classes().stream().map(DataClass::name).toList();
        if (!names.equals(classes.getItems())) {
            classes.getItems().setAll(names);
        }
        boolean one = items.stream().map(item -> item.component().label()).distinct().count() == 1;
        classes.setValue(one ? document.className(first.label()) : null);
        following = false;
        image.setText(imageName(items));
        if (first instanceof GaussianComponent bell) {
            covariance.setValue(bell.covariance());
        }
        for (Shown field : shown) {
            List<Double> values =
                    items.stream().map(item -> field.field().get().applyAsDouble(item.component())).distinct().toList();
            field.control().setValue(values.size() == 1 ? values.getFirst() : null);
        }
    }

    private void setCovariance(SymMat2 typed) {
        editor.change(covariance, subject.places(), item -> item.component() instanceof GaussianComponent bell
                ? item.withComponent(new GaussianComponent(bell.weight(), bell.label(), bell.mean(), typed))
                : item);
        editor.store().endGesture();
        show();
    }

    private void build(List<ItemField> fields) {
        shown.clear();
        grid.getChildren().clear();
        grid.add(className, 0, 0);
        grid.add(classes, 1, 0, 3, 1);
        grid.add(imageName, 0, 1);
        grid.add(image, 1, 1, 3, 1);
        add(ItemField.WEIGHT, 0, 2);
        int place = 4;
        for (ItemField field : fields) {
            add(field, place % 2, 1 + place / 2);
            place++;
        }
    }

    private void addCovariance() {
        Label name = new Label("Σ");
        name.setTooltip(covariance.getTooltip());
        name.setLabelFor(covariance);
        int row = grid.getRowCount();
        grid.add(name, 0, row);
        grid.add(covariance, 1, row, 3, 1);
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
        editor.change(field, subject.places(),
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
