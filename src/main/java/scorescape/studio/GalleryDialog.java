package scorescape.studio;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.document.Document;
import scorescape.document.Document.Camera;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Parameter;
import scorescape.document.Parameters;
import scorescape.document.View;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.studio.GalleryDialog.Made;
import scorescape.text.Texts;

/// Known data sets as pictures, drawn by the painter of the window, each with its few numbers and a seed.
final class GalleryDialog extends Dialog<Made> {

    /// What was made, and whether it takes the place of the present data.
    record Made(DataDistribution data, boolean replaces) {}

    /// A picture to paint.
    private record Wish(Recipe recipe, String text, List<Double> values, long seed) {}

    private static final ButtonType ADD = new ButtonType(Texts.text("gallery.add"), ButtonData.OK_DONE);
    private static final ButtonType REPLACE = new ButtonType(Texts.text("gallery.replace"), ButtonData.OTHER);

    private static final int MOST_ROWS = Recipe.ALL.stream().mapToInt(GalleryDialog::rows).max().orElseThrow();
    private static final int COLUMNS = 3;
    private static final int THUMB_WIDTH = 112;
    private static final int THUMB_HEIGHT = 84;
    private static final int PREVIEW_WIDTH = 300;
    private static final int PREVIEW_HEIGHT = 225;

    /// Pixels of a picture per unit of the window, so that it is sharp on dense screens.
    private static final int SHARPNESS = 2;

    private static final String FIRST_TEXT = "score";

