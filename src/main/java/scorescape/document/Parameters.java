package scorescape.document;

import java.util.List;
import scorescape.diffusion.classifier.LogisticFit;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.PowerLawGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.sampler.AnnealedLangevinSampler;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.ScaledNoiseSampler;
import scorescape.diffusion.schedule.LinearBetaSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.diffusion.schedule.VariancePreservingSchedule;
import scorescape.document.Parameter.Numbers;

import static scorescape.text.Texts.text;

/// Every number that people set, declared once.
public final class Parameters {

    /// Whole numbers up to here are kept exactly by every reader of JSON.
    private static final double MAX_EXACT = 0x1p53 - 1;

    /// For what must be positive.
    private static final double SMALLEST = 1e-6;

    public static final Parameter GUIDANCE_SCALE =
            new Parameter("guidance.scale", text("parameter.guidance.scale"), "γ", "",
                    Numbers.REAL, ScaledGuidance.MIN_SCALE, ScaledGuidance.MAX_SCALE, 0, 8, 3,
                    List.of(0.0, 1.0),
                    text("parameter.guidance.scale.help"));

    public static final Parameter STEPS = new Parameter("steps", text("parameter.steps"), "N", "", Numbers.WHOLE, 1,
            TimeGrid.MAX_STEPS, 5, 200, 25, List.of(),
            text("parameter.steps.help"));

    public static final Parameter ETA =
            new Parameter("sampler.eta", text("parameter.sampler.eta"), "η", "", Numbers.REAL, 0,
                    DdimSampler.MAX_ETA, 0, 1, 0, List.of(0.0, 1.0),
                    text("parameter.sampler.eta.help"));

    public static final Parameter TOLD_STEP =
            new Parameter("toldStep", text("parameter.toldStep"), "", "", Numbers.WHOLE, 1,
                    TimeGrid.MAX_STEPS, 1, TimeGrid.MAX_STEPS, 9, List.of(),
                    text("parameter.toldStep.help"));

    public static final Parameter SEED =
            new Parameter("seed", text("parameter.seed"), "", "", Numbers.WHOLE, 0, MAX_EXACT, 0, 9999, 1,
                    List.of(), text("parameter.seed.help"));

    public static final Parameter OPACITY =
            new Parameter("layers.opacity", text("parameter.layers.opacity"), "", "", Numbers.REAL, 0, 1, 0, 1, 1,
                    List.of(), text("parameter.layers.opacity.help"));

    public static final Parameter SAMPLES =
            new Parameter("layers.samples.count", text("parameter.layers.samples.count"), "", "", Numbers.WHOLE, 0,
                    20_000, 0, 2000, 400, List.of(), text("parameter.layers.samples.count.help"));

    public static final Parameter PARTICLES =
            new Parameter("layers.particles.count", text("parameter.layers.particles.count"), "", "",
                    Numbers.WHOLE, 1, 20_000, 1, 5000, 2000, List.of(),
                    text("parameter.layers.particles.count.help"));

    public static final Parameter PATHS =
            new Parameter("layers.paths.count", text("parameter.layers.paths.count"), "", "", Numbers.WHOLE, 1,
                    1000, 1, 200, 40, List.of(), text("parameter.layers.paths.count.help"));

    public static final Parameter TOLERANCE =
            new Parameter("study.tolerance", text("parameter.study.tolerance"), "", text("unit.data"),
                    Numbers.REAL, 0, 100, 0, 0.5, 0.05, List.of(),
                    text("parameter.study.tolerance.help"));

    public static final Parameter CFG_PLUS_PLUS_SCALE =
            new Parameter("cfg-plus-plus.scale", text("parameter.cfgPlusPlus.scale"), "λ", "",
                    Numbers.REAL, ScaledGuidance.MIN_SCALE, ScaledGuidance.MAX_SCALE, 0, 1, 0.6, List.of(0.0, 1.0),
                    text("parameter.cfgPlusPlus.scale.help"));

