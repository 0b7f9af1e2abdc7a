package scorescape.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import scorescape.document.Document;
import scorescape.document.Document.Coordinates;
import scorescape.document.DocumentStore;
import scorescape.document.Lesson;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.studio.Settings.Appearance;

import static scorescape.text.Texts.text;

/// One button with everything the program can do.
final class MainMenu extends MenuButton {

    private final Menu presets = new Menu(text("menu.scenes"));
    private final Menu recent = new Menu(text("menu.openRecent"));
    private final Menu shippedLessons = new Menu(text("menu.openLesson"));
    private final Menu displays = new Menu(text("menu.displays"));
    private final SceneDesk scenes;
    private final LessonDesk desk;
    private final Settings settings;

    MainMenu(Commands commands, DocumentStore store, SceneDesk scenes, Look look, Settings settings, LessonDesk desk,
            LessonCommands lessonCommands) {
        this.scenes = scenes;
        this.settings = settings;
        this.desk = desk;
        setId("menu");
        getStyleClass().addAll("icon-button", "main-menu");
        setGraphic(new FontIcon(MaterialDesignM.MENU));
        setAccessibleText(text("menu.name"));
        setTooltip(new Tooltip(text("menu.tooltip")));
        presets.setId("presets");
        recent.setId("recent");
        showingProperty().subscribe(showing -> {
            if (showing) {
                fill();
            }
        });
        getItems().addAll(presets,
                file(commands),
                edit(commands), insert(commands.canvas),
                menu(text("menu.film"), commands.play, null, commands.stageBack, commands.stageForward,
                        commands.stepBack,
                        commands.stepForward, commands.beginning, commands.end, null, commands.tell, null,
                        commands.slower, commands.faster, commands.loop),
                view(commands, store, look), lessons(lessonCommands),
                menu(text("menu.help"), commands.guide, commands.news, null, commands.copyDiagnostics));
    }

    /// Adds the recent files, the displays, and the scenes that come with the program. Not at its start, which would have
    /// to read all of these.
    void fill() {
        recent.getItems().setAll(scenes.recentFiles().stream().map(path -> recent(path, scenes)).toList());
        recent.setDisable(recent.getItems().isEmpty());
        fillDisplays();
        if (presets.getItems().isEmpty()) {
            Presets.NAMES.forEach(name -> presets.getItems().add(preset(name, scenes)));
            Lessons.NAMES.forEach(name -> shippedLessons.getItems().add(lesson(name)));
        }
    }

    private void fillDisplays() {
        List<Rectangle2D> all = Displays.all();
        boolean isThere = all.stream().anyMatch(display -> Displays.place(display).equals(settings.audience()));
        var group = new ToggleGroup();
        RadioMenuItem other = radio(text("menu.displays.other"), group, () -> settings.setAudience(""));
        other.setId("display-other");
        other.setSelected(!isThere);
        displays.getItems().setAll(other);
        for (Rectangle2D display : all) {
            String place = Displays.place(display);
            RadioMenuItem item = radio(Displays.title(all, display), group, () -> settings.setAudience(place));
            item.setId("display-" + (all.indexOf(display) + 1));
            item.setSelected(place.equals(settings.audience()));
            displays.getItems().add(item);
        }
    }

    private static MenuItem preset(String name, SceneDesk scenes) {
        Document scene = Presets.named(name).orElseThrow();
        MenuItem item = new MenuItem(scene.title());
        item.setId("preset-" + name);
        item.setOnAction(_ -> scenes.openPreset(scene));
        return item;
    }

    private MenuItem lesson(String name) {
        Lesson lesson = Lessons.named(name).orElseThrow();
        MenuItem item = new MenuItem(lesson.title());
        item.setId("lesson-" + name);
        item.setOnAction(_ -> desk.openShipped(lesson));
        return item;
    }

