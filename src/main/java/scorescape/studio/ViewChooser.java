package scorescape.studio;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import scorescape.document.DocumentStore;
import scorescape.document.Study.Shown;

import static scorescape.text.Texts.text;

/// Whether the picture of the scene is shown or a plot of its population.
final class ViewChooser extends ComboBox<Shown> {

    /// True while the choice is being set to show the document, not to edit it.
    private boolean showing;

    ViewChooser(DocumentStore store) {
        setId("view-chooser");
        setMinWidth(USE_PREF_SIZE);
        setVisibleRowCount(Shown.values().length);
        setAccessibleText(text("view.name"));
        setTooltip(new Tooltip(text("view.help")));
        getItems().setAll(Shown.values());
        setConverter(Choices.titled(Shown::title));
        setCellFactory(_ -> new Cell());
        valueProperty().subscribe((_, chosen) -> {
            if (!showing) {
                store.edit(new Object(), d -> d.withStudy(d.study().withShown(chosen)));
            }
        });
        store.subscribe(document -> {
            showing = true;
            setValue(document.study().shown());
            showing = false;
        });
    }

    /// A line of the list, with what the plot is about.
    private static final class Cell extends ListCell<Shown> {

        @Override
        protected void updateItem(Shown shown, boolean empty) {
            super.updateItem(shown, empty);
            setText(empty || shown == null ? null : shown.title());
            setTooltip(empty || shown == null ? null : new Tooltip(shown.help()));
        }
    }
}