    public static final Parameter PARALLEL_SHARE =
            new Parameter("adaptive-projected.parallelShare", text("parameter.adaptiveProjected.parallelShare"),
                    "η", "", Numbers.REAL, 0, 1, 0, 1, 0, List.of(0.0, 1.0),
                    text("parameter.adaptiveProjected.parallelShare.help"));

    public static final Parameter RADIUS =
            new Parameter("adaptive-projected.radius", text("parameter.adaptiveProjected.radius"), "r",
                    text("unit.data"), Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 0.1, 20, 5, List.of(),
                    text("parameter.adaptiveProjected.radius.help"));

    public static final Parameter MOMENTUM =
            new Parameter("adaptive-projected.momentum", text("parameter.adaptiveProjected.momentum"), "β", "",
                    Numbers.REAL, -0.99, 0.99, -0.9, 0.9, -0.5, List.of(0.0),
                    text("parameter.adaptiveProjected.momentum.help"));

    public static final Parameter AUTOGUIDANCE_BLUR =
            new Parameter("autoguidance.blur", text("parameter.autoguidance.blur"), "d",
                    text("unit.data"), Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 0.05, 5, 0.5, List.of(),
                    text("parameter.autoguidance.blur.help"));

    public static final Parameter CLASSIFIER_BLUR =
            new Parameter("classifier.blur", text("parameter.classifier.blur"), "d",
                    text("unit.data"), Numbers.RATIO, 0, Document.MAX_COORDINATE, 0.01, 3, 0.1, List.of(),
                    text("parameter.classifier.blur.help"));

    public static final Parameter CONFIDENCE =
            new Parameter("classifier.factor", text("parameter.classifier.factor"), "k", "", Numbers.REAL,
                    0, Classifier.Overconfident.MAX_FACTOR, 0, 10, 1, List.of(1.0),
                    text("parameter.classifier.factor.help"));

    public static final Parameter FIT_SAMPLES =
            new Parameter("classifier.samples", text("parameter.classifier.samples"), "", "",
                    Numbers.WHOLE, 1, LogisticFit.MAX_SAMPLES, 10, 5000, 500, List.of(),
                    text("parameter.classifier.samples.help"));

    public static final Parameter EXPONENT =
            new Parameter("power-law.exponent", text("parameter.powerLaw.exponent"), "p", "", Numbers.REAL, 0,
                    PowerLawGuidance.MAX_EXPONENT, 0, 2, 0.9, List.of(0.0, 1.0),
                    text("parameter.powerLaw.exponent.help"));

    public static final Parameter STILL_STEPS =
            new Parameter("cfg-zero-star.stillSteps", text("parameter.cfgZeroStar.stillSteps"), "", "",
                    Numbers.WHOLE, 0, CfgZeroStar.MAX_STILL_STEPS, 0, 20, 1, List.of(),
                    text("parameter.cfgZeroStar.stillSteps.help"));

    public static final Parameter INTERVAL_LOWEST =
            new Parameter("interval.lowest", text("parameter.interval.lowest"), "σ/α", "", Numbers.RATIO, 0,
                    Document.MAX_COORDINATE, 0.01,
                    100, 0.3, List.of(), text("parameter.interval.lowest.help"));

    public static final Parameter INTERVAL_HIGHEST =
            new Parameter("interval.highest", text("parameter.interval.highest"), "σ/α", "", Numbers.RATIO, 0,
                    Document.MAX_COORDINATE,
                    0.01, 100, 5, List.of(), text("parameter.interval.highest.help"));

    public static final Parameter RESCALE_SHARE =
            new Parameter("rescale.share", text("parameter.rescale.share"), "φ", "",
                    Numbers.REAL, 0, 1, 0, 1, 0.7, List.of(0.0, 1.0),
                    text("parameter.rescale.share.help"));

