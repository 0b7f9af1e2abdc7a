package scorescape.studio;

import java.util.Locale;
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

/// What the window calls a sampler.
final class SamplerText {

    private SamplerText() {}

    static String of(Sampler sampler) {
        return switch (sampler) {
            case DdpmSampler(Variance variance) -> switch (variance) {
                case SMALL -> "DDPM, small variance";
                case LARGE -> "DDPM, large variance";
            };
            case DdimSampler(double eta) -> "DDIM, η = " + number(eta);
            case EulerSampler(FlowForm _) -> "Euler, flow ODE";
            case HeunSampler(FlowForm _) -> "Heun, flow ODE";
            case ChurnSampler churn -> "Heun with churn " + number(churn.churn());
            case AncestralSampler() -> "Euler ancestral";
            case MaruyamaSampler(FlowForm _) -> "Euler–Maruyama";
            case DpmSolverPlusPlusSampler() -> "DPM-Solver++ (2M)";
            case LangevinSampler langevin -> "Langevin, ε = " + number(langevin.stepSize());
            case AnnealedLangevinSampler annealed -> "Annealed Langevin, ε = " + number(annealed.rate());
            case PredictorCorrectorSampler pair -> of(pair.predictor()) + " with corrector";
            case ScaledNoiseSampler scaled -> of(scaled.sampler()) + ", noise × " + number(scaled.temperature());
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
