package scorescape.document;

import java.util.List;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.document.Parameter.Numbers;

/// Every number that people set, declared once.
public final class Parameters {

    /// Whole numbers up to here are kept exactly by every reader of JSON.
    private static final double MAX_EXACT = 0x1p53 - 1;

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

    public static final List<Parameter> ALL = List.of(GUIDANCE_SCALE, STEPS, ETA, TOLD_STEP, SEED, OPACITY, SAMPLES,
            PARTICLES, PATHS, TOLERANCE);

    private Parameters() {}
}