    public static final Parameter SCORE_FACTOR =
            new Parameter("temperature.factor", text("parameter.temperature.factor"), "k", "",
                    Numbers.RATIO, 0, TemperedGuidance.MAX_FACTOR, 0.1, 10, 2, List.of(1.0),
                    text("parameter.temperature.factor.help"));

    public static final Parameter BACKWARD_RATE =
            new Parameter("backward-universal.rate", text("parameter.backwardUniversal.rate"), "",
                    text("unit.dataSquared"), Numbers.RATIO, SMALLEST,
                    100, 0.001, 1, 0.05, List.of(), text("parameter.backwardUniversal.rate.help"));

    public static final Parameter BACKWARD_ITERATIONS = new Parameter("backward-universal.iterations",
            text("parameter.backwardUniversal.iterations"), "", "", Numbers.WHOLE, 0,
            BackwardUniversalGuidance.MAX_ITERATIONS, 0, 50, 10,
            List.of(), text("parameter.backwardUniversal.iterations.help"));

    public static final Parameter BOX_LEFT =
            new Parameter("threshold.left", text("parameter.threshold.left"), "", text("unit.data"),
                    Numbers.REAL, -Document.MAX_COORDINATE, Document.MAX_COORDINATE, -10, 10, -3, List.of(),
                    text("parameter.threshold.left.help"));

    public static final Parameter BOX_BOTTOM =
            new Parameter("threshold.bottom", text("parameter.threshold.bottom"), "", text("unit.data"),
                    Numbers.REAL, -Document.MAX_COORDINATE, Document.MAX_COORDINATE, -10, 10, -3, List.of(),
                    text("parameter.threshold.bottom.help"));

    public static final Parameter BOX_RIGHT =
            new Parameter("threshold.right", text("parameter.threshold.right"), "", text("unit.data"),
                    Numbers.REAL, -Document.MAX_COORDINATE, Document.MAX_COORDINATE, -10, 10, 3, List.of(),
                    text("parameter.threshold.right.help"));

    public static final Parameter BOX_TOP =
            new Parameter("threshold.top", text("parameter.threshold.top"), "", text("unit.data"), Numbers.REAL,
                    -Document.MAX_COORDINATE, Document.MAX_COORDINATE, -10, 10, 3, List.of(),
                    text("parameter.threshold.top.help"));

    public static final Parameter CHURN =
            new Parameter("sampler.churn", text("parameter.sampler.churn"), "S", "", Numbers.REAL, 0,
                    Document.MAX_COORDINATE, 0, 100, 20,
                    List.of(0.0), text("parameter.sampler.churn.help"));

    public static final Parameter CHURN_LOWEST =
            new Parameter("sampler.lowest", text("parameter.sampler.lowest"), "σ/α", "", Numbers.RATIO, 0,
                    Document.MAX_COORDINATE, 0.01,
                    100, 0.05, List.of(), text("parameter.sampler.lowest.help"));

    public static final Parameter CHURN_HIGHEST =
            new Parameter("sampler.highest", text("parameter.sampler.highest"), "σ/α", "", Numbers.RATIO, 0,
                    Document.MAX_COORDINATE, 0.01,
                    100, 50, List.of(), text("parameter.sampler.highest.help"));

    public static final Parameter INFLATION =
            new Parameter("sampler.inflation", text("parameter.sampler.inflation"), "", "", Numbers.REAL, 0, 10, 0.95,
                    1.05, 1.003,
                    List.of(1.0), text("parameter.sampler.inflation.help"));

    public static final Parameter STEP_SIZE =
            new Parameter("sampler.stepSize", text("parameter.sampler.stepSize"), "ε", text("unit.dataSquared"),
                    Numbers.RATIO, SMALLEST, 100, 0.0001, 1,
                    0.01, List.of(), text("parameter.sampler.stepSize.help"));

