package scorescape.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import static scorescape.text.Texts.text;

/// The user guide: chapters at the left, with a search in all of them, and the text of one.
final class GuideWindow {

    private static final String FOLDER = "/scorescape/guide/markdown/";
    private static final String HEADING = "## ";
    private static final String NEWS = text("guide.news");
    private static final double WIDTH = 980;
    private static final double HEIGHT = 760;

    private final Stage stage = new Stage();
    private final TextField search = new TextField();
    private final FilteredList<Chapter> found;
    private final ListView<Chapter> list;
    private final ScrollPane page = new ScrollPane();

    /// A part of the guide with a heading.
    ///
    /// @param markdown with the heading
    record Chapter(String title, String markdown) {

        /// Whether all words are somewhere in the chapter.
        boolean has(String words) {
            String text = markdown.toLowerCase(Locale.ROOT);
            return Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
        }
    }

    /// @param owner with which it closes
    GuideWindow(Look look, Stage owner) {
        found = new FilteredList<>(FXCollections.observableArrayList(chapters()));
        list = new ListView<>(found);
        list.setId("guide-chapters");
        list.setAccessibleText(text("guide.list.name"));
        list.setCellFactory(_ -> new ChapterCell());
        var text = new MarkdownView(GuideWindow::picture);
        list.getSelectionModel().selectedItemProperty().subscribe(chapter -> {
            if (chapter != null) {
                text.show(chapter.markdown());
                page.setVvalue(0);
            }
        });
        search.setId("guide-search");
        search.setPromptText(text("guide.search.prompt"));
        search.setAccessibleText(text("guide.search.name"));
        search.setTooltip(new Tooltip(text("guide.search.help")));
        search.textProperty().subscribe(words -> {
            found.setPredicate(chapter -> chapter.has(words));
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        list.setPlaceholder(new Label(text("guide.empty")));
        page.setContent(text);
        page.setFitToWidth(true);
        page.setId("guide-page");
        VBox.setVgrow(list, Priority.ALWAYS);
        var side = new VBox(search, list);
        side.getStyleClass().add("guide-side");
        var root = new BorderPane(page, null, null, null, side);
        root.getStyleClass().add("guide");
        var scene = new Scene(root, WIDTH, HEIGHT);
        look.dress(scene);
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+F"), search::requestFocus);
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
            }
        });
        stage.setScene(scene);
        stage.initOwner(owner);
        stage.setTitle(text("guide.windowTitle"));
        stage.getIcons().setAll(Look.icons());
    }

    void showNews() {
        search.clear();
        list.getSelectionModel().selectLast();
        show();
    }

    void show() {
        stage.show();
        stage.toFront();
        search.requestFocus();
    }

    /// The chapters of the guide, and what is new as the last.
    static List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        var text = new StringBuilder();
        for (String line : read("guide.md").lines().toList()) {
            if (line.startsWith(HEADING)) {
                chapters.add(chapter(text.toString()));
                text.setLength(0);
            }
            text.append(line).append('\n');
        }
        chapters.add(chapter(text.toString()));
        chapters.add(new Chapter(NEWS, read("CHANGELOG.md")));
        return chapters;
    }

    private static Chapter chapter(String markdown) {
        return new Chapter(markdown.lines().findFirst().orElse("").replaceFirst("^#+ ", ""), markdown);
    }

    private static String read(String file) {
        try (InputStream in = GuideWindow.class.getResourceAsStream(FOLDER + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param destination relative to the guide's text
    private static Optional<Image> picture(String destination) {
        return Optional.ofNullable(GuideWindow.class.getResourceAsStream(FOLDER + destination)).map(Image::new);
    }

    private static final class ChapterCell extends ListCell<Chapter> {

        ChapterCell() {
            // As wide as the list, which then needs no bar to scroll across.
            setPrefWidth(0);
            setWrapText(true);
        }

        @Override
        protected void updateItem(Chapter chapter, boolean empty) {
            super.updateItem(chapter, empty);
            setText(empty ? null : chapter.title());
        }
    }
}
