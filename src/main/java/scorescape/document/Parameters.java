package scorescape.document;

import java.util.List;
import scorescape.diffusion.classifier.LogisticFit;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
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

/// Every number that people set, declared once.
public final class Parameters {

    /// Whole numbers up to here are kept exactly by every reader of JSON.
    private static final double MAX_EXACT = 0x1p53 - 1;

    /// For what must be positive.
    private static final double SMALLEST = 1e-6;

    public static final Parameter GUIDANCE_SCALE = new Parameter("guidance.scale", "Guidance scale", "γ", "",
            Numbers.REAL, ClassifierFreeGuidance.MIN_SCALE, ClassifierFreeGuidance.MAX_SCALE, 0, 8, 3,
            List.of(0.0, 1.0),
            "How far the prediction is pushed along the difference that the class makes: 0 ignores the class, 1 asks "
                    + "for it, more than 1 exaggerates it.");

    public static final Parameter STEPS = new Parameter("steps", "Steps", "N", "", Numbers.WHOLE, 1,
            TimeGrid.MAX_STEPS, 5, 200, 25, List.of(),
            "In how many steps a run goes from noise to data. More steps are smaller ones.");

    public static final Parameter ETA = new Parameter("sampler.eta", "Share of fresh noise", "η", "", Numbers.REAL, 0,
            DdimSampler.MAX_ETA, 0, 1, 0, List.of(0.0, 1.0),
            "How much of the noise DDIM draws anew in a step: 0 draws none, 1 as much as DDPM.");

    public static final Parameter TOLD_STEP = new Parameter("toldStep", "Told step", "", "", Numbers.WHOLE, 1,
            TimeGrid.MAX_STEPS, 1, TimeGrid.MAX_STEPS, 9, List.of(),
            "Which step the film tells stage by stage: 1 is the noisiest. The steps after it pass quickly.");

    public static final Parameter SEED = new Parameter("seed", "Seed", "", "", Numbers.WHOLE, 0, MAX_EXACT, 0, 9999, 1,
            List.of(), "Which noise is drawn. The same seed gives the same run, for every guidance scale.");

    public static final Parameter OPACITY =
            new Parameter("layers.opacity", "Opacity", "", "", Numbers.REAL, 0, 1, 0, 1, 1,
                    List.of(), "How strongly a layer is drawn: 1 as it is meant, 0 not at all.");

    public static final Parameter SAMPLES = new Parameter("layers.samples.count", "Samples", "", "", Numbers.WHOLE, 0,
            20_000, 0, 2000, 400, List.of(), "How many points of the data are drawn.");

    public static final Parameter PARTICLES = new Parameter("layers.particles.count", "Particles", "", "",
            Numbers.WHOLE, 1, 20_000, 1, 5000, 2000, List.of(),
            "How many particles the population has, of which trajectories, particles and end points show something.");

    public static final Parameter PATHS = new Parameter("layers.paths.count", "Trajectories", "", "", Numbers.WHOLE, 1,
            1000, 1, 200, 40, List.of(), "The ways of how many particles are drawn.");

    public static final Parameter TOLERANCE = new Parameter("study.tolerance", "Tolerance", "", "data units",
            Numbers.REAL, 0, 100, 0, 0.5, 0.05, List.of(),
            "How far beside boxes and points a sample may lie and still count as good.");

    public static final Parameter CFG_PLUS_PLUS_SCALE = new Parameter("cfg-plus-plus.scale", "Guidance scale", "λ", "",
            Numbers.REAL, ScaledGuidance.MIN_SCALE, ScaledGuidance.MAX_SCALE, 0, 1, 0.6, List.of(0.0, 1.0),
            "How far CFG++ pushes the prediction along the difference: 0 ignores the class. It puts the unguided noise back, so that it acts like a γ that grows with the number of steps.");

    public static final Parameter PARALLEL_SHARE = new Parameter("adaptive-projected.parallelShare", "Part along x̂₀",
            "η", "", Numbers.REAL, 0, 1, 0, 1, 0, List.of(0.0, 1.0),
            "How much is kept of the part of the difference along the prediction: 0 none of it, 1 all.");

    public static final Parameter RADIUS = new Parameter("adaptive-projected.radius", "Longest difference", "r",
            "data units", Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 0.1, 20, 5, List.of(),
            "A longer difference is cut to this length, in data units.");