    public static final Parameter LANGEVIN_LEVEL =
            new Parameter("sampler.level", text("parameter.sampler.level"), "σ/α", "", Numbers.RATIO, SMALLEST,
                    Document.MAX_COORDINATE,
                    0.01, 10, 0.3, List.of(), text("parameter.sampler.level.help"));

    public static final Parameter RATE =
            new Parameter("sampler.rate", text("parameter.sampler.rate"), "ε", text("unit.dataSquared"),
                    Numbers.RATIO, 1e-12, 100, 1e-7, 0.001, 1e-5, List.of(),
                    text("parameter.sampler.rate.help"));

    public static final Parameter LANGEVIN_MOVES =
            new Parameter("sampler.moves", text("parameter.sampler.moves"), "", "",
                    Numbers.WHOLE, 1, AnnealedLangevinSampler.MAX_MOVES, 1, 100, 10, List.of(),
                    text("parameter.sampler.moves.help"));

    public static final Parameter SIGNAL_TO_NOISE =
            new Parameter("sampler.signalToNoise", text("parameter.sampler.signalToNoise"), "r", "",
                    Numbers.REAL, SMALLEST, 1, 0.01, 0.5, 0.16, List.of(),
                    text("parameter.sampler.signalToNoise.help"));

    public static final Parameter CORRECTOR_MOVES =
            new Parameter("sampler.correctorMoves", text("parameter.sampler.correctorMoves"), "", "",
                    Numbers.WHOLE, 1, AnnealedLangevinSampler.MAX_MOVES, 1, 20, 1, List.of(),
                    text("parameter.sampler.correctorMoves.help"));

    public static final Parameter NOISE_TEMPERATURE =
            new Parameter("sampler.temperature", text("parameter.sampler.temperature"), "T", "",
                    Numbers.REAL, 0, ScaledNoiseSampler.MAX_TEMPERATURE, 0, 2, 1, List.of(0.0, 1.0),
                    text("parameter.sampler.temperature.help"));

    public static final Parameter BETA_FIRST =
            new Parameter("schedule.first", text("parameter.schedule.first"), "β₁", "", Numbers.RATIO, SMALLEST, 0.999,
                    0.00001, 0.01, 0.0001,
                    List.of(), text("parameter.schedule.first.help"));

    public static final Parameter BETA_LAST =
            new Parameter("schedule.last", text("parameter.schedule.last"), "β_T", "", Numbers.RATIO,
                    SMALLEST, 0.999, 0.001, 0.1, 0.02, List.of(), text("parameter.schedule.last.help"));

    public static final Parameter BETA_STEPS =
            new Parameter("schedule.steps", text("parameter.schedule.steps"), "T", "", Numbers.WHOLE,
                    2, LinearBetaSchedule.MAX_STEPS, 10, 2000, 1000, List.of(1000.0),
                    text("parameter.schedule.steps.help"));

    public static final Parameter BETA_MIN =
            new Parameter("schedule.betaMin", text("parameter.schedule.betaMin"), "β(0)", "",
                    Numbers.RATIO, SMALLEST, VariancePreservingSchedule.MAX_BETA, 0.01, 10, 0.1, List.of(),
                    text("parameter.schedule.betaMin.help"));

    public static final Parameter BETA_MAX =
            new Parameter("schedule.betaMax", text("parameter.schedule.betaMax"), "β(1)", "", Numbers.RATIO, SMALLEST,
                    VariancePreservingSchedule.MAX_BETA, 0.1, 100, 20, List.of(),
                    text("parameter.schedule.betaMax.help"));

    public static final Parameter SIGMA_MIN =
            new Parameter("schedule.sigmaMin", text("parameter.schedule.sigmaMin"), "σ", text("unit.data"),
                    Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 0.001, 1, 0.002, List.of(),
                    text("parameter.schedule.sigmaMin.help"));

