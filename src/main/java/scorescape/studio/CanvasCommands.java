package scorescape.studio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;
import scorescape.document.DocumentStore;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.studio.canvas.Alignment;
import scorescape.studio.canvas.Cameras;
import scorescape.studio.canvas.CanvasGestures;
import scorescape.studio.canvas.CanvasView;
import scorescape.studio.canvas.Editor;
import scorescape.studio.canvas.Selection;
import scorescape.studio.canvas.Tool;

import static scorescape.text.Texts.text;

/// What can be done to the data and to what is seen of it: tools, the clipboard, groups, alignment, zoom. Also the context
/// menus of the picture and the list, which are made of these.
final class CanvasCommands implements CanvasView.Menus {

    private static final double ZOOM_STEP = 1.25;
    private static final double BRUSH_STEP = 1.25;

    /// How far copies stand from what they are copies of, as a share of what is seen.
    private static final double COPY_OFFSET = 0.02;

    final Map<Tool, Command> tools = new EnumMap<>(Tool.class);
    final Command gallery;
    final Command cut;
    final Command copy;
    final Command paste;
    final Command duplicate;
    final Command delete;
    final Command selectAll;
    final Command group;
    final Command ungroup;
    final Command lock;
    final Command counts;
    final Map<Alignment, Command> alignments = new EnumMap<>(Alignment.class);
    final Command addClass;
    final Command largerBrush;
    final Command smallerBrush;
    final Command zoomIn;
    final Command zoomOut;
    final Command fit;
    final Command zoomToSelection;
    final Command unpin;

    private final Editor editor;
    private final DocumentStore store;
    private final Selection selection;
    private @Nullable ContextMenu shown;

    /// @param openGallery shows the gallery of generators
    CanvasCommands(CanvasGestures gestures, Runnable openGallery) {
        editor = gestures.editor();
        store = editor.store();
        selection = editor.selection();
        for (Tool tool : Tool.values()) {
            tools.put(tool, tool(tool, gestures));
        }
        gallery = new Command("gallery", "Shortcut+Shift+N", openGallery);
        cut = new Command("cut", "Shortcut+X", () -> {
            if (copy()) {
                editor.delete();
            }
        });
        copy = new Command("copy", "Shortcut+C", this::copy);
        paste = new Command("paste", "Shortcut+V", () -> editor.paste(clipboard(), offset()));
        duplicate = new Command("duplicate", "Shortcut+D", () -> editor.duplicate(offset()));
        delete = new Command("delete", "Delete", editor::delete);
        selectAll = new Command("select-all", "Shortcut+A", editor::selectAll);
        group = new Command("group", "Shortcut+G", editor::group);
        ungroup = new Command("ungroup", "Shortcut+Shift+G", editor::ungroup);
        lock = new Command("lock", "Shortcut+L", editor::toggleLock);
        counts = new Command("counts", "Shortcut+H", editor::toggleCounts);
        for (Alignment alignment : Alignment.values()) {
            alignments.put(alignment, alignment(alignment));
        }
        addClass = new Command("new-class", "", editor::addClass);
        largerBrush = new Command("larger-brush", "Close Bracket", () -> gestures.scaleBrush(BRUSH_STEP));
        smallerBrush = new Command("smaller-brush", "Open Bracket", () -> gestures.scaleBrush(1 / BRUSH_STEP));
        zoomIn = new Command("zoom-in", "Shortcut+Plus", () -> Cameras.zoom(store, ZOOM_STEP));
        zoomOut = new Command("zoom-out", "Shortcut+Minus", () -> Cameras.zoom(store, 1 / ZOOM_STEP));
        fit = new Command("fit", "Shortcut+0", () -> Cameras.fit(store, store.current().data().bounds()));
        zoomToSelection = new Command("zoom-to-selection", "Z", () -> Cameras.fit(store, bounds(selection.items())));
        unpin = new Command("unpin", "", () -> store.edit(new Object(), document -> document.withProbes(List.of())));
        selection.indicesProperty().subscribe(_ -> enable());
        store.subscribe(_ -> enable());
    }

    /// The places of what is selected in the list of the document.
    List<Integer> selected() {
        return List.copyOf(selection.indices());
    }

    /// All of them, for whoever lists what the program can do.
    List<Command> all() {
        List<Command> all = new ArrayList<>(tools.values());
        all.addAll(List.of(gallery, cut, copy, paste, duplicate, delete, selectAll, group, ungroup, lock, counts));
        all.addAll(alignments.values());
        all.addAll(List.of(addClass, largerBrush, smallerBrush, zoomIn, zoomOut, fit, zoomToSelection, unpin));
        return all;
    }

    /// What stands in the menu "Arrange", after the edit menu's own.
    List<MenuItem> arrangeItems() {
        Menu align = new Menu(text("canvas.align"));
        alignments.values().forEach(command -> align.getItems().add(command.menuItem()));
        return List.of(group.menuItem(), ungroup.menuItem(), align, new SeparatorMenuItem(), lock.menuItem(),
                counts.menuItem());
    }

    @Override
    public ContextMenu forSelection() {
        ContextMenu menu = fresh();
        menu.getItems().addAll(items(cut, copy, duplicate, delete));
        menu.getItems().addAll(new SeparatorMenuItem(), classMenu(), new SeparatorMenuItem());
        menu.getItems().addAll(arrangeItems());
        menu.getItems().addAll(new SeparatorMenuItem(), zoomToSelection.menuItem());
        return menu;
    }

