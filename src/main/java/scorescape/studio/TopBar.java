package scorescape.studio;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import scorescape.document.DocumentStore;
import scorescape.studio.canvas.CanvasGestures;

import static scorescape.text.Texts.text;

/// The menu, the name of the scene, the commands that are always at hand, and the coordinates of the picture.
final class TopBar extends HBox {

    /// A title is shown where at least this much of it is seen.
    private static final double TITLE = 130;

    private final Label title = new Label();

    /// What gives way in a narrow window, first of all the first; the menu has what it does as well, and the window the title.
    private final List<Node> yielding;

    TopBar(DocumentStore store, SceneDesk scenes, Commands commands, CanvasGestures gestures, MainMenu menu) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);

        Label name = new Label("Scorescape");
        name.getStyleClass().add("program-name");
        name.setMinWidth(USE_PREF_SIZE);
        title.setId("scene-title");
        title.getStyleClass().add("scene-title");
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setWrapText(true);
        title.setMinWidth(0);
        var whole = new Tooltip();
        whole.textProperty().bind(title.textProperty());
        title.setTooltip(whole);
        setMinWidth(0);
        Label edited = new Label(text("topBar.edited"));
        edited.setId("edited");
        edited.getStyleClass().add("edited");
        edited.setMinWidth(USE_PREF_SIZE);
        edited.managedProperty().bind(edited.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button export = commands.exportFilm.textButton(text("topBar.export"));
        export.getStyleClass().add("accent");
        export.setMinWidth(USE_PREF_SIZE);
        HBox files = group(commands.open.iconButton(MaterialDesignF.FOLDER_OPEN_OUTLINE),
                commands.save.iconButton(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        var coordinates = new CoordinatesSwitch(store);
        HBox panels = group(compare(commands.lanes), commands.sidePane.iconButton(MaterialDesignD.DOCK_LEFT),
                commands.inspector.iconButton(MaterialDesignD.DOCK_RIGHT));
        getChildren().addAll(menu, name, title, edited, files,
                group(commands.undo.iconButton(MaterialDesignU.UNDO_VARIANT),
                        commands.redo.iconButton(MaterialDesignR.REDO_VARIANT)),
                tools(commands.canvas, gestures), gap, new ViewChooser(store), coordinates, panels, export);
        yielding = List.of(name, title, files, coordinates, panels);
        yielding.forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        edited.visibleProperty().bind(scenes.modifiedProperty());
        store.subscribe(_ -> title.setText(scenes.title()));
        scenes.fileProperty().subscribe(_ -> title.setText(scenes.title()));
    }

    /// Hides what has no room before anything is squeezed.
    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset() + getSpacing();
        double needed = getChildren().stream().mapToDouble(this::need).sum();
        for (Node node : yielding) {
            boolean fits = needed <= room;
            node.setVisible(fits);
            needed -= fits ? 0 : need(node);
        }
        super.layoutChildren();
    }

    private double need(Node node) {
        double width = node.prefWidth(-1);
        return (node.equals(title) ? Math.min(width, TITLE) : width) + getSpacing();
    }

    private static MenuButton compare(LaneCommands commands) {
        var menu = new MenuButton("", new FontIcon(MaterialDesignC.COMPARE));
        menu.setId("compare");
        menu.getStyleClass().addAll("icon-button", "main-menu");
        menu.setAccessibleText(text("topBar.compare.name"));
        menu.setTooltip(new Tooltip(text("topBar.compare.help")));
        menu.getItems().addAll(commands.items());
        return menu;
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