    private Menu lessons(LessonCommands commands) {
        shippedLessons.setId("lessons");
        displays.setId("displays");
        Menu menu = menu(text("menu.lessons"), commands.present, commands.presentHere);
        menu.getItems().addAll(displays, new SeparatorMenuItem(), shippedLessons, commands.openNew.menuItem(),
                new SeparatorMenuItem());
        commands.editing().forEach(command -> menu.getItems().add(command.menuItem()));
        menu.getItems().addAll(new SeparatorMenuItem(), commands.close.menuItem());
        return menu;
    }

    private static Menu menu(String name, @Nullable Command... commands) {
        Menu menu = new Menu(name);
        for (Command command : commands) {
            menu.getItems().add(command == null ? new SeparatorMenuItem() : command.menuItem());
        }
        return menu;
    }

    private Menu file(Commands commands) {
        Menu file = menu(text("menu.file"), commands.openNew, commands.open, commands.importPoints,
                commands.importImage, null,
                commands.save, commands.saveAs, commands.revert, null, commands.exportFilm, commands.exportPicture,
                commands.exportNumbers, null, commands.quit);
        file.getItems().add(2, recent);
        return file;
    }

    private static MenuItem recent(Path path, SceneDesk scenes) {
        // An underscore is no mnemonic here.
        MenuItem item = new MenuItem(path.getFileName() + "  —  " + path.getParent());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> scenes.openRecent(path));
        return item;
    }

    private static Menu edit(Commands commands) {
        CanvasCommands canvas = commands.canvas;
        Menu edit = menu(text("menu.edit"), commands.undo, commands.redo, null, canvas.cut, canvas.copy, canvas.paste,
                canvas.duplicate, canvas.delete, canvas.selectAll, null, commands.copyPicture, commands.copySvg, null);
        edit.getItems().addAll(canvas.arrangeItems());
        edit.getItems().addAll(new SeparatorMenuItem(), commands.newNoise.menuItem(),
                commands.keepNoise.menuItem(), commands.forgetNoise.menuItem(), commands.letGo.menuItem(),
                canvas.unpin.menuItem());
        return edit;
    }

    private static Menu insert(CanvasCommands canvas) {
        Menu insert = new Menu(text("menu.tools"));
        canvas.tools.values().forEach(tool -> insert.getItems().add(tool.menuItem()));
        insert.getItems().addAll(canvas.largerBrush.menuItem(), canvas.smallerBrush.menuItem(), new SeparatorMenuItem(),
                canvas.gallery.menuItem(), canvas.addClass.menuItem());
        return insert;
    }

    private static Menu view(Commands commands, DocumentStore store, Look look) {
        Menu view =
                menu(text("menu.view"), commands.palette, null, commands.sidePane, commands.inspector, null,
                        commands.canvas.fit,
                        commands.canvas.zoomToSelection, commands.canvas.zoomIn, commands.canvas.zoomOut, null);
        var places = new ToggleGroup();
        for (Coordinates coordinates : Coordinates.values()) {
            RadioMenuItem item = radio(switch (coordinates) {
                case STATE -> text("menu.drawState");
                case RESCALED -> text("menu.drawRescaled");
            }, places, () -> store.edit(new Object(), d -> d.withCoordinates(coordinates)));
            store.subscribe(document -> item.setSelected(document.coordinates() == coordinates));
            view.getItems().add(item);
        }
        view.getItems().add(new SeparatorMenuItem());
        var appearances = new ToggleGroup();
        for (Appearance appearance : Appearance.values()) {
            RadioMenuItem item =
                    radio(appearance.title(), appearances, () -> look.appearanceProperty().set(appearance));
            item.setId("appearance-" + appearance.name().toLowerCase(Locale.ROOT));
            look.appearanceProperty().subscribe(now -> item.setSelected(now == appearance));
            view.getItems().add(item);
        }
        var compare = new Menu(text("menu.compare"));
        compare.getItems().addAll(commands.lanes.items());
        view.getItems().addAll(new SeparatorMenuItem(), commands.curve.menuItem(), compare);
        return view;
    }

    private static RadioMenuItem radio(String name, ToggleGroup group, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setToggleGroup(group);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
