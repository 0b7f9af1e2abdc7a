package scorescape.studio;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import scorescape.document.Lesson;
import scorescape.document.Slide;
import scorescape.document.Transition;
import scorescape.text.Texts;

/// The slides of the open lesson, and what is said on the one on show. Not there while no lesson is open.
final class LessonPane extends VBox {

    private static final double WIDTH = 300;
    private static final double ROW_HEIGHT = 32;
    private static final int FEWEST_ROWS = 3;
    private static final int MOST_ROWS = 7;
    private static final int BEGINNING = 40;

    private final LessonDesk desk;
    private final Look look;
    private final ListView<Slide> slides = new ListView<>();
    private final Label film = new Label();
    private final MarkedText preview = new MarkedText();
    private final List<Text<Lesson>> lessonTexts;
    private final List<Text<Slide>> slideTexts;

    /// The last one in the list, or null.
    private @Nullable Drag drag;

    /// True while fields and list are being set to show the lesson, not to edit it.
    private boolean showing;

    /// A slide that is dragged in the list: one step to undo.
    ///
    /// @param from its place when it was grabbed, −1 if there is none
    /// @param y of the pointer then
    private record Drag(int from, double y) {}

    /// A field and what it shows.
    private record Text<T>(TextInputControl field, Function<T, String> read) {}