    public static final Parameter MOMENTUM = new Parameter("adaptive-projected.momentum", "Momentum", "β", "",
            Numbers.REAL, -0.99, 0.99, -0.9, 0.9, -0.5, List.of(0.0),
            "How much of the difference of the step before is added. Below 0 it brakes where the difference keeps its direction.");

    public static final Parameter AUTOGUIDANCE_BLUR = new Parameter("autoguidance.blur", "Blur of the worse", "d",
            "data units", Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 0.05, 5, 0.5, List.of(),
            "How far the data of the worse model is blurred: a standard deviation in data units.");

    public static final Parameter CLASSIFIER_BLUR = new Parameter("classifier.blur", "Blur of the classifier", "d",
            "data units", Numbers.RATIO, 0, Document.MAX_COORDINATE, 0.01, 3, 0.1, List.of(),
            "The noise that a classifier of clean data was taught with: a standard deviation in data units.");

    public static final Parameter CONFIDENCE = new Parameter("classifier.factor", "Confidence", "k", "", Numbers.REAL,
            0, Classifier.Overconfident.MAX_FACTOR, 0, 10, 1, List.of(1.0),
            "How sure the classifier is of itself: its log odds times this. 1 leaves it as it is, more is over-confident.");

    public static final Parameter FIT_SAMPLES = new Parameter("classifier.samples", "Samples to learn from", "", "",
            Numbers.WHOLE, 1, LogisticFit.MAX_SAMPLES, 10, 5000, 500, List.of(),
            "How many samples of the data the classifier is fitted to.");

    public static final Parameter EXPONENT = new Parameter("power-law.exponent", "Exponent", "p", "", Numbers.REAL, 0,
            PowerLawGuidance.MAX_EXPONENT, 0, 2, 0.9, List.of(0.0, 1.0),
            "With which power of its own length the pull grows: 0 is classifier-free guidance.");

    public static final Parameter STILL_STEPS = new Parameter("cfg-zero-star.stillSteps", "Still steps", "", "",
            Numbers.WHOLE, 0, CfgZeroStar.MAX_STILL_STEPS, 0, 20, 1, List.of(),
            "How many steps at the start of the run stand still.");

    public static final Parameter INTERVAL_LOWEST =
            new Parameter("interval.lowest", "Guided above", "σ/α", "", Numbers.RATIO, 0, Document.MAX_COORDINATE, 0.01,
                    100, 0.3, List.of(), "The noise per data above which guidance is at work.");

    public static final Parameter INTERVAL_HIGHEST =
            new Parameter("interval.highest", "Guided up to", "σ/α", "", Numbers.RATIO, 0, Document.MAX_COORDINATE,
                    0.01, 100, 5, List.of(), "The noise per data up to which guidance is at work.");

    public static final Parameter RESCALE_SHARE = new Parameter("rescale.share", "Share rescaled", "φ", "",
            Numbers.REAL, 0, 1, 0, 1, 0.7, List.of(0.0, 1.0),
            "How far the prediction is brought back to the conditional size: 0 changes nothing, 1 all the way.");

    public static final Parameter SCORE_FACTOR = new Parameter("temperature.factor", "Score times", "k", "",
            Numbers.RATIO, 0, TemperedGuidance.MAX_FACTOR, 0.1, 10, 2, List.of(1.0),
            "By how much the whole score is scaled: 1 changes nothing, more was meant to sharpen.");

    public static final Parameter BACKWARD_RATE =
            new Parameter("backward-universal.rate", "Step of the ascent", "", "data units²", Numbers.RATIO, SMALLEST,
                    100, 0.001, 1, 0.05, List.of(), "How far one step of the ascent goes, in data units squared.");

    public static final Parameter BACKWARD_ITERATIONS = new Parameter("backward-universal.iterations",
            "Steps of the ascent", "", "", Numbers.WHOLE, 0, BackwardUniversalGuidance.MAX_ITERATIONS, 0, 50, 10,
            List.of(), "How many steps uphill the prediction takes.");

