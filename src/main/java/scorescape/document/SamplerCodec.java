package scorescape.document;

import java.util.LinkedHashMap;
import java.util.Map;
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
import scorescape.diffusion.schedule.NoiseLevel;

/// Samplers in the file format.
final class SamplerCodec {

    private SamplerCodec() {}

    static Map<String, Object> encode(Sampler sampler) {
        Map<String, Object> object = new LinkedHashMap<>();
        switch (sampler) {
            case DdpmSampler(Variance variance) -> {
                object.put("kind", "ddpm");
                object.put("variance", Place.name(variance));
            }
            case DdimSampler(double eta) -> {
                object.put("kind", "ddim");
                object.put("eta", eta);
            }
            case EulerSampler(FlowForm form) -> {
                object.put("kind", "euler");
                object.put("form", Place.name(form));
            }
            case HeunSampler(FlowForm form) -> {
                object.put("kind", "heun");
                object.put("form", Place.name(form));
            }
            case ChurnSampler(double churn, double lowest, double highest, double inflation) -> {
                object.put("kind", "churn");
                object.put("churn", churn);
                object.put("lowest", lowest);
                object.put("highest", highest);
                object.put("inflation", inflation);
            }
            case AncestralSampler() -> object.put("kind", "ancestral");
            case MaruyamaSampler(FlowForm form) -> {
                object.put("kind", "maruyama");
                object.put("form", Place.name(form));
            }
            case DpmSolverPlusPlusSampler() -> object.put("kind", "dpm-solver-plus-plus");
            case LangevinSampler(double stepSize, NoiseLevel level) -> {
                object.put("kind", "langevin");
                object.put("stepSize", stepSize);
                object.put("alpha", level.alpha());
                object.put("sigma", level.sigma());
            }
            case AnnealedLangevinSampler(double rate, int moves) -> {
                object.put("kind", "annealed-langevin");
                object.put("rate", rate);
                object.put("moves", moves);
            }
            case PredictorCorrectorSampler(Sampler predictor, double signalToNoise, int moves) -> {
                object.put("kind", "predictor-corrector");
                object.put("predictor", encode(predictor));
                object.put("signalToNoise", signalToNoise);
                object.put("moves", moves);
            }
            case ScaledNoiseSampler(Sampler scaled, double temperature) -> {
                object.put("kind", "scaled-noise");
                object.put("sampler", encode(scaled));
                object.put("temperature", temperature);
            }
        }
        return object;
    }

    static Sampler decode(Place sampler) {
        return switch (sampler.member("kind").choice("ddpm", "ddim", "euler", "heun", "churn", "ancestral", "maruyama",
                "dpm-solver-plus-plus", "langevin", "annealed-langevin", "predictor-corrector", "scaled-noise")) {
            case "ddpm" ->
                new DdpmSampler(sampler.only("kind", "variance").member("variance").choice(Variance.values()));
            case "ddim" -> new DdimSampler(sampler.only("kind", "eta").member("eta").number(Parameters.ETA));
            case "euler" -> new EulerSampler(form(sampler));
            case "heun" -> new HeunSampler(form(sampler));
            case "churn" -> {
                sampler.only("kind", "churn", "lowest", "highest", "inflation");
                double churn = sampler.member("churn").number();
                double lowest = sampler.member("lowest").number();
                double highest = sampler.member("highest").number();
                double inflation = sampler.member("inflation").number();
                yield sampler.valid(() -> new ChurnSampler(churn, lowest, highest, inflation));
            }
            case "ancestral" -> {
                sampler.only("kind");
                yield new AncestralSampler();
            }
            case "maruyama" -> new MaruyamaSampler(form(sampler));
            case "dpm-solver-plus-plus" -> {
                sampler.only("kind");
                yield new DpmSolverPlusPlusSampler();
            }
            case "langevin" -> {
                sampler.only("kind", "stepSize", "alpha", "sigma");
                double stepSize = sampler.member("stepSize").number();
                double alpha = sampler.member("alpha").number();
                double sigma = sampler.member("sigma").number();
                yield sampler.valid(() -> new LangevinSampler(stepSize, new NoiseLevel(alpha, sigma)));
            }
            case "annealed-langevin" -> {
                sampler.only("kind", "rate", "moves");
                double rate = sampler.member("rate").number();
                int moves = sampler.member("moves").integer();
                yield sampler.valid(() -> new AnnealedLangevinSampler(rate, moves));
            }
            case "predictor-corrector" -> {
                sampler.only("kind", "predictor", "signalToNoise", "moves");
                Sampler predictor = decode(sampler.member("predictor"));
                double signalToNoise = sampler.member("signalToNoise").number();
                int moves = sampler.member("moves").integer();
                yield sampler.valid(() -> new PredictorCorrectorSampler(predictor, signalToNoise, moves));
            }
            default -> {
                sampler.only("kind", "sampler", "temperature");
                Sampler scaled = decode(sampler.member("sampler"));
                double temperature = sampler.member("temperature").number();
                yield sampler.valid(() -> new ScaledNoiseSampler(scaled, temperature));
            }
        };
    }

    private static FlowForm form(Place sampler) {
        return sampler.only("kind", "form").member("form").choice(FlowForm.values());
    }
}