    @Override
    public ContextMenu forPlace(Vec2 place) {
        ContextMenu menu = fresh();
        MenuItem pasteHere = new MenuItem(text("canvas.pasteHere"));
        pasteHere.setId("paste-here-item");
        pasteHere.setOnAction(_ -> editor.pasteAt(clipboard(), place));
        menu.getItems().addAll(pasteHere, selectAll.menuItem(), new SeparatorMenuItem());
        Stream.of(Tool.GAUSSIAN, Tool.RECTANGLE, Tool.RING, Tool.SEGMENT, Tool.BRUSH, Tool.SKETCH, Tool.TEXT)
                .forEach(tool -> menu.getItems().add(Objects.requireNonNull(tools.get(tool)).menuItem()));
        menu.getItems().addAll(gallery.menuItem(), new SeparatorMenuItem());
        menu.getItems().addAll(items(fit, zoomIn, zoomOut));
        menu.getItems().addAll(new SeparatorMenuItem(), unpin.menuItem());
        return menu;
    }

    /// The menu of a class in the list.
    ContextMenu forClass(int label, Runnable rename) {
        ContextMenu menu = fresh();
        MenuItem renameItem = new MenuItem(text("canvas.class.rename"));
        renameItem.setOnAction(_ -> rename.run());
        MenuItem select = new MenuItem(text("canvas.class.select"));
        select.setOnAction(_ -> {
            List<DataItem> items = store.current().items();
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).component().label() == label) {
                    own.add(i);
                }
            }
            selection.select(own);
        });
        MenuItem remove = new MenuItem(text("canvas.class.remove"));
        remove.setOnAction(_ -> editor.removeClass(label));
        menu.getItems().addAll(renameItem, select, new SeparatorMenuItem(), addClass.menuItem(), remove);
        return menu;
    }

    /// One menu at a time: the one before goes when the next is asked for.
    private ContextMenu fresh() {
        if (shown != null) {
            shown.hide();
        }
        ContextMenu menu = new ContextMenu();
        shown = menu;
        return menu;
    }

    private static List<MenuItem> items(Command... commands) {
        return Stream.of(commands).map(Command::menuItem).toList();
    }

    private Menu classMenu() {
        Menu menu = new Menu(text("canvas.class"));
        Document document = store.current();
        List<Integer> labels = selection.items().stream().map(item -> item.component().label()).distinct().toList();
        for (DataClass dataClass : document.classes()) {
            RadioMenuItem item = new RadioMenuItem(dataClass.name());
            item.setSelected(labels.equals(List.of(dataClass.label())));
            item.setOnAction(_ -> editor.moveToClass(selection.indices(), dataClass.label()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void enable() {
        List<DataItem> items = selection.items();
        boolean some = !items.isEmpty();
        Stream.of(cut, copy, duplicate, delete, lock, counts, zoomToSelection).forEach(c -> c.setEnabled(some));
        group.setEnabled(items.size() > 1);
        ungroup.setEnabled(items.stream().anyMatch(item -> item.group() != 0));
        unpin.setEnabled(!store.current().view().probes().isEmpty());
        int units = editor.unitCount();
        alignments.forEach((alignment, command) -> command.setEnabled(units >= alignment.least()));
    }

    private boolean copy() {
        String text = editor.copied();
        if (text.isEmpty()) {
            return false;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        return Clipboard.getSystemClipboard().setContent(content);
    }

    private static String clipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    private Vec2 offset() {
        double step = COPY_OFFSET * store.current().camera().width();
        return new Vec2(step, -step);
    }

    private static Bounds bounds(List<DataItem> items) {
        return items.stream().map(item -> item.component().bounds()).reduce(Bounds::union).orElseThrow();
    }

    private static Command tool(Tool tool, CanvasGestures gestures) {
        Runnable take = () -> gestures.toolProperty().set(tool);
        return switch (tool) {
            case SELECT -> new Command("tool-select", "V", take);
            case GAUSSIAN -> new Command("tool-gaussian", "G", take);
            case RECTANGLE -> new Command("tool-rectangle", "R", take);
            case RING -> new Command("tool-ring", "O", take);
            case SEGMENT -> new Command("tool-segment", "S", take);
            case BRUSH -> new Command("tool-brush", "B", take);
            case ERASER -> new Command("tool-eraser", "E", take);
            case SKETCH -> new Command("tool-sketch", "P", take);
            case TEXT -> new Command("tool-text", "T", take);
            case HAND -> new Command("tool-hand", "H", take);
            case PROBE -> new Command("tool-probe", "I", take);
        };
    }

    private Command alignment(Alignment alignment) {
        Runnable align = () -> editor.align(alignment);
        return switch (alignment) {
            case LEFT -> new Command("align-left", "", align);
            case CENTRE -> new Command("align-centre", "", align);
            case RIGHT -> new Command("align-right", "", align);
            case TOP -> new Command("align-top", "", align);
            case MIDDLE -> new Command("align-middle", "", align);
            case BOTTOM -> new Command("align-bottom", "", align);
            case ACROSS -> new Command("distribute-across", "", align);
            case DOWN -> new Command("distribute-down", "", align);
        };
    }
}
