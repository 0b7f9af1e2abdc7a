package scorescape.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import scorescape.diffusion.analysis.PointReading;
import scorescape.diffusion.analysis.PointReading.ClassShare;
import scorescape.document.Document;
import scorescape.figure.Role;
import scorescape.math.Vec2;
import scorescape.text.Numerals;
import scorescape.text.Texts;

/// The numbers at one point. A pinned one can be copied and closed; one under the pointer is only read.
final class ProbePanel extends VBox {

    /// Of more classes, the most probable.
    private static final int MOST_CLASSES = 5;

    /// A number with its name.
    ///
    /// @param role whose colour the name has
    private record Row(String name, String value, Role role) {}

    private final Label title = new Label();
    private final GridPane numbers = new GridPane();
    private List<Row> rows = List.of();

    /// @param closed what a closed panel does, null for one that follows the pointer
    ProbePanel(@Nullable Runnable closed) {
        getStyleClass().addAll("notice", "probe");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setManaged(false);
        title.getStyleClass().add("probe-title");
        numbers.getStyleClass().add("probe-numbers");
        if (closed == null) {
            setMouseTransparent(true);
            getChildren().addAll(title, numbers);
            return;
        }
        setFocusTraversable(true);
        setAccessibleHelp(Texts.text("probe.use"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap,
                button("copy-probe", MaterialDesignC.CONTENT_COPY, Texts.text("probe.copy"), this::copy),
                button("close-probe", MaterialDesignC.CLOSE, Texts.text("probe.remove"), closed));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, numbers);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> {
            toFront();
            requestFocus();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                closed.run();
                event.consume();
            } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                copy();
                event.consume();
            }
        });
    }

    private static Button button(String id, MaterialDesignC icon, String name, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name + "."));
        button.setOnAction(_ -> action.run());
        return button;
    }

    void show(PointReading reading, Document document) {
        List<Row> now = rows(reading, document);
        rows = now;
        title.setText(now.getFirst().name() + " = " + now.getFirst().value());
        numbers.getChildren().clear();
        for (int i = 1; i < now.size(); i++) {
            Label name = new Label(now.get(i).name());
            name.getStyleClass().addAll("probe-name", RoleColours.styleClass(now.get(i).role()));
            numbers.addRow(i, name, new Label(now.get(i).value()));
        }
        setAccessibleText(text());
    }

    /// Whether it has been given numbers.
    boolean isFilled() {
        return !rows.isEmpty();
    }

    /// One line for each number, with a hyphen for a minus sign, so that it can be read by other programs.
    String text() {
        return Numerals.withHyphen(rows.stream()
                .map(row -> row.name() + " = " + row.value())
                .collect(Collectors.joining("\n")));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static List<Row> rows(PointReading reading, Document document) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("xₜ", vector(reading.x()), Role.STATE));
        rows.add(new Row("pₜ", number(Math.exp(reading.logDensity())), Role.STATE));
        rows.add(new Row(Texts.text("probe.logDensity"), number(reading.logDensity()), Role.STATE));
        reading.classes().stream()
                .sorted(Comparator.comparingDouble(ClassShare::probability).reversed())
                .limit(MOST_CLASSES)
                .forEach(share -> rows.add(new Row("p(" + document.className(share.label()) + "|xₜ)",
                        number(share.probability()), Role.STATE)));
        rows.add(new Row("x̂₀", vector(reading.unconditional().denoised()), Role.UNCONDITIONAL));
        if (reading.conditional() != null) {
            rows.add(new Row("x̂₀|y", vector(reading.conditional().denoised()), Role.CONDITIONAL));
        }
        rows.add(new Row(Texts.text("probe.guidedPrediction"), vector(reading.guided()), Role.COMBINED));
        Vec2 difference = reading.difference();
        if (difference != null) {
            rows.add(new Row("δ", vector(difference), Role.SCALED_DIFFERENCE));
        }
        rows.add(new Row(Texts.text("probe.score"), vector(reading.unconditional().score()), Role.UNCONDITIONAL));
        if (reading.conditional() != null) {
            rows.add(new Row("score|y", vector(reading.conditional().score()), Role.CONDITIONAL));
        }
        if (reading.guidedScore() != null) {
            rows.add(new Row(Texts.text("probe.guidedScore"), vector(reading.guidedScore()), Role.COMBINED));
        }
        rows.add(new Row("α, σ", number(reading.level().alpha()) + ", " + number(reading.level().sigma()),
                Role.STATE));
        return rows;
    }

    private static String vector(Vec2 vector) {
        return "(" + number(vector.x()) + ", " + number(vector.y()) + ")";
    }

    private static String number(double value) {
        return Numerals.format("%.4g", value);
    }
}
