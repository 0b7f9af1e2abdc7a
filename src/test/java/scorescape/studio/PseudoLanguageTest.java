package scorescape.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescape.OtherJvm;
import scorescape.document.Document;
import scorescape.document.Layer;
import scorescape.document.Presets;
import scorescape.document.Study.Shown;
import scorescape.document.Thumbnails;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.studio.ExportDesk.View;
import scorescape.studio.RuleKind.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The window in a language in which every text stands in brackets: what it says without them could not be translated.
class PseudoLanguageTest {

    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern BRACKETED = Pattern.compile("«[^«»]*»");
    private static final Pattern WORD = Pattern.compile("\\p{Alpha}{2,}");

    /// What is the same in every language: proper names, functions of mathematics, kinds of files, and names of keys, which
    /// are JavaFX's.
    private static final Set<String> SAME_EVERYWHERE = Set.of("Scorescape", "log", "ln", "logSNR", "CSV", "JSON",
            "JSONL", "Ctrl", "Shift", "Alt", "Space");

    /// A moment is written as in files and commands: `9/start`.
    private static final Pattern MOMENT = Pattern.compile("\\d+/[a-z-]+");

    /// The window has more texts than this, unless something went wrong with listening.
    private static final int MANY = 300;
    private static final String NOTHING_ELSE = "nothing else was heard";

    @TempDir
    private Path folder;

