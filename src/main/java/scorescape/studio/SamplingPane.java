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

import static scorescape.text.Texts.text;

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
        kind = new ChoiceControl<>("sampler", text("sampling.kind"), text("sampling.kind.help"), this::choose);
        kind.hideTitle();
        help.setWrapText(true);
        help.getStyleClass().add("help");
        knobs = new KnobList<>((gesture, sampler) -> edit(gesture, store.current().sampling().withSampler(sampler)),
                store::endGesture, messages::complain);
        steps = new KnobList<>(this::edit, store::endGesture, messages::complain);
        grid = new ChoiceControl<>("grid", text("sampling.times"), text("sampling.times.help"),
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
            case LEADING -> text("sampling.times.leading");
            case TRAILING -> text("sampling.times.trailing");
            case LINSPACE -> text("sampling.times.linspace");
            case INTERPOLATED -> text("sampling.times.interpolated");
            case UNIFORM -> text("sampling.times.uniform");
            case QUADRATIC -> text("sampling.times.quadratic");
            case KARRAS -> text("sampling.times.karras");
            case LOG_SNR -> text("sampling.times.logSnr");
        };
    }

    private static String help(TimeGrid grid) {
        return switch (grid) {
            case LEADING -> text("sampling.times.leading.help");
            case TRAILING -> text("sampling.times.trailing.help");
            case LINSPACE -> text("sampling.times.linspace.help");
            case INTERPOLATED -> text("sampling.times.interpolated.help");
            case UNIFORM -> text("sampling.times.uniform.help");
            case QUADRATIC -> text("sampling.times.quadratic.help");
            case KARRAS -> text("sampling.times.karras.help");
            case LOG_SNR -> text("sampling.times.logSnr.help");
        };
    }
}
