package scorescape.studio;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import scorescape.document.Document;
import scorescape.export.FilmOptions;
import scorescape.figure.Theme;
import scorescape.studio.ExportDesk.Film;

/// How a film is to be made: size, pace, theme, and the step it tells.
final class FilmDialog extends Dialog<Film> {

    /// A size that is on offer, in pixels.
    private record Size(int width, int height, String use) {

        @Override
        public String toString() {
            return width + " × " + height + ", " + use;
        }
    }

    private static final List<Size> SIZES = List.of(new Size(640, 360, "for a message"),
            new Size(FilmOptions.DEFAULT.width(), FilmOptions.DEFAULT.height(), "for slides"),
            new Size(1280, 720, "for a page"), new Size(1920, 1080, "for a full screen"));
    private static final List<Integer> RATES = List.of(10, 20, 25, 50);

    private static final ButtonType EXPORT = new ButtonType("Choose file…", ButtonData.OK_DONE);

    private final ChoiceBox<Size> size = new ChoiceBox<>();
    private final ChoiceBox<Integer> rate = new ChoiceBox<>();
    private final ChoiceBox<Theme> theme = new ChoiceBox<>();
    private final Spinner<Integer> told;

    /// @param document which tells the step that is offered
    FilmDialog(Document document, Theme shown) {
        setTitle("Export GIF");
        setHeaderText("Export the film as an animated GIF");
        size.getItems().setAll(SIZES);
        size.setValue(SIZES.get(1));
        rate.getItems().setAll(RATES);
        rate.setValue((int) FilmOptions.DEFAULT.pace().framesPerSecond());
        rate.setConverter(shownAs(fps -> fps + " frames a second"));
        theme.getItems().setAll(Theme.values());
        theme.setValue(shown);
        theme.setConverter(shownAs(t -> switch (t) {
            case LIGHT -> "Light";
            case DARK -> "Dark";
            case PROJECTOR -> "Projector";
            case PRINT -> "Print";
        }));
        told = new Spinner<>(1, document.steps(), document.toldStep() + 1);
        told.setEditable(true);

        var grid = new GridPane();
        grid.getStyleClass().add("form");
        add(grid, 0, "Size", size, "film-size", "Width × height in pixels.");
        add(grid, 1, "Pace", rate, "film-rate", "More frames move more smoothly and make a larger file.");
        add(grid, 2, "Theme", theme, "film-theme", "Colours of the film.");
        add(grid, 3, "Step told in stages", told, "film-told",
                "The step that the film tells stage by stage, of " + document.steps() + ".");
        getDialogPane().setContent(grid);
        getDialogPane().getButtonTypes().setAll(EXPORT, ButtonType.CANCEL);
        setResultConverter(button -> button == EXPORT ? film() : null);
    }

    private Film film() {
        return new Film(told.getValue() - 1,
                new FilmOptions(size.getValue().width(), size.getValue().height(), rate.getValue(), theme.getValue()));
    }

    private static void add(GridPane grid, int row, String name, Control control, String id, String help) {
        Label label = new Label(name);
        label.setLabelFor(control);
        control.setId(id);
        control.setTooltip(new Tooltip(help));
        control.setAccessibleText(name);
        control.setMaxWidth(Double.MAX_VALUE);
        grid.addRow(row, label, control);
    }

    private static <T> StringConverter<T> shownAs(Function<T, String> text) {
        return new StringConverter<>() {

            @Override
            public String toString(T value) {
                return text.apply(value);
            }

            @Override
            public T fromString(String ignored) {
                throw new UnsupportedOperationException("a choice is not typed");
            }
        };
    }
}
