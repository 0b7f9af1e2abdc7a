package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.Step;
import scorescape.document.Document;
import scorescape.figure.Equation;
import scorescape.figure.Equation.Term;
import scorescape.figure.Role;
import scorescape.figure.RunShapes;
import scorescape.figure.Theme;
import scorescape.lesson.Stage;
import scorescape.math.Vec2;
import scorescape.studio.PictureWorker.Picture;
import scorescape.text.Numerals;
import scorescape.text.Texts;

/// What the picture shows, as an equation with its numbers: the prediction that the step goes towards.
final class PredictionPane extends VBox {

    /// What is left of a term that is not lit yet, or while another is pointed at.
    private static final double UNLIT = 0.3;

    /// Style class of the rows that a run without a class has not.
    private static final String OF_THE_CLASS = "of-the-class";

    private final PictureView picture;
    private final RunShapes shapes = new RunShapes();
    private final VBox formula = new FormulaLines();
    private final GridPane numbers = new GridPane();
    private final Label unconditional = new Label();
    private final Label conditional = new Label();
    private final Label difference = new Label();
    private final Label guidedPrediction = new Label();
    private @Nullable Setting setting;

    /// What the formula is set for.
    ///
    /// @param pointed the role that stands out, or null
    /// @param share of the usual size, smaller where a line would not fit
    private record Setting(Equation equation, List<Stage> stages, Stage present, @Nullable Role pointed, Theme theme,
            double scale, double share) {

        private double opacity(Term term) {
            boolean lit = pointed == null
                    ? stages.stream().filter(stage -> stage.compareTo(term.since()) <= 0).toList().getLast()
                            .compareTo(present) <= 0
                    : term.role() == pointed;
            return lit ? 1 : UNLIT;
        }
    }

    /// Takes the width that there is: a long formula makes itself smaller, not the pane wider.
    private static final class FormulaLines extends VBox {

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }
    }

    PredictionPane(PictureView picture) {
        this.picture = picture;
        setId("prediction");
        getStyleClass().add("pane");
        var value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setHalignment(HPos.RIGHT);
        numbers.getColumnConstraints().setAll(new ColumnConstraints(), value);
        numbers.getStyleClass().add("numbers");
        addRow(numbers, "x̂₀", unconditional, Role.UNCONDITIONAL);
        addRow(numbers, "x̂₀|y", conditional, Role.CONDITIONAL, OF_THE_CLASS);
        addRow(numbers, "δ", difference, Role.SCALED_DIFFERENCE, OF_THE_CLASS);
        addRow(numbers, "x̂", guidedPrediction, Role.COMBINED);
        var card = new VBox(formula, numbers);
        card.getStyleClass().add("card");
        formula.getStyleClass().add("formula-lines");
        formula.setId("equation");
        formula.setFocusTraversable(true);
        formula.setAccessibleRole(AccessibleRole.TEXT);
        formula.setAccessibleText(Texts.text("prediction.formula.name"));
        formula.setAccessibleHelp(Texts.text("prediction.formula.use"));
        formula.addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
        formula.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                picture.litProperty().set(null);
            }
        });
        Tooltip.install(formula, new Tooltip(Texts.text("prediction.formula.help")));
        getChildren().addAll(card);
        picture.shownProperty().subscribe(this::showAgain);
        formula.widthProperty().subscribe((_, _) -> showAgain());
        picture.pointedProperty().subscribe((_, _) -> showAgain());
        picture.litProperty().subscribe((_, _) -> showAgain());
    }

    /// Goes with the arrow keys from term to term, and past the last to none of them.
    private void walk(KeyEvent event) {
        int by = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (by != 0 && setting != null && formula.isFocusVisible()) {
            List<@Nullable Role> stops = new ArrayList<>();
            stops.add(null);
            setting.equation().lines().stream()
                    .flatMap(List::stream)
                    .map(Term::role)
                    .filter(role -> role != Role.TEXT && !stops.contains(role))
                    .forEach(stops::add);
            int now = Math.max(0, stops.indexOf(picture.litProperty().get()));
            picture.litProperty().set(stops.get(Math.floorMod(now + by, stops.size())));
            event.consume();
        }
    }

    private void showAgain() {
        Picture shown = picture.shownProperty().get();
        if (shown != null) {
            show(shown);
        }
    }

    private void show(Picture shown) {
        Step step = shown.trajectory().steps().get(shown.request().playhead().step());
        Document document = shown.request().document();
        Role pointed = picture.litProperty().get() != null
                ? picture.litProperty().get()
                : picture.pointedProperty().get();
        var equation = Equation.of(document.guidance(), document.sampler(), document.layers().notation());
        var wanted = new Setting(equation, shapes.of(document).stages(step.index()),
                shown.request().playhead().stage(), pointed, shown.request().theme(), picture.scale(),
                share(equation, formula.getWidth()));
        if (!wanted.equals(setting)) {
            setting = wanted;
            setFormula(wanted);
        }
        unconditional.setText(text(step.unconditional().denoised()));
        guidedPrediction.setText(text(step.guided()));
        if (step.conditional() != null) {
            conditional.setText(text(step.conditional().denoised()));
            difference.setText(text(step.difference()));
        }
        for (Node node : numbers.getChildren()) {
            node.setVisible(step.conditional() != null || !node.getStyleClass().contains(OF_THE_CLASS));
        }
    }

    private static double share(Equation equation, double room) {
        double widest = equation.lines().stream().mapToDouble(FormulaView::width).max().orElse(0);
        return room > 0 && widest > room ? room / widest : 1;
    }

    private void setFormula(Setting wanted) {
        List<List<Term>> lines = wanted.equation().lines();
        while (formula.getChildren().size() > lines.size()) {
            formula.getChildren().removeLast();
        }
        while (formula.getChildren().size() < lines.size()) {
            var line = new FormulaView();
            line.setPickOnBounds(true);
            line.addEventHandler(MouseEvent.MOUSE_MOVED, e -> picture.litProperty().set(line.roleAt(e.getX())));
            line.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> picture.litProperty().set(null));
            formula.getChildren().add(line);
        }
        for (int i = 0; i < lines.size(); i++) {
            ((FormulaView) formula.getChildren().get(i)).show(lines.get(i), wanted::opacity, wanted.theme(),
                    wanted.scale(), wanted.share());
        }
    }

    private static void addRow(GridPane grid, String name, Label number, Role role, String... styleClasses) {
        Label label = new Label(name);
        label.getStyleClass().addAll("role-text", RoleColours.styleClass(role));
        number.setId("number-" + role.name().toLowerCase(Locale.ROOT));
        for (Label cell : List.of(label, number)) {
            cell.getStyleClass().addAll(styleClasses);
            cell.managedProperty().bind(cell.visibleProperty());
        }
        grid.addRow(grid.getRowCount(), label, number);
    }

    private static String text(Vec2 value) {
        return Numerals.format("(%.2f, %.2f)", value.x(), value.y());
    }
}
