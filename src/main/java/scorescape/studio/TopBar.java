package scorescape.studio;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import scorescape.document.DocumentStore;
import scorescape.studio.canvas.CanvasGestures;

/// The menu, the name of the scene, the commands that are always at hand, and the coordinates of the picture.
final class TopBar extends HBox {

    private static final double ROOM_FOR_NAME = 1220;
    private static final double ROOM_FOR_FILES = 1040;
    private static final double ROOM_FOR_COORDINATES = 930;

    TopBar(DocumentStore store, SceneDesk scenes, Commands commands, CanvasGestures gestures, MainMenu menu) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);

        Label name = new Label("Scorescape");
        name.getStyleClass().add("program-name");
        name.setMinWidth(USE_PREF_SIZE);
        Label title = new Label();
        title.setId("scene-title");
        title.getStyleClass().add("scene-title");
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setMinWidth(0);
        setMinWidth(0);
        Label edited = new Label("edited");
        edited.setId("edited");
        edited.getStyleClass().add("edited");
        edited.setMinWidth(USE_PREF_SIZE);
        edited.managedProperty().bind(edited.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button export = commands.exportFilm.textButton("Export");
        export.getStyleClass().add("accent");
        export.setMinWidth(USE_PREF_SIZE);
        HBox files = group(commands.open.iconButton(MaterialDesignF.FOLDER_OPEN_OUTLINE),
                commands.save.iconButton(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        var coordinates = new CoordinatesSwitch(store);
        getChildren().addAll(menu, name, title, edited, files,
                group(commands.undo.iconButton(MaterialDesignU.UNDO_VARIANT),
                        commands.redo.iconButton(MaterialDesignR.REDO_VARIANT)),
                tools(commands.canvas, gestures), gap, new ViewChooser(store), coordinates,
                group(commands.sidePane.iconButton(MaterialDesignD.DOCK_LEFT),
                        commands.inspector.iconButton(MaterialDesignD.DOCK_RIGHT)),
                export);
        showFrom(ROOM_FOR_NAME, name);
        showFrom(ROOM_FOR_FILES, files);
        showFrom(ROOM_FOR_COORDINATES, coordinates);
        edited.visibleProperty().bind(scenes.modifiedProperty());
        store.subscribe(_ -> title.setText(scenes.title()));
        scenes.fileProperty().subscribe(_ -> title.setText(scenes.title()));
    }

    /// Shows `node` in bars of at least this width; the menu has what it does as well.
    private void showFrom(double width, Node node) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(width));
    }

    private static HBox tools(CanvasCommands commands, CanvasGestures gestures) {
        HBox tools = group();
        commands.tools.forEach((tool, command) -> tools.getChildren().add(
                command.choiceButton(CanvasIcons.of(tool), gestures.toolProperty().map(now -> now == tool))));
        tools.getChildren().add(commands.gallery.iconButton(CanvasIcons.GALLERY));
        tools.getStyleClass().add("tools");
        return tools;
    }

    private static HBox group(Region... buttons) {
        HBox group = new HBox(buttons);
        group.getStyleClass().add("icon-group");
        group.setMinWidth(USE_PREF_SIZE);
        return group;
    }
}