    LessonPane(LessonDesk desk, LessonCommands commands, Look look, Messages messages) {
        this.desk = desk;
        this.look = look;
        setId("lesson");
        getStyleClass().add("lesson-pane");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        slideTexts = List.of(
                slideText("slide-title", new TextField(), Texts.text("lesson.slide.title"), Slide::title,
                        Slide::withTitle, messages),
                slideText("slide-caption", area(3), Texts.text("lesson.slide.caption"), Slide::caption,
                        Slide::withCaption, messages),
                slideText("slide-question", area(2), Texts.text("lesson.slide.question"), Slide::question,
                        Slide::withQuestion, messages),
                slideText("slide-notes", area(3), Texts.text("lesson.slide.notes"), Slide::notes, Slide::withNotes,
                        messages));
        lessonTexts = List.of(
                lessonText("lesson-title", new TextField(), Texts.text("lesson.title.prompt"), Lesson::title,
                        Lesson::withTitle, messages),
                lessonText("lesson-source", area(2), Texts.text("lesson.source"), Lesson::source, Lesson::withSource,
                        messages),
                lessonText("lesson-notes", area(2), Texts.text("lesson.notes"), Lesson::notes, Lesson::withNotes,
                        messages));
        buildList(commands);
        film.setId("slide-film");
        film.getStyleClass().add("faint");
        film.setWrapText(true);
        preview.setId("slide-preview");
        preview.getStyleClass().add("slide-preview");
        preview.managedProperty().bind(preview.visibleProperty());
        var content = new VBox(8, lessonTexts.getFirst().field(), slides,
                buttons(commands.capture.textButton(Texts.text("lesson.capture")),
                        commands.useView.textButton(Texts.text("lesson.useView"))),
                buttons(commands.duplicate.iconButton(MaterialDesignC.CONTENT_COPY),
                        commands.up.iconButton(MaterialDesignA.ARROW_UP),
                        commands.down.iconButton(MaterialDesignA.ARROW_DOWN),
                        commands.delete.iconButton(MaterialDesignD.DELETE_OUTLINE),
                        commands.undo.iconButton(MaterialDesignU.UNDO_VARIANT),
                        commands.redo.iconButton(MaterialDesignR.REDO_VARIANT)));
        add(content, slideTexts.get(0));
        add(content, slideTexts.get(1));
        content.getChildren().add(preview);
        add(content, slideTexts.get(2));
        add(content, slideTexts.get(3));
        content.getChildren().addAll(film, buttons(commands.beginHere.textButton(Texts.text("lesson.beginsHere")),
                commands.endHere.textButton(Texts.text("lesson.endsHere"))));
        add(content, lessonTexts.get(1));
        add(content, lessonTexts.get(2));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll,
                buttons(commands.presentHere.textButton(Texts.text("lesson.presentFromHere")),
                        commands.close.textButton(Texts.text("lesson.close"))));
        managedProperty().bind(visibleProperty());
        desk.stateProperty().subscribe(this::show);
        look.themeProperty().subscribe((_, _) -> showPreview());
    }

    private static void add(VBox content, Text<?> text) {
        var label = new Label(text.field().getPromptText());
        label.getStyleClass().add("faint");
        label.setWrapText(true);
        label.setLabelFor(text.field());
        content.getChildren().addAll(label, text.field());
    }

    private void buildList(LessonCommands commands) {
        slides.setId("slides");
        slides.setAccessibleRole(AccessibleRole.LIST_VIEW);
        slides.setAccessibleText(Texts.text("lesson.slides"));
        slides.setAccessibleHelp(Texts.text("lesson.slides.use"));
        slides.setTooltip(new Tooltip(Texts.text("lesson.slides.use")));
        slides.setFixedCellSize(ROW_HEIGHT);
        slides.setCellFactory(_ -> new Cell());
        slides.getSelectionModel().selectedIndexProperty().subscribe((_, now) -> {
            if (!showing && now.intValue() >= 0) {
                desk.goTo(now.intValue());
            }
        });
        slides.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Command command = command(event, commands);
            if (command != null) {
                command.run();
                event.consume();
            }
        });
        slides.addEventFilter(MouseEvent.MOUSE_PRESSED,
                event -> drag = new Drag(cellAt(event.getPickResult().getIntersectedNode()), event.getY()));
        slides.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            if (drag != null && drag.from() >= 0) {
                int by = (int) Math.round((event.getY() - drag.y()) / ROW_HEIGHT);
                desk.moveTo(drag, Math.clamp((long) drag.from() + by, 0, slides.getItems().size() - 1));
            }
            event.consume();
        });
    }

    /// What a key does to the slide that is chosen in the list, or null.
    private static @Nullable Command command(KeyEvent event, LessonCommands commands) {
        return switch (event.getCode()) {
            case DELETE, BACK_SPACE -> commands.delete;
            case UP -> event.isAltDown() ? commands.up : null;
            case DOWN -> event.isAltDown() ? commands.down : null;
            case Z -> event.isShortcutDown() ? event.isShiftDown() ? commands.redo : commands.undo : null;
            case Y -> event.isShortcutDown() ? commands.redo : null;
            case D -> event.isShortcutDown() ? commands.duplicate : null;
            default -> null;
        };
    }

    /// The place of the slide whose row a node is in, or −1.
    private static int cellAt(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Cell cell && !cell.isEmpty()) {
                return cell.getIndex();
            }
        }
        return -1;
    }

    private static FlowPane buttons(Button... buttons) {
        var row = new FlowPane(6, 6, buttons);
        row.setPrefWrapLength(WIDTH - 30);
        return row;
    }

    private static TextArea area(int rows) {
        var area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        return area;
    }

    private Text<Slide> slideText(String id, TextInputControl field, String prompt, Function<Slide, String> read,
            BiFunction<Slide, String, Slide> write, Messages messages) {
        edit(id, field, prompt, now -> desk.editSlide(field, slide -> write.apply(slide, now)), messages);
        return new Text<>(field, read);
    }

    private Text<Lesson> lessonText(String id, TextInputControl field, String prompt, Function<Lesson, String> read,
            BiFunction<Lesson, String, Lesson> write, Messages messages) {
        edit(id, field, prompt, now -> desk.editLesson(field, lesson -> write.apply(lesson, now)), messages);
        return new Text<>(field, read);
    }

    private void edit(String id, TextInputControl field, String prompt, Consumer<String> write, Messages messages) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().subscribe((_, now) -> {
            if (!showing) {
                attempt(() -> write.accept(now), messages);
            }
        });
    }

    /// A text that is too long is told, and not taken.
    private void attempt(Runnable edit, Messages messages) {
        try {
            edit.run();
        } catch (IllegalArgumentException e) {
            messages.complain(Texts.text("lesson.field.help", e.getMessage()));
        }
    }

    private void show(LessonDesk.@Nullable State state) {
        setVisible(state != null);
        if (state == null) {
            return;
        }
        showing = true;
        Lesson lesson = state.lesson();
        showList(lesson.slides());
        slides.getSelectionModel().clearAndSelect(state.slide());
        reveal(state.slide());
        lessonTexts.forEach(text -> set(text.field(), text.read().apply(lesson)));
        Slide slide = state.current();
        slideTexts.forEach(text -> set(text.field(), text.read().apply(slide)));
        film.setText(
                film(slide) + (state.slide() == 0 ? "" : " " + way(lesson.slides().get(state.slide() - 1), slide)));
        showPreview();
        showing = false;
    }

    /// Scrolls only where it must, so that rows stay under the pointer.
    private void reveal(int row) {
        boolean isSeen = slides.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null && flow.getFirstVisibleCell().getIndex() <= row
                && flow.getLastVisibleCell().getIndex() >= row;
        if (!isSeen) {
            slides.scrollTo(row);
        }
    }

    /// Rows that stay are left alone, so that the list stands still while someone types.
    private void showList(List<Slide> now) {
        double height = 2 + ROW_HEIGHT * Math.clamp(now.size(), FEWEST_ROWS, MOST_ROWS);
        slides.setMinHeight(height);
        slides.setPrefHeight(height);
        if (slides.getItems().size() != now.size()) {
            slides.getItems().setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!slides.getItems().get(i).equals(now.get(i))) {
                slides.getItems().set(i, now.get(i));
            }
        }
    }

    private static String film(Slide slide) {
        return slide.standsStill()
                ? Texts.text("lesson.shows", slide.to())
                : Texts.text("lesson.plays", slide.from(), slide.to());
    }

    /// How one slide becomes the other.
    private static String way(Slide before, Slide slide) {
        boolean fades = new Transition(before.shown(), before.to().end(), slide.shown(), slide.opening()).fades();
        return Texts.text(fades ? "lesson.fades" : "lesson.moves");
    }

    /// Texts as the audience sees them, if there is something to typeset.
    private void showPreview() {
        LessonDesk.State state = desk.stateProperty().get();
        String words = state == null ? "" : words(state.current());
        boolean isMarked = words.contains("$") || words.contains("*") || words.contains("\n- ");
        preview.setVisible(isMarked);
        preview.show(isMarked ? words : "", look.themeProperty().get(),
                getScene() == null ? 1 : getScene().getWindow().getRenderScaleX());
    }

    private static String words(Slide slide) {
        return slide.asks() ? "**?** " + slide.question() + "\n\n" + slide.caption() : slide.caption();
    }

    private static void set(TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private static final class Cell extends ListCell<Slide> {

        @Override
        protected void updateItem(@Nullable Slide slide, boolean empty) {
            super.updateItem(slide, empty);
            if (empty || slide == null) {
                setText(null);
                return;
            }
            String words = Stream.of(slide.title(), slide.caption(), slide.to().toString()).filter(
                    text -> !text.isBlank()).findFirst().orElseThrow();
            String shown = words.length() > BEGINNING ? words.substring(0, BEGINNING) + "…" : words;
            setText((getIndex() + 1) + "   " + shown + (slide.asks() ? "  ?" : ""));
        }
    }
}