    public static final Parameter BOX_LEFT = new Parameter("threshold.left", "Left wall", "", "data units",
            Numbers.REAL, -Document.MAX_COORDINATE, Document.MAX_COORDINATE, -10, 10, -3, List.of(),
            "Where the box of the data ends, in data units: predictions are kept inside.");

    public static final Parameter BOX_BOTTOM = new Parameter("threshold.bottom", "Lower wall", "", "data units",
            Numbers.REAL, -Document.MAX_COORDINATE, Document.MAX_COORDINATE, -10, 10, -3, List.of(),
            "Where the box of the data ends, in data units: predictions are kept inside.");

    public static final Parameter BOX_RIGHT = new Parameter("threshold.right", "Right wall", "", "data units",
            Numbers.REAL, -Document.MAX_COORDINATE, Document.MAX_COORDINATE, -10, 10, 3, List.of(),
            "Where the box of the data ends, in data units: predictions are kept inside.");

    public static final Parameter BOX_TOP = new Parameter("threshold.top", "Upper wall", "", "data units", Numbers.REAL,
            -Document.MAX_COORDINATE, Document.MAX_COORDINATE, -10, 10, 3, List.of(),
            "Where the box of the data ends, in data units: predictions are kept inside.");

    public static final Parameter CHURN =
            new Parameter("sampler.churn", "Churn", "S", "", Numbers.REAL, 0, Document.MAX_COORDINATE, 0, 100, 20,
                    List.of(0.0), "How much noise is added and taken away again in all steps together: 0 adds none.");

    public static final Parameter CHURN_LOWEST =
            new Parameter("sampler.lowest", "Churn above", "σ/α", "", Numbers.RATIO, 0, Document.MAX_COORDINATE, 0.01,
                    100, 0.05, List.of(), "The smallest noise per data at which noise is added.");

    public static final Parameter CHURN_HIGHEST =
            new Parameter("sampler.highest", "Churn up to", "σ/α", "", Numbers.RATIO, 0, Document.MAX_COORDINATE, 0.01,
                    100, 50, List.of(), "The largest noise per data at which noise is added.");

    public static final Parameter INFLATION =
            new Parameter("sampler.inflation", "Noise inflation", "", "", Numbers.REAL, 0, 10, 0.95, 1.05, 1.003,
                    List.of(1.0), "A factor on the noise that is added, to make up for what a model takes too much.");

    public static final Parameter STEP_SIZE =
            new Parameter("sampler.stepSize", "Step size", "ε", "data units²", Numbers.RATIO, SMALLEST, 100, 0.0001, 1,
                    0.01, List.of(), "How far one Langevin move follows the score, in data units squared.");

    public static final Parameter LANGEVIN_LEVEL =
            new Parameter("sampler.level", "Noise level", "σ/α", "", Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE,
                    0.01, 10, 0.3, List.of(), "The noise per data at which Langevin dynamics stays.");

    public static final Parameter RATE = new Parameter("sampler.rate", "Step size at the end", "ε", "data units²",
            Numbers.RATIO, 1e-12, 100, 1e-7, 0.001, 1e-5, List.of(),
            "The step size at the last noise level, in data units squared; earlier levels take larger ones.");

    public static final Parameter LANGEVIN_MOVES = new Parameter("sampler.moves", "Moves per level", "", "",
            Numbers.WHOLE, 1, AnnealedLangevinSampler.MAX_MOVES, 1, 100, 10, List.of(),
            "How many Langevin moves are made at each noise level.");

    public static final Parameter SIGNAL_TO_NOISE = new Parameter("sampler.signalToNoise", "Corrector size", "r", "",
            Numbers.REAL, SMALLEST, 1, 0.01, 0.5, 0.16, List.of(),
            "How large a move of the corrector is compared with the noise: its step size is (r σ)².");

    public static final Parameter CORRECTOR_MOVES = new Parameter("sampler.correctorMoves", "Corrector moves", "", "",
            Numbers.WHOLE, 1, AnnealedLangevinSampler.MAX_MOVES, 1, 20, 1, List.of(),
            "How many Langevin moves correct each step.");

    public static final Parameter NOISE_TEMPERATURE = new Parameter("sampler.temperature", "Noise temperature", "T", "",
            Numbers.REAL, 0, ScaledNoiseSampler.MAX_TEMPERATURE, 0, 2, 1, List.of(0.0, 1.0),
            "By how much the variance of the drawn noise is scaled: 1 leaves it, 0 takes it away.");

