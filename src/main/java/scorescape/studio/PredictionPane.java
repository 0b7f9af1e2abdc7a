package scorescape.studio;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.sampler.Step;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.math.Vec2;
import scorescape.studio.FormulaView.Term;
import scorescape.studio.PictureWorker.Picture;

/// What the picture shows, as an equation with its numbers: the prediction that the step goes towards.
final class PredictionPane extends VBox {

    private static final List<Term> PLAIN = List.of(new Term("\\hat x", Role.COMBINED), new Term("\\;=\\;", Role.TEXT),
            new Term("\\hat x_0", Role.UNCONDITIONAL));
    private static final List<Term> GUIDED = List.of(new Term("\\hat x", Role.COMBINED), new Term("\\;=\\;", Role.TEXT),
            new Term("\\hat x_0", Role.UNCONDITIONAL), new Term("\\;+\\;", Role.TEXT),
            new Term("\\gamma\\,", Role.SCALED_DIFFERENCE), new Term("(", Role.TEXT),
            new Term("\\hat x_0|y", Role.CONDITIONAL), new Term("\\;-\\;", Role.TEXT),
            new Term("\\hat x_0", Role.UNCONDITIONAL), new Term(")", Role.TEXT));

    /// Rules of other kinds have equations of their own; what they all have is a prediction.
    private static final List<Term> OTHER = List.of(new Term("\\hat x", Role.COMBINED));

    /// Style class of the rows that a run without a class has not.
    private static final String OF_THE_CLASS = "of-the-class";

    private final FormulaView formula = new FormulaView();
    private final GridPane numbers = new GridPane();
    private final Label unconditional = new Label();
    private final Label conditional = new Label();
    private final Label difference = new Label();
    private final Label guidedPrediction = new Label();
    private @Nullable Setting setting;

    /// What the formula is set for.
    private record Setting(List<Term> terms, Theme theme, double scale) {}

    PredictionPane(ObservableValue<@Nullable Picture> shown) {
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
        formula.setAccessibleText("The equation of the prediction x̂");
        Tooltip.install(formula, new Tooltip("The step goes towards x̂: here with its numbers at xₜ, in data units."));
        getChildren().addAll(card);
        shown.subscribe(picture -> {
            if (picture != null) {
                show(picture);
            }
        });
    }

    private void show(Picture picture) {
        Step step = picture.trajectory().steps().get(picture.request().playhead().step());
        var wanted = new Setting(terms(picture.request().document().guidance()), picture.request().theme(),
                picture.request().scale());
        if (!wanted.equals(setting)) {
            setting = wanted;
            formula.show(wanted.terms(), wanted.theme(), wanted.scale());
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

    private static List<Term> terms(Guidance guidance) {
        return switch (guidance) {
            case NoGuidance() -> PLAIN;
            case ClassifierFreeGuidance _ -> GUIDED;
            default -> OTHER;
        };
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
        return String.format(Locale.ROOT, "(%.2f, %.2f)", value.x(), value.y()).replace('-', '−');
    }
}
