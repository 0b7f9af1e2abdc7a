package scorescape.studio;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import scorescape.document.Document;
import scorescape.document.SceneFiles;
import scorescape.figure.Theme;
import scorescape.studio.ExportDesk.Film;
import scorescape.studio.ExportDesk.Numbers;
import scorescape.studio.ExportDesk.Picture;
import scorescape.studio.ExportDesk.View;
import scorescape.studio.GalleryDialog.Made;

import static scorescape.text.Texts.text;

/// The questions as dialogs of the window.
final class Dialogs implements Prompts {

    private static final ExtensionFilter SCENES =
            new ExtensionFilter(text("dialog.files.scenes"), "*" + SceneFiles.EXTENSION, "*.json");
    private static final ExtensionFilter EXPORTS =
            new ExtensionFilter(text("dialog.files.exports"), "*.png",
                    "*.apng", "*.gif", "*.svg", "*.pdf", "*.tex", "*.mp4");
    private static final ExtensionFilter POINTS =
            new ExtensionFilter(text("dialog.files.points"), "*.csv", "*.txt", "*.json");
    private static final ExtensionFilter IMAGES =
            new ExtensionFilter(text("dialog.files.images"), "*.png", "*.jpg", "*.jpeg");
    private static final ExtensionFilter ANYTHING = new ExtensionFilter(text("dialog.files.all"), "*");

    private static final ButtonType SAVE = new ButtonType(text("dialog.save"), ButtonData.YES);
    private static final ButtonType DISCARD = new ButtonType(text("dialog.discard"), ButtonData.NO);
    private static final ButtonType KEEP_EDITING = new ButtonType(text("dialog.keepEditing"), ButtonData.CANCEL_CLOSE);

    private static final ButtonType OVERWRITE = new ButtonType(text("dialog.overwrite"), ButtonData.YES);
    private static final ButtonType SAVE_AS = new ButtonType(text("dialog.saveAs"), ButtonData.NO);
    private static final ButtonType READ_AGAIN = new ButtonType(text("dialog.readAgain"), ButtonData.YES);
    private static final ButtonType KEEP_MINE = new ButtonType(text("dialog.keepMine"), ButtonData.CANCEL_CLOSE);
    private static final ButtonType REVERT = new ButtonType(text("dialog.revert"), ButtonData.YES);

    private static final ButtonType STOP = new ButtonType(text("dialog.stop"), ButtonData.YES);
    private static final ButtonType GO_ON = new ButtonType(text("dialog.goOn"), ButtonData.CANCEL_CLOSE);

    /// That of the window, in its own units.
    private static final double FONT_SIZE = 13;

    private final Stage stage;

    Dialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Unsaved unsavedChanges(String title) {
        ButtonType answer = ask(text("dialog.save.question", title), text("dialog.save.question.help"), SAVE,
                DISCARD, KEEP_EDITING);
        return answer == SAVE ? Unsaved.SAVE : answer == DISCARD ? Unsaved.DISCARD : Unsaved.KEEP_EDITING;
    }

    @Override
    public Overwrite overwrite(String name, String reason) {
        ButtonType answer = ask(text("dialog.overwrite.question", name), reason, OVERWRITE, SAVE_AS, KEEP_EDITING);
        return answer == OVERWRITE ? Overwrite.OVERWRITE : answer == SAVE_AS ? Overwrite.SAVE_AS : Overwrite.LEAVE;
    }

    @Override
    public boolean readAgain(String name, boolean modified) {
        return ask(text("dialog.changed", name), modified
                ? text("dialog.changed.edited")
                : text("dialog.changed.unedited"), READ_AGAIN, KEEP_MINE) == READ_AGAIN;
    }

    @Override
    public boolean revert(String title) {
        return ask(text("dialog.revert.question", title), text("dialog.revert.question.help"), REVERT,
                KEEP_EDITING) == REVERT;
    }

    @Override
    public boolean stopExport() {
        return ask(text("dialog.stop.question"), text("dialog.stop.question.help"), STOP, GO_ON) == STOP;
    }

    @Override
    public Optional<Film> film(View view, Settings settings) {
        var dialog = new FilmDialog(view, settings);
        dress(dialog);
        return FilmDialog.film(dialog.showAndWait());
    }

    @Override
    public Optional<Picture> picture(View view, Settings settings) {
        var dialog = new PictureDialog(view, settings);
        dress(dialog);
        return dialog.showAndWait();
    }

    @Override
    public Optional<Numbers> numbers(View view, Settings settings) {
        var dialog = new NumbersDialog(view, settings);
        dress(dialog);
        return dialog.showAndWait();
    }

    @Override
    public Optional<Made> generated(Document document, Theme shown) {
        var dialog = new GalleryDialog(document, shown);
        dress(dialog);
        return dialog.showAndWait();
    }

    @Override
    public Optional<Path> sceneToOpen(@Nullable Path folder) {
        return path(chooser(text("dialog.openScene"), folder, SCENES, EXPORTS, ANYTHING).showOpenDialog(stage));
    }

    @Override
    public Optional<Path> sceneToSave(@Nullable Path folder, String suggestedName) {
        FileChooser chooser = chooser(text("dialog.saveScene"), folder, SCENES);
        chooser.setInitialFileName(suggestedName);
        return path(chooser.showSaveDialog(stage));
    }

    @Override
    public Optional<Path> pointsToOpen(@Nullable Path folder) {
        return path(chooser(text("dialog.importPoints"), folder, POINTS, ANYTHING).showOpenDialog(stage));
    }

    @Override
    public Optional<Path> imageToOpen(@Nullable Path folder) {
        return path(chooser(text("dialog.chooseImage"), folder, IMAGES, ANYTHING).showOpenDialog(stage));
    }

    @Override
    public Optional<Path> fileToExport(@Nullable Path folder, String suggestedName) {
        String pattern = "*" + suggestedName.substring(suggestedName.lastIndexOf('.'));
        FileChooser chooser = chooser(text("dialog.export"), folder, new ExtensionFilter(pattern, pattern));
        chooser.setInitialFileName(suggestedName);
        return path(chooser.showSaveDialog(stage));
    }

    private ButtonType ask(String question, String consequence, ButtonType... answers) {
        Alert alert = new Alert(AlertType.CONFIRMATION, consequence, answers);
        dress(alert);
        alert.setTitle("Scorescape");
        alert.setHeaderText(question);
        alert.setGraphic(null);
        return alert.showAndWait().orElse(answers[answers.length - 1]);
    }

    /// Gives a dialog the colours of the window.
    private void dress(Dialog<?> dialog) {
        dialog.initOwner(stage);
        ScaledRoot window = (ScaledRoot) stage.getScene().getRoot();
        DialogPane pane = dialog.getDialogPane();
        pane.setStyle(window.getStyle() + " -fx-font-size: " + FONT_SIZE * window.scale() + "px;");
        pane.pseudoClassStateChanged(Look.DARK, window.getPseudoClassStates().contains(Look.DARK));
    }

    private static FileChooser chooser(String title, @Nullable Path folder, ExtensionFilter... filters) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(filters);
        if (folder != null) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