    public static final Parameter BETA_FIRST =
            new Parameter("schedule.first", "First β", "β₁", "", Numbers.RATIO, SMALLEST, 0.999, 0.00001, 0.01, 0.0001,
                    List.of(), "The variance that the first step of the schedule adds.");

    public static final Parameter BETA_LAST = new Parameter("schedule.last", "Last β", "β_T", "", Numbers.RATIO,
            SMALLEST, 0.999, 0.001, 0.1, 0.02, List.of(), "The variance that the last step of the schedule adds.");

    public static final Parameter BETA_STEPS = new Parameter("schedule.steps", "Schedule steps", "T", "", Numbers.WHOLE,
            2, LinearBetaSchedule.MAX_STEPS, 10, 2000, 1000, List.of(1000.0),
            "In how many steps the schedule adds its noise. Fewer with the same β leave data at the end.");

    public static final Parameter BETA_MIN = new Parameter("schedule.betaMin", "Rate at the data", "β(0)", "",
            Numbers.RATIO, SMALLEST, VariancePreservingSchedule.MAX_BETA, 0.01, 10, 0.1, List.of(),
            "How fast noise is added at time 0.");

    public static final Parameter BETA_MAX =
            new Parameter("schedule.betaMax", "Rate at the noise", "β(1)", "", Numbers.RATIO, SMALLEST,
                    VariancePreservingSchedule.MAX_BETA, 0.1, 100, 20, List.of(), "How fast noise is added at time 1.");

    public static final Parameter SIGMA_MIN = new Parameter("schedule.sigmaMin", "Smallest noise", "σ", "data units",
            Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 0.001, 1, 0.002, List.of(),
            "The smallest noise that a run visits, in data units.");

    public static final Parameter SIGMA_MAX = new Parameter("schedule.sigmaMax", "Largest noise", "σ", "data units",
            Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 1, 200, 80, List.of(),
            "The noise at time 1, where runs start, in data units.");

    public static final Parameter DRAW = new Parameter("noise.value", "Draw", "ε", "", Numbers.REAL,
            -Sampling.MAX_DRAW, Sampling.MAX_DRAW, -3, 3, 0, List.of(0.0),
            "A standard normal draw that a run uses: the start of the run, or the noise of a step.");

    public static final Parameter MODEL_BLUR = new Parameter("model.blur", "Blur of the model", "d", "data units",
            Numbers.RATIO, SMALLEST, Document.MAX_COORDINATE, 0.02, 2, 0.3, List.of(),
            "How far the data that the model has seen was blurred: a standard deviation in data units.");

    public static final Parameter MODEL_ERROR = new Parameter("model.size", "Size of the error", "", "of 1/σ",
            Numbers.REAL, 0, 10, 0, 1, 0.2, List.of(),
            "How far the score is wrong, as a part of its size among noise: 0.1 is a tenth.");

    public static final Parameter MODEL_LENGTH = new Parameter("model.length", "Changes over", "", "data units",
            Numbers.RATIO, 1e-3, Document.MAX_COORDINATE, 0.1, 10, 1, List.of(),
            "Over which distance the error changes, in data units.");

    public static final Parameter MODEL_SEED = new Parameter("model.seed", "Error number", "", "", Numbers.WHOLE, 0,
            MAX_EXACT, 0, 100, 1, List.of(), "Which error of this size it is: another number is another model.");

    public static final Parameter MODEL_ANGLE = new Parameter("model.angle", "Turned by", "", "degrees", Numbers.REAL,
            -180, 180, -90, 90, 20, List.of(0.0), "By how much every score is turned, anticlockwise.");

    public static final Parameter MODEL_BIAS_X = new Parameter("model.biasX", "Off to the right", "", "of 1/σ",
            Numbers.REAL, -10, 10, -1, 1, 0.2, List.of(0.0),
            "By how much every score is off, as a part of its size among noise.");

    public static final Parameter MODEL_BIAS_Y = new Parameter("model.biasY", "Off upwards", "", "of 1/σ",
            Numbers.REAL, -10, 10, -1, 1, 0, List.of(0.0),
            "By how much every score is off, as a part of its size among noise.");

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
