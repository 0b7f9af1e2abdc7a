package scorescape.studio;

import scorescape.diffusion.sampler.AncestralSampler;
import scorescape.diffusion.sampler.AnnealedLangevinSampler;
import scorescape.diffusion.sampler.ChurnSampler;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DdpmSampler;
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

/// The samplers, as people choose them.
enum SamplerKind {

    DDPM("DDPM",
            "Steps towards the prediction and adds noise: the posterior of the forward process with a fixed variance.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new DdpmSampler(DdpmSampler.Variance.SMALL);
        }
    },

    DDIM("DDIM",
            "Keeps part of the noise that it sees in xₜ. With η = 0 it draws none, and the run is a function of its start.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new DdimSampler(0);
        }
    },

    EULER("Euler, flow ODE",
            "One straight step along the slope of the probability flow. Halve the steps, and its error doubles.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new EulerSampler(FlowForm.EXPLODING);
        }
    },

    HEUN("Heun, flow ODE",
            "A step on trial, then the step with the mean of the slopes at its two ends: second order.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new HeunSampler(FlowForm.EXPLODING);
        }
    },

    CHURN("Heun with churn",
            "Adds a little noise before each step, so that the errors of earlier ones are partly forgotten.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new ChurnSampler(Parameters.CHURN.defaultValue(), Parameters.CHURN_LOWEST.defaultValue(),
                    Parameters.CHURN_HIGHEST.defaultValue(), Parameters.INFLATION.defaultValue());
        }
    },

    ANCESTRAL("Euler ancestral", "Steps below the next level and adds noise to come up to it. It agrees with DDPM.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new AncestralSampler();
        }
    },

    MARUYAMA("Euler–Maruyama, SDE",
            "The reverse SDE with the drift and the diffusion at the start of a step taken for the "
                    + "whole of it. Look how it needs more steps than DDPM.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new MaruyamaSampler(FlowForm.EXPLODING);
        }
    },

    DPM_SOLVER("DPM-Solver++ (2M)",
            "Carries the prediction on along the line through the last two: second order with one "
                    + "evaluation a step.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new DpmSolverPlusPlusSampler();
        }
    },

    LANGEVIN("Langevin",
            "Follows the score and adds noise, at one noise level. Look for runs that never change mode.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new LangevinSampler(Parameters.STEP_SIZE.defaultValue(),
                    schedule.atRatio(Parameters.LANGEVIN_LEVEL.defaultValue()));
        }
    },

    ANNEALED_LANGEVIN("Annealed Langevin",
            "Langevin moves at one noise level after the other. It ends with the noise of the "
                    + "last level, without a final denoising.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new AnnealedLangevinSampler(Parameters.RATE.defaultValue(),
                    (int) Parameters.LANGEVIN_MOVES.defaultValue());
        }
    },

    PREDICTOR_CORRECTOR("Predictor–corrector",
            "A step of another sampler, then Langevin moves at the level it has come to.") {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new PredictorCorrectorSampler(new MaruyamaSampler(FlowForm.EXPLODING),
                    Parameters.SIGNAL_TO_NOISE.defaultValue(), (int) Parameters.CORRECTOR_MOVES.defaultValue());
        }
    };

    private final String title;
    private final String help;

    SamplerKind(String title, String help) {
        this.title = title;
        this.help = help;
    }

    String title() {
        return title;
    }

    /// What the sampler does and what to look for.
    String help() {
        return help;
    }

    /// The sampler with its usual numbers.
    ///
    /// @param schedule whose kind of levels it visits
    abstract Sampler make(NoiseSchedule schedule);

    /// The kind of a sampler; one whose noise is scaled counts as what it scales.
    static SamplerKind of(Sampler sampler) {
        return switch (sampler) {
            case DdpmSampler _ -> DDPM;
            case DdimSampler _ -> DDIM;
            case EulerSampler _ -> EULER;
            case HeunSampler _ -> HEUN;
            case ChurnSampler _ -> CHURN;
            case AncestralSampler() -> ANCESTRAL;
            case MaruyamaSampler _ -> MARUYAMA;
            case DpmSolverPlusPlusSampler() -> DPM_SOLVER;
            case LangevinSampler _ -> LANGEVIN;
            case AnnealedLangevinSampler _ -> ANNEALED_LANGEVIN;
            case PredictorCorrectorSampler _ -> PREDICTOR_CORRECTOR;
            case ScaledNoiseSampler(Sampler scaled, double _) -> of(scaled);
        };
    }
}
