package scorescape.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import scorescape.diffusion.sampler.AncestralSampler;
import scorescape.diffusion.sampler.AnnealedLangevinSampler;
import scorescape.diffusion.sampler.ChurnSampler;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.DpmSolverPlusPlusSampler;
import scorescape.diffusion.sampler.EulerSampler;
import scorescape.diffusion.sampler.FlowForm;
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.LangevinSampler;
import scorescape.diffusion.sampler.MaruyamaSampler;
import scorescape.diffusion.sampler.PredictorCorrectorSampler;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.ScaledNoiseSampler;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.document.Parameters;
import scorescape.studio.Knob.Choice;
import scorescape.studio.Knob.Dial;
import scorescape.studio.Knob.Option;

import static scorescape.text.Texts.text;

/// What can be set of a sampler.
final class SamplerKnobs {

    private SamplerKnobs() {}

    /// @param schedule whose kind of levels the sampler visits
    static List<Knob<Sampler>> of(Sampler sampler, NoiseSchedule schedule) {
        Sampler plain = sampler instanceof ScaledNoiseSampler scaled ? scaled.sampler() : sampler;
        double temperature = sampler instanceof ScaledNoiseSampler scaled ? scaled.temperature() : 1;
        List<Knob<Sampler>> knobs = new ArrayList<>();
        ofPlain(plain, schedule).forEach(knob -> knobs.add(knob.inside(s -> scaled(s, temperature))));
        if (drawsNoise(plain) || temperature != 1) {
            knobs.add(new Dial<>(Parameters.NOISE_TEMPERATURE, temperature, v -> scaled(plain, v)));
        }
        return knobs;
    }

    /// Temperature 1 is no wrapper.
    static Sampler scaled(Sampler sampler, double temperature) {
        return temperature == 1 ? sampler : new ScaledNoiseSampler(sampler, temperature);
    }

    private static List<Knob<Sampler>> ofPlain(Sampler sampler, NoiseSchedule schedule) {
        return switch (sampler) {
            case DdpmSampler(Variance variance) -> List.of(new Choice<>("variance", text("sampler.variance"),
                    text("sampler.variance.help"),
                    List.of(new Option<>(text("sampler.variance.small"), text("sampler.variance.small.help"),
                            new DdpmSampler(Variance.SMALL)),
                            new Option<>(text("sampler.variance.large"), text("sampler.variance.large.help"),
                                    new DdpmSampler(Variance.LARGE))),
                    variance == Variance.SMALL ? 0 : 1));
            case DdimSampler(double eta) -> List.of(new Dial<>(Parameters.ETA, eta, DdimSampler::new));
            case EulerSampler(FlowForm form) -> List.of(form(form, EulerSampler::new));
            case HeunSampler(FlowForm form) -> List.of(form(form, HeunSampler::new));
            case MaruyamaSampler(FlowForm form) -> List.of(form(form, MaruyamaSampler::new));
            case ChurnSampler(double churn, double lowest, double highest, double inflation) -> List.of(
                    new Dial<>(Parameters.CHURN, churn, v -> new ChurnSampler(v, lowest, highest, inflation)),
                    new Dial<>(Parameters.CHURN_LOWEST, lowest,
                            v -> new ChurnSampler(churn, v, Math.max(v, highest), inflation)),
                    new Dial<>(Parameters.CHURN_HIGHEST, highest,
                            v -> new ChurnSampler(churn, Math.min(v, lowest), v, inflation)),
                    new Dial<>(Parameters.INFLATION, inflation, v -> new ChurnSampler(churn, lowest, highest, v)));
            case AncestralSampler() -> List.of();
            case DpmSolverPlusPlusSampler() -> List.of();
            case LangevinSampler(double stepSize, var level) -> List.of(
                    new Dial<>(Parameters.STEP_SIZE, stepSize, v -> new LangevinSampler(v, level)),
                    new Dial<>(Parameters.LANGEVIN_LEVEL, level.ratio(),
                            v -> new LangevinSampler(stepSize, schedule.atRatio(v))));
            case AnnealedLangevinSampler(double rate, int moves) -> List.of(
                    new Dial<>(Parameters.RATE, rate, v -> new AnnealedLangevinSampler(v, moves)),
                    new Dial<>(Parameters.LANGEVIN_MOVES, moves, v -> new AnnealedLangevinSampler(rate, (int) v)));
            case PredictorCorrectorSampler(Sampler predictor, double ratio, int moves) -> List.of(
                    predictor(predictor, schedule).inside(p -> new PredictorCorrectorSampler(p, ratio, moves)),
                    new Dial<>(Parameters.SIGNAL_TO_NOISE, ratio,
                            v -> new PredictorCorrectorSampler(predictor, v, moves)),
                    new Dial<>(Parameters.CORRECTOR_MOVES, moves,
                            v -> new PredictorCorrectorSampler(predictor, ratio, (int) v)));
            case ScaledNoiseSampler scaled -> of(scaled, schedule);
        };
    }

    private static Choice<Sampler> form(FlowForm chosen, Function<FlowForm, Sampler> sampler) {
        List<Option<Sampler>> options = Arrays.stream(FlowForm.values())
                .map(form -> new Option<>(name(form), help(form), sampler.apply(form)))
                .toList();
        return new Choice<>("form", text("sampler.form"), text("sampler.form.help"),
                options,
                Knob.indexOf(options, sampler.apply(chosen)));
    }

    private static String name(FlowForm form) {
        return switch (form) {
            case EXPLODING -> text("sampler.form.exploding");
            case PRESERVING -> text("sampler.form.preserving");
            case STRAIGHT -> text("sampler.form.flow");
        };
    }

    private static String help(FlowForm form) {
        return switch (form) {
            case EXPLODING -> text("sampler.form.exploding.help");
            case PRESERVING -> text("sampler.form.preserving.help");
            case STRAIGHT -> text("sampler.form.flow.help");
        };
    }

    private static Choice<Sampler> predictor(Sampler predictor, NoiseSchedule schedule) {
        List<SamplerKind> kinds = Arrays.stream(SamplerKind.values()).filter(SamplerKnobs::canPredict).toList();
        return new Choice<>("predictor", text("sampler.predictor"), text("sampler.predictor.help"),
                kinds.stream()
                        .map(kind -> new Option<>(kind.title(), kind.help(), kind == SamplerKind.of(predictor)
                                ? predictor
                                : kind.make(schedule)))
                        .toList(),
                kinds.indexOf(SamplerKind.of(predictor)));
    }

    private static boolean canPredict(SamplerKind kind) {
        return switch (kind) {
            case LANGEVIN, ANNEALED_LANGEVIN, PREDICTOR_CORRECTOR -> false;
            case DDPM, DDIM, EULER, HEUN, CHURN, ANCESTRAL, MARUYAMA, DPM_SOLVER -> true;
        };
    }

    private static boolean drawsNoise(Sampler sampler) {
        return switch (sampler) {
            case DdimSampler(double eta) -> eta > 0;
            case EulerSampler _ -> false;
            case HeunSampler _ -> false;
            case DpmSolverPlusPlusSampler _ -> false;
            case DdpmSampler _ -> true;
            case ChurnSampler _ -> true;
            case AncestralSampler _ -> true;
            case MaruyamaSampler _ -> true;
            case LangevinSampler _ -> true;
            case AnnealedLangevinSampler _ -> true;
            case PredictorCorrectorSampler _ -> true;
            case ScaledNoiseSampler _ -> true;
        };
    }
}
