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
import scorescape.text.Texts;

/// The samplers, as people choose them.
enum SamplerKind {

    DDPM {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new DdpmSampler(DdpmSampler.Variance.SMALL);
        }
    },

    DDIM {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new DdimSampler(0);
        }
    },

    EULER {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new EulerSampler(FlowForm.EXPLODING);
        }
    },

    HEUN {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new HeunSampler(FlowForm.EXPLODING);
        }
    },

    CHURN {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new ChurnSampler(Parameters.CHURN.defaultValue(), Parameters.CHURN_LOWEST.defaultValue(),
                    Parameters.CHURN_HIGHEST.defaultValue(), Parameters.INFLATION.defaultValue());
        }
    },

    ANCESTRAL {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new AncestralSampler();
        }
    },

    MARUYAMA {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new MaruyamaSampler(FlowForm.EXPLODING);
        }
    },

    DPM_SOLVER {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new DpmSolverPlusPlusSampler();
        }
    },

    LANGEVIN {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new LangevinSampler(Parameters.STEP_SIZE.defaultValue(),
                    schedule.atRatio(Parameters.LANGEVIN_LEVEL.defaultValue()));
        }
    },

    ANNEALED_LANGEVIN {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new AnnealedLangevinSampler(Parameters.RATE.defaultValue(),
                    (int) Parameters.LANGEVIN_MOVES.defaultValue());
        }
    },

    PREDICTOR_CORRECTOR {
        @Override
        Sampler make(NoiseSchedule schedule) {
            return new PredictorCorrectorSampler(new MaruyamaSampler(FlowForm.EXPLODING),
                    Parameters.SIGNAL_TO_NOISE.defaultValue(), (int) Parameters.CORRECTOR_MOVES.defaultValue());
        }
    };

    String title() {
        return Texts.of(this);
    }

    /// What the sampler does and what to look for.
    String help() {
        return Texts.of(this, "help");
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