    @Test
    void theWindowSaysNothingThatIsNotFromTheTexts() throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(OtherJvm.WINDOW);
        options.addAll(List.of("-Duser.language=qps", "-Duser.country=", "-Dstdout.encoding=UTF-8"));
        Process window = OtherJvm.of(options, Window.class, folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(window.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the window ends");

        assertEquals(NOTHING_ELSE, said.strip());
    }

    /// Opens the window with much of it unfolded and prints what it says by itself.
    static final class Window {

        private final Set<String> findings = new TreeSet<>();
        private final Set<Node> seen = new HashSet<>();
        /// What is not said in any language, of the program and of the scene.
        private final Set<String> names = new TreeSet<>(SAME_EVERYWHERE);

        private int bracketed;

        private Window() {}

        public static void main(String[] args) {
            Platform.startup(() -> {
                var listened = new Window();
                try {
                    listened.open(Path.of(args[0]));
                    listened.findings.forEach(System.out::println);
                    System.out.println(listened.bracketed > MANY ? NOTHING_ELSE : listened.bracketed + " texts only");
                } finally {
                    System.exit(0);
                }
            });
        }

        private void open(Path folder) {
            Look.loadFonts();
            Document scene = Presets.defaultScene();
            scene.classes().forEach(dataClass -> names.add(dataClass.name()));
            names.add(scene.title());
            names.addAll(Thumbnails.NAMES);
            var stage = new javafx.stage.Stage();
            var settings = new Settings(new MemoryPreferences());
            var window = new StudioWindow(stage, scene, settings, new ScriptedPrompts(),
                    new Recovery(folder), new Journal(folder));
            window.show();
            window.gestures().editor().selection().select(List.of(0));
            Parent root = stage.getScene().getRoot();
            unfold(root);
            for (UnaryOperator<Document> change : changes()) {
                window.store().edit(new Object(), change);
                listen(root);
            }
            window.lessons().openNew();
            names.add(window.lessons().forTalk().lesson().title());
            listen(root);
            var view = new View(scene, new Playhead(3, Stage.AMPLIFY, 1), 640, 400, Theme.LIGHT, null);
            look(new FilmDialog(view, settings).getDialogPane());
            look(new PictureDialog(view, settings).getDialogPane());
            look(new NumbersDialog(view, settings).getDialogPane());
            look(new GalleryDialog(scene, Theme.LIGHT).getDialogPane());
        }

        /// One edit after the other, after each of which the inspector shows something else.
        private static List<UnaryOperator<Document>> changes() {
            List<UnaryOperator<Document>> changes = new ArrayList<>();
            changes.add(d -> d.withStudy(d.study().withShown(Shown.SAMPLES)));
            changes.add(d -> d.withStudy(d.study().withShown(Shown.SCENE)));
            for (RuleKind kind : RuleKind.values()) {
                changes.add(d -> d.withGuidance(kind.make(new Start(1, 0, 2))));
            }
            for (SamplerKind kind : SamplerKind.values()) {
                changes.add(d -> d.withSampling(d.sampling().withSampler(kind.make(d.schedule()))));
            }
            for (ScheduleKind kind : ScheduleKind.values()) {
                changes.add(d -> d.withSampling(d.sampling().withSchedule(kind.make(d.schedule()))));
            }
            for (ModelKind kind : ModelKind.values()) {
                changes.add(d -> d.withSampling(d.sampling().withModel(kind.make())));
            }
            return changes;
        }

        private void listen(Parent root) {
            root.applyCss();
            root.layout();
            seen.clear();
            look(root);
        }

        private static void unfold(Node node) {
            if (node instanceof LayersPane.Row row && row.layer() != Layer.CAPTION) {
                row.unfold(true);
            }
            if (node instanceof MainMenu menu) {
                menu.fill();
            }
            if (node instanceof Parent parent) {
                List.copyOf(parent.getChildrenUnmodifiable()).forEach(Window::unfold);
            }
        }

        private void look(Node node) {
            // What JavaFX puts into a table without rows.
            if (!seen.add(node) || node.getStyleClass().contains("placeholder")) {
                return;
            }
            hear(node, "name", node.getAccessibleText());
            hear(node, "use", node.getAccessibleHelp());
            hear(node, "tooltip", node.getProperties().values().stream().filter(Tooltip.class::isInstance)
                    .map(tooltip -> ((Tooltip) tooltip).getText()).findFirst().orElse(null));
            switch (node) {
                case Labeled labeled -> hear(node, "text", labeled.getText());
                case TextInputControl input -> hear(node, "prompt", input.getPromptText());
                case Text text when !(text.getParent() instanceof Labeled) -> hear(node, "text", text.getText());
                case ChoiceBox<?> box -> choices(node, box);
                case ListView<?> list when list.getPlaceholder() != null -> hear(node, "placeholder",
                        list.getPlaceholder() instanceof Label label ? label.getText() : null);
                case TableView<?> table -> table.getColumns().forEach(c -> hear(node, "column", c.getText()));
                default -> {}
            }
            if (node instanceof Control control && control.getTooltip() != null) {
                hear(node, "tooltip", control.getTooltip().getText());
            }
            if (node instanceof Control control && control.getContextMenu() != null) {
                control.getContextMenu().getItems().forEach(item -> look(node, item));
            }
            if (node instanceof MenuButton button) {
                button.getItems().forEach(item -> look(node, item));
            }
            if (node instanceof Parent parent) {
                List.copyOf(parent.getChildrenUnmodifiable()).forEach(this::look);
            }
        }

        private void look(Node owner, MenuItem item) {
            // What opens a file is called by what is in the file.
            if (item.getId() == null || !item.getId().matches("(preset|lesson)-.*")) {
                hear(owner, "menu", item.getText());
            }
            if (item instanceof Menu menu) {
                menu.getItems().forEach(inner -> look(owner, inner));
            }
        }

        private <T> void choices(Node node, ChoiceBox<T> box) {
            for (T item : box.getItems()) {
                hear(node, "choice", box.getConverter() == null ? item.toString() : box.getConverter().toString(item));
            }
        }

        private void hear(Node node, String how, @Nullable String said) {
            String rest = said == null ? "" : said;
            // Texts in texts lose their brackets from the inside to the outside.
            for (String before = ""; !before.equals(rest);) {
                before = rest;
                rest = BRACKETED.matcher(rest).replaceAll("");
            }
            if (said != null && !rest.equals(said)) {
                bracketed++;
            }
            for (String name : names) {
                rest = rest.replaceAll("\\b" + Pattern.quote(name) + "\\b", "");
            }
            if (WORD.matcher(MOMENT.matcher(rest).replaceAll("")).find()) {
                findings.add(how + " of " + node.getClass().getSimpleName() + " #" + node.getId() + ": " + said);
            }
        }
    }
}