    public static final Parameter SIGMA_MAX =
            new Parameter("schedule.sigmaMax", text("parameter.schedule.sigmaMax"), "σ", text("unit.data"),
                    Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 1, 200, 80, List.of(),
                    text("parameter.schedule.sigmaMax.help"));

    public static final Parameter DRAW =
            new Parameter("noise.value", text("parameter.noise.value"), "ε", "", Numbers.REAL,
                    -Sampling.MAX_DRAW, Sampling.MAX_DRAW, -3, 3, 0, List.of(0.0),
                    text("parameter.noise.value.help"));

    public static final Parameter MODEL_BLUR =
            new Parameter("model.blur", text("parameter.model.blur"), "d", text("unit.data"),
                    Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 0.02, 2, 0.3, List.of(),
                    text("parameter.model.blur.help"));

    public static final Parameter MODEL_ERROR =
            new Parameter("model.size", text("parameter.model.size"), "", text("unit.ofNoise"),
                    Numbers.REAL, 0, 10, 0, 1, 0.2, List.of(),
                    text("parameter.model.size.help"));

    public static final Parameter MODEL_LENGTH =
            new Parameter("model.length", text("parameter.model.length"), "", text("unit.data"),
                    Numbers.RATIO, 1e-3, Document.MAX_COORDINATE, 0.1, 10, 1, List.of(),
                    text("parameter.model.length.help"));

    public static final Parameter MODEL_SEED =
            new Parameter("model.seed", text("parameter.model.seed"), "", "", Numbers.WHOLE, 0,
                    MAX_EXACT, 0, 100, 1, List.of(), text("parameter.model.seed.help"));

    public static final Parameter MODEL_ANGLE =
            new Parameter("model.angle", text("parameter.model.angle"), "", text("unit.degrees"), Numbers.REAL,
                    -180, 180, -90, 90, 20, List.of(0.0), text("parameter.model.angle.help"));

    public static final Parameter MODEL_BIAS_X =
            new Parameter("model.biasX", text("parameter.model.biasX"), "", text("unit.ofNoise"),
                    Numbers.REAL, -10, 10, -1, 1, 0.2, List.of(0.0),
                    text("parameter.model.biasX.help"));

    public static final Parameter MODEL_BIAS_Y =
            new Parameter("model.biasY", text("parameter.model.biasY"), "", text("unit.ofNoise"),
                    Numbers.REAL, -10, 10, -1, 1, 0, List.of(0.0),
                    text("parameter.model.biasY.help"));

    public static final List<Parameter> ALL = List.of(GUIDANCE_SCALE, STEPS, ETA, TOLD_STEP, SEED, OPACITY, SAMPLES,
            PARTICLES, PATHS, TOLERANCE, CFG_PLUS_PLUS_SCALE, PARALLEL_SHARE, RADIUS, MOMENTUM, AUTOGUIDANCE_BLUR,
            CLASSIFIER_BLUR,
            CONFIDENCE, FIT_SAMPLES, EXPONENT, STILL_STEPS, INTERVAL_LOWEST, INTERVAL_HIGHEST, RESCALE_SHARE,
            SCORE_FACTOR, BACKWARD_RATE, BACKWARD_ITERATIONS, BOX_LEFT, BOX_BOTTOM, BOX_RIGHT, BOX_TOP, CHURN,
            CHURN_LOWEST, CHURN_HIGHEST, INFLATION, STEP_SIZE, LANGEVIN_LEVEL, RATE, LANGEVIN_MOVES, SIGNAL_TO_NOISE,
            CORRECTOR_MOVES, NOISE_TEMPERATURE, BETA_FIRST, BETA_LAST, BETA_STEPS, BETA_MIN, BETA_MAX, SIGMA_MIN,
            SIGMA_MAX, DRAW, MODEL_BLUR, MODEL_ERROR, MODEL_LENGTH, MODEL_SEED, MODEL_ANGLE, MODEL_BIAS_X,
            MODEL_BIAS_Y);

    private Parameters() {}
}
