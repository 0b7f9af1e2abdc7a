package scorescape.studio;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import scorescape.document.Slide;
import scorescape.text.Texts;

/// The slides of the open lesson, and what is said on the one on show. Not there while no lesson is open.
final class LessonPane extends VBox {

    private static final double WIDTH = 270;
    private static final double LIST_HEIGHT = 220;
    private static final int BEGINNING = 40;

    private final LessonDesk desk;
    private final ListView<Slide> slides = new ListView<>();
    private final TextField title = new TextField();
    private final Label film = new Label();
    private final List<Text> texts;

    /// True while fields and list are being set to show the lesson, not to edit it.
    private boolean showing;

    /// A field and what it shows of a slide.
    private record Text(TextInputControl field, Function<Slide, String> read) {}

    LessonPane(LessonDesk desk, LessonCommands commands, Messages messages) {
        this.desk = desk;
        setId("lesson");
        getStyleClass().add("lesson-pane");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        texts = List.of(
                text("slide-title", new TextField(), Texts.text("lesson.slide.title"), Slide::title, Slide::withTitle,
                        messages),
                text("slide-caption", area(3), Texts.text("lesson.slide.caption"),
                        Slide::caption, Slide::withCaption, messages),
                text("slide-question", area(2), Texts.text("lesson.slide.question"), Slide::question,
                        Slide::withQuestion, messages),
                text("slide-notes", area(4), Texts.text("lesson.slide.notes"), Slide::notes, Slide::withNotes,
                        messages));
        title.setId("lesson-title");
        title.setPromptText(Texts.text("lesson.title.prompt"));
        title.setAccessibleText(Texts.text("lesson.title.name"));
        title.textProperty().subscribe((_, now) -> {
            if (!showing) {
                attempt(() -> desk.editTitle(title, now), messages);
            }
        });
        slides.setId("slides");
        slides.setAccessibleRole(AccessibleRole.LIST_VIEW);
        slides.setAccessibleText(Texts.text("lesson.slides"));
        slides.setPrefHeight(LIST_HEIGHT);
        slides.setMinHeight(120);
        slides.setCellFactory(_ -> new Cell());
        slides.getSelectionModel().selectedIndexProperty().subscribe((_, now) -> {
            if (!showing && now.intValue() >= 0) {
                desk.goTo(now.intValue());
            }
        });
        film.getStyleClass().add("faint");
        film.setWrapText(true);
        var content = new VBox(8, title, slides,
                buttons(commands.capture.textButton(Texts.text("lesson.capture")),
                        commands.useView.textButton(Texts.text("lesson.useView")),
                        commands.duplicate.textButton(Texts.text("lesson.duplicate")),
                        commands.up.textButton(Texts.text("lesson.up")),
                        commands.down.textButton(Texts.text("lesson.down")),
                        commands.delete.textButton(Texts.text("lesson.delete")),
                        commands.undo.textButton(Texts.text("lesson.undo")),
                        commands.redo.textButton(Texts.text("lesson.redo"))),
                film, buttons(commands.beginHere.textButton(Texts.text("lesson.beginsHere")),
                        commands.endHere.textButton(Texts.text("lesson.endsHere"))));
        texts.forEach(text -> {
            var label = new Label(text.field().getPromptText());
            label.getStyleClass().add("faint");
            label.setWrapText(true);
            label.setLabelFor(text.field());
            content.getChildren().addAll(label, text.field());
        });
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll,
                buttons(commands.presentHere.textButton(Texts.text("lesson.presentFromHere")),
                        commands.close.textButton(Texts.text("lesson.close"))));
        managedProperty().bind(visibleProperty());
        desk.stateProperty().subscribe(this::show);
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

    private Text text(String id, TextInputControl field, String prompt, Function<Slide, String> read,
            BiFunction<Slide, String, Slide> write, Messages messages) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().subscribe((_, now) -> {
            if (!showing) {
                attempt(() -> desk.editSlide(field, slide -> write.apply(slide, now)), messages);
            }
        });
        return new Text(field, read);
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
        set(title, state.lesson().title());
        if (!slides.getItems().equals(state.lesson().slides())) {
            slides.getItems().setAll(state.lesson().slides());
        }
        slides.getSelectionModel().clearAndSelect(state.slide());
        slides.scrollTo(state.slide());
        Slide slide = state.current();
        texts.forEach(text -> set(text.field(), text.read().apply(slide)));
        film.setText(slide.standsStill()
                ? Texts.text("lesson.shows", slide.to())
                : Texts.text("lesson.plays", slide.from(), slide.to()));
        showing = false;
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
            String words = slide.title().isEmpty() ? slide.caption() : slide.title();
            String shown = words.length() > BEGINNING ? words.substring(0, BEGINNING) + "…" : words;
            setText((getIndex() + 1) + "   " + shown + (slide.asks() ? "  ?" : ""));
        }
    }
}