    private final Document scene;
    private final Theme theme;
    private final ImageView preview = new ImageView();
    private final Label problem = new Label();
    private final GridPane form = new GridPane();
    private final ExecutorService thumbnails =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("thumbnails").factory());
    private final LatestTask<Wish> previews;
    private Wish wish;

    GalleryDialog(Document scene, Theme theme) {
        this.scene = scene;
        this.theme = theme;
        previews = new LatestTask<>("preview", this::preview, this::refuse);
        wish = first(Recipe.ALL.getFirst());
        setTitle(Texts.text("gallery.windowTitle"));
        setHeaderText(Texts.text("gallery.header"));
        problem.getStyleClass().add("faint");
        problem.setWrapText(true);
        problem.setMaxWidth(PREVIEW_WIDTH);
        preview.setFitWidth(PREVIEW_WIDTH);
        preview.setFitHeight(PREVIEW_HEIGHT);
        form.getStyleClass().add("form");
        var side = new VBox(preview, problem, form);
        side.setMinWidth(PREVIEW_WIDTH);
        var content = new HBox(tiles(), side);
        content.getStyleClass().add("gallery");
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().setAll(ADD, REPLACE, ButtonType.CANCEL);
        getDialogPane().lookupButton(REPLACE).setId("gallery-replace");
        getDialogPane().lookupButton(ADD).setId("gallery-add");
        setResultConverter(this::made);
        setOnHidden(_ -> {
            thumbnails.shutdownNow();
            previews.close();
        });
        choose(Recipe.ALL.getFirst());
    }

    private TilePane tiles() {
        TilePane tiles = new TilePane();
        tiles.setPrefColumns(COLUMNS);
        tiles.setMinWidth(COLUMNS * (THUMB_WIDTH + 20));
        tiles.getStyleClass().add("gallery-tiles");
        var group = new ToggleGroup();
        for (Recipe recipe : Recipe.ALL) {
            ImageView image = new ImageView();
            image.setFitWidth(THUMB_WIDTH);
            image.setFitHeight(THUMB_HEIGHT);
            ToggleButton tile = new ToggleButton(recipe.name(), image);
            tile.setId("recipe-" + recipe.id());
            tile.setContentDisplay(ContentDisplay.TOP);
            tile.getStyleClass().add("gallery-tile");
            tile.setToggleGroup(group);
            tile.setSelected(recipe.equals(wish.recipe()));
            tile.setOnAction(_ -> {
                tile.setSelected(true);
                choose(recipe);
            });
            tiles.getChildren().add(tile);
            thumbnails.execute(() -> {
                PixelSheet painted = paint(first(recipe), THUMB_WIDTH, THUMB_HEIGHT);
                Platform.runLater(() -> image.setImage(painted.show()));
            });
        }
        return tiles;
    }

    private Wish first(Recipe recipe) {
        return new Wish(recipe, FIRST_TEXT, recipe.parameters().stream().map(Parameter::defaultValue).toList(),
                scene.seed());
    }

    private void choose(Recipe recipe) {
        form.getChildren().clear();
        int row = 0;
        if (recipe.takesText()) {
            TextField text = new TextField(FIRST_TEXT);
            text.setId("gallery-text");
            text.setPrefColumnCount(10);
            text.textProperty()
                    .subscribe((_, typed) -> show(new Wish(wish.recipe(), typed, wish.values(), wish.seed())));
            addRow(row++, Texts.text("gallery.letters"), text);
        }
        for (int i = 0; i < recipe.parameters().size(); i++) {
            Parameter parameter = recipe.parameters().get(i);
            int index = i;
            addRow(row++, parameter.title(), field(parameter, parameter.defaultValue(), value -> {
                List<Double> values = new ArrayList<>(wish.values());
                values.set(index, value);
                return new Wish(wish.recipe(), wish.text(), List.copyOf(values), wish.seed());
            }));
        }
        NumberField seedField = field(Parameters.SEED, (double) scene.seed(),
                seed -> new Wish(wish.recipe(), wish.text(), wish.values(), (long) seed));
        addRow(row, Parameters.SEED.title(), seedField);
        // As high for few numbers as for many: the buttons stay where they are.
        while (++row < MOST_ROWS) {
            var space = new Region();
            space.minHeightProperty().bind(seedField.heightProperty());
            form.add(space, 1, row);
        }
        show(first(recipe));
    }

    /// With the letters of a text, if it takes one, and the seed.
    private static int rows(Recipe recipe) {
        return recipe.parameters().size() + (recipe.takesText() ? 2 : 1);
    }

    /// A wish with another value of one number.
    @FunctionalInterface
    private interface Change {
        Wish to(double value);
    }

    private NumberField field(Parameter parameter, double value, Change change) {
        NumberField[] self = new NumberField[1];
        self[0] = new NumberField(parameter, typed -> {
            self[0].setValue(typed);
            show(change.to(typed));
        }, problem::setText);
        self[0].setValue(value);
        self[0].setId("gallery-" + parameter.name());
        return self[0];
    }

    private void addRow(int row, String name, Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        form.addRow(row, label, control);
    }

    private void show(Wish next) {
        wish = next;
        previews.request(next);
    }

    private void preview(Wish wanted) {
        PixelSheet painted = paint(wanted, PREVIEW_WIDTH, PREVIEW_HEIGHT);
        Platform.runLater(() -> {
            if (wanted.equals(wish)) {
                preview.setImage(painted.show());
                setProblem("");
            }
        });
    }

    private void refuse(RuntimeException refusal) {
        Platform.runLater(() -> setProblem(Texts.text("gallery.refused", refusal.getMessage())));
    }

    private void setProblem(String sentence) {
        problem.setText(sentence);
        getDialogPane().lookupButton(ADD).setDisable(!sentence.isEmpty());
        getDialogPane().lookupButton(REPLACE).setDisable(!sentence.isEmpty());
    }

    /// The data alone, by the painter of the window.
    private PixelSheet paint(Wish wanted, int width, int height) {
        DataDistribution data = data(wanted);
        Layers layers = Layers.DEFAULT;
        for (Layer layer : Layer.values()) {
            layers = layers.withShown(layer, EnumSet.of(Layer.DENSITY, Layer.SAMPLES).contains(layer));
        }
        Document shown = scene.withPlacement(null)
                .withData(data)
                .withView(new View(Camera.around(data.bounds()), scene.coordinates(), layers));
        PixelSheet sheet = new PixelSheet(SHARPNESS * width, SHARPNESS * height);
        var viewport = Viewport.of(shown.camera(), SHARPNESS * width, SHARPNESS * height);
        var end = new Playhead(shown.steps() - 1, Stage.END, 1);
        FramePainter.paint(sheet.painted(), new FrameComputer().compute(shown, end, viewport, theme));
        return sheet;
    }

    private static DataDistribution data(Wish wanted) {
        return wanted.recipe().generator(wanted.text(), wanted.values()).generate(wanted.seed());
    }

    private @Nullable Made made(ButtonType button) {
        return button == ADD || button == REPLACE ? new Made(data(wish), button == REPLACE) : null;
    }
}
