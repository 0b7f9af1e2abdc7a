package scorescape.studio;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.DrawnSchedule;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.LinearBetaSchedule;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.VarianceExplodingSchedule;
import scorescape.diffusion.schedule.VariancePreservingSchedule;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Parameter;
import scorescape.document.Parameters;

/// How the run goes from noise to data: in how many steps, with which noise, by which sampler and schedule.
final class SamplingPane extends VBox {

    private final NumberField steps;
    private final NumberField seed;
    private final Label sampler = new Label();
    private final Label schedule = new Label();

    SamplingPane(DocumentStore store, Commands commands, Messages messages) {
        getStyleClass().add("section");
        steps = new NumberField(Parameters.STEPS, 1,
                n -> store.edit(new Object(), d -> d.withSteps((int) n)), messages::complain);
        steps.setId("steps");
        seed = new NumberField(Parameters.SEED, 1,
                n -> store.edit(new Object(), d -> d.withSeed((long) n)), messages::complain);
        seed.setId("seed");
        sampler.setId("sampler");
        schedule.setId("schedule");
        schedule.setTooltip(new Tooltip("How the noise level σ grows with time t, from data (0) to noise (1)."));
        sampler.setTooltip(new Tooltip("How one step is taken: towards the prediction, then noise ε is added."));
        getChildren().addAll(Sections.heading("Sampling"), Sections.row(new Label("Sampler"), sampler),
                Sections.row(new Label("Schedule"), schedule), Sections.row(name(Parameters.STEPS, steps), steps),
                Sections.row(name(Parameters.SEED, seed), commands.newNoise.iconButton(MaterialDesignD.DICE_5_OUTLINE),
                        seed));
        store.subscribe(this::show);
    }

    private static Label name(Parameter parameter, NumberField field) {
        Label label = new Label(parameter.title());
        label.setLabelFor(field);
        label.setTooltip(new Tooltip(parameter.help()));
        return label;
    }

    private void show(Document document) {
        steps.setValue(document.steps());
        seed.setValue((double) document.seed());
        sampler.setText(SamplerText.of(document.sampler()));
        schedule.setText(name(document.schedule()));
    }

    private static String name(NoiseSchedule schedule) {
        return switch (schedule) {
            case CosineSchedule() -> "Cosine";
            case LinearBetaSchedule _ -> "Linear β";
            case VariancePreservingSchedule _ -> "Variance preserving";
            case VarianceExplodingSchedule _ -> "Variance exploding";
            case FlowSchedule() -> "Straight flow";
            case DrawnSchedule _ -> "Drawn";
        };
    }
}
