package scorescape.studio;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.ScaledNoiseSampler;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Parameters;
import scorescape.document.Sampling;
import scorescape.studio.Knob.Dial;
import scorescape.studio.Knob.Option;

/// How the run goes from noise to data: by which sampler, in how many steps, at which times, with which noise.
final class SamplingPane extends VBox {

    private static final List<Option<SamplerKind>> KINDS = Arrays.stream(SamplerKind.values())
            .map(kind -> new Option<>(kind.title(), kind.help(), kind))
            .toList();
    private static final List<Option<TimeGrid>> GRIDS = Arrays.stream(TimeGrid.values())
            .map(grid -> new Option<>(name(grid), help(grid), grid))
            .toList();

    private final DocumentStore store;
    private final ChoiceControl<SamplerKind> kind;
    private final Label help = new Label();
    private final KnobList<Sampler> knobs;
    private final KnobList<Sampling> steps;
    private final ChoiceControl<TimeGrid> grid;
    private final NumberField seed;

    SamplingPane(DocumentStore store, Commands commands, Messages messages) {
        this.store = store;
        kind = new ChoiceControl<>("sampler", "Sampler", "How one step is taken from noise towards data.",
                this::choose);
        kind.hideTitle();
        help.setWrapText(true);
        help.getStyleClass().add("help");
        knobs = new KnobList<>((gesture, sampler) -> edit(gesture, store.current().sampling().withSampler(sampler)),
                store::endGesture, messages::complain);
        steps = new KnobList<>(this::edit, store::endGesture, messages::complain);
        grid = new ChoiceControl<>("grid", "Times", "Which times of the schedule the run visits.",
                chosen -> edit(new Object(), store.current().sampling().withGrid(chosen)));
        seed = new NumberField(Parameters.SEED, n -> store.edit(new Object(), d -> d.withSeed((long) n)),
                messages::complain);
        seed.setId("seed");
        Label seedName = new Label(Parameters.SEED.title());
        seedName.setLabelFor(seed);
        seedName.setTooltip(new Tooltip(Parameters.SEED.help()));
        getStyleClass().add("pane");
        getChildren().addAll(kind, help, knobs, steps, grid, Sections.row(seedName,
                commands.newNoise.iconButton(MaterialDesignD.DICE_5_OUTLINE), seed));
        store.subscribe(this::show);
    }

    /// Another sampler with the same temperature of the noise.
    private void choose(SamplerKind chosen) {
        Sampler before = store.current().sampler();
        double temperature = before instanceof ScaledNoiseSampler scaled ? scaled.temperature() : 1;
        Sampler made = SamplerKnobs.scaled(chosen.make(store.current().schedule()), temperature);
        edit(new Object(), store.current().sampling().withSampler(made));
    }

    private void edit(Object gesture, Sampling sampling) {
        store.edit(gesture, d -> d.withSampling(sampling));
    }

    private void show(Document document) {
        SamplerKind now = SamplerKind.of(document.sampler());
        kind.show(KINDS, Knob.indexOf(KINDS, now));
        help.setText(now.help());
        knobs.show(SamplerKnobs.of(document.sampler(), document.schedule()));
        steps.show(List.of(new Dial<>(Parameters.STEPS, document.steps(),
                n -> store.current().sampling().withSteps((int) n))));
        grid.show(GRIDS, Knob.indexOf(GRIDS, document.sampling().grid()));
        seed.setValue((double) document.seed());
    }

    private static String name(TimeGrid grid) {
        return switch (grid) {
            case LEADING -> "leading";
            case TRAILING -> "trailing";
            case LINSPACE -> "linspace";
            case INTERPOLATED -> "interpolated";
            case UNIFORM -> "uniform";
            case QUADRATIC -> "quadratic";
            case KARRAS -> "Karras, ρ = 7";
            case LOG_SNR -> "even in logSNR";
        };
    }

    private static String help(TimeGrid grid) {
        return switch (grid) {
            case LEADING ->
                "Counted up from the data, as in the DDPM code: the run starts a little short of pure noise.";
            case TRAILING -> "Counted down from the noise: the run starts at the end of the schedule.";
            case LINSPACE -> "From the first to the last of a thousand times, without the first: as in DPM-Solver.";
            case INTERPOLATED -> "From the first to the last, with σ/α between the thousand: as in the diffusers code.";
            case UNIFORM -> "Evenly spaced times.";
            case QUADRATIC -> "Evenly spaced square roots of time: more steps near the data.";
            case KARRAS -> "Evenly spaced seventh roots of σ/α: more steps at little noise.";
            case LOG_SNR -> "Evenly spaced log signal-to-noise ratios.";
        };
    }
}
