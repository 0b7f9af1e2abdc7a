package scorescape.diffusion.sampler;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.ContinuousOutputModel;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInput;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// The probability-flow ODE solved to rounding: what the samplers approximate, forward and backward.
///
/// Every schedule's flow is the same curve in `X = x/(α + σ)` by the clock `τ = σ/(α + σ)`, which runs from 0 (data) to
/// 1 (pure noise) and has a finite slope at both ends:
///
///     dX/dτ = (X − x̂₀)/τ,   −X at τ = 0
///
/// Solved by Dormand and Prince's method of order 8(5,3) with dense output.
///
/// A rule that looks at the step it is in sees one step from each state to clean data.
///
/// Sources: Song et al. 2021, arXiv:2011.13456, section 4.3 and appendix D; Chen et al. 2018, arXiv:1806.07366, for the
/// change of the density; Hairer, Nørsett & Wanner 1993, Solving Ordinary Differential Equations I, section II.10.
public final class ProbabilityFlow {

    /// Accepted local error of a step of the solver, absolute and relative.
    private static final double TOLERANCE = 1e-13;

    /// The same where the density is followed, too: derivatives of scores have fewer digits.
    private static final double DENSITY_TOLERANCE = 1e-12;

    private static final double SMALLEST_STEP = 1e-30;

    /// Longest step in `τ`: the interpolation between steps has a lower order than the steps.
    private static final double LONGEST_STEP = 0.02;

    /// For central differences of velocities, in data units: the cube root of a rounding error, about.
    private static final double DIFFERENCE_STEP = 1e-5;

    private static final double LN_TWO_PI = Math.log(2 * Math.PI);

    private final DataDistribution data;
    private final ScoreModel scores;
    private final Guidance guidance;

    /// The flow of an exact model.
    public ProbabilityFlow(DataDistribution data, Guidance guidance) {
        this(data, ScoreModel.EXACT, guidance);
    }

    /// @param scores what the model says in place of the exact score
    public ProbabilityFlow(DataDistribution data, ScoreModel scores, Guidance guidance) {
        this.data = data;
        this.scores = scores;
        this.guidance = guidance;
    }

    /// A solution of the flow, at any noise level between its ends.
    ///
    /// Immutable to its users, but the interpolation inside is not: confined to one thread.
    public static final class Path {

        private final ContinuousOutputModel curve;

        private Path(ContinuousOutputModel curve) {
            this.curve = curve;
        }

        /// The state `x` at `level`, in the coordinates of that level.
        public Vec2 at(NoiseLevel level) {
            double[] state = state(level);
            return new Vec2(state[0], state[1]).times(FlowForm.STRAIGHT.scale(level));
        }

        /// The integral of the divergence of `dX/dτ` from the start of the path to `level`.
        private double divergence(NoiseLevel level) {
            return state(level)[2];
        }

        private double[] state(NoiseLevel level) {
            curve.setInterpolatedTime(FlowForm.STRAIGHT.clock(level));
            return curve.getInterpolatedState();
        }
    }

    /// The curve through `x` at the level `from`, as far as the level `to`, which may be noisier or less noisy.
    ///
    /// @param from with noise, or clean data that have a density
    /// @param to the same
    /// @throws ArithmeticException if no step of the solver is short enough
    public Path path(NoiseLevel from, Vec2 x, NoiseLevel to) {
        return solve(from, x, to, false);
    }

    /// The log density that the flow gives to a state: `ln q(x) = ln q'(end) + growth`, for any law `q'` of the end.
    ///
    /// @param end where the curve from the state ends, in coordinates of the end's `x`
    /// @param growth the integral of the divergence of `dx/dt` along the curve
    /// @param logDensity `ln q(x)` when the end is normal with the end's σ, as a trained model must assume at the noise; not
    ///     finite on clean data, where that is no law
    public record Likelihood(Vec2 end, double growth, double logDensity) {}

    /// Follows the density along the curve from `data`, by the instantaneous change of variables.
    ///
    /// Exact derivatives serve plain sampling and classifier-free guidance with an exact model. Others are taken by central
    /// differences, good to about 1e-6.
    ///
    /// @param level where the curve ends
    public Likelihood likelihood(Vec2 data, NoiseLevel level) {
        return likelihood(NoiseLevel.CLEAN, data, level);
    }

    /// The same along the curve through `x` at the level `from`, as far as the level `to`.
    ///
    /// @param from with noise, or clean data that have a density
    /// @param to the same
    /// @throws ArithmeticException if no step of the solver is short enough
    public Likelihood likelihood(NoiseLevel from, Vec2 x, NoiseLevel to) {
        Path path = solve(from, x, to, true);
        Vec2 end = path.at(to);
        // A density in x is one in X divided by the square of the scale.
        double rescaled = Math.log(FlowForm.STRAIGHT.scale(to) / FlowForm.STRAIGHT.scale(from));
        double growth = path.divergence(to) + 2 * rescaled;
        double variance = to.sigma() * to.sigma();
        return new Likelihood(end, growth, growth - LN_TWO_PI - Math.log(variance) - 0.5 * end.dot(end) / variance);
    }

    private Path solve(NoiseLevel from, Vec2 x, NoiseLevel to, boolean withDivergence) {
        double scale = FlowForm.STRAIGHT.scale(from);
        double start = FlowForm.STRAIGHT.clock(from);
        double end = FlowForm.STRAIGHT.clock(to);
        var curve = new ContinuousOutputModel();
        double tolerance = withDivergence ? DENSITY_TOLERANCE : TOLERANCE;
        var integrator = new DormandPrince853Integrator(SMALLEST_STEP, LONGEST_STEP, tolerance, tolerance);
        integrator.addStepHandler(curve);
        double[] state = withDivergence
                ? new double[]{x.x() / scale, x.y() / scale, 0}
                : new double[]{x.x() / scale, x.y() / scale};
        try {
            integrator.integrate(new Flow(withDivergence), start, state, end, state);
        } catch (NumberIsTooSmallException | MaxCountExceededException e) {
            throw new ArithmeticException("the flow cannot be followed from " + from + " to " + to + ": "
                    + e.getMessage());
        }
        return new Path(curve);
    }

    /// The right side `dX/dτ`, and its divergence as a third component if that is wanted.
    private final class Flow implements FirstOrderDifferentialEquations {

        private final boolean withDivergence;
        private final OneLevelModel model = new OneLevelModel(data, scores);

        Flow(boolean withDivergence) {
            this.withDivergence = withDivergence;
        }

        @Override
        public int getDimension() {
            return withDivergence ? 3 : 2;
        }

        @Override
        public void computeDerivatives(double time, double[] state, double[] derivative) {
            // The solver's last stage may miss the end by a rounding.
            double tau = Math.clamp(time, 0, 1);
            var level = new NoiseLevel(1 - tau, tau);
            Vec2 x = new Vec2(state[0], state[1]);
            Vec2 velocity = velocity(level, x);
            derivative[0] = velocity.x();
            derivative[1] = velocity.y();
            if (withDivergence) {
                derivative[2] = divergence(level, x);
            }
        }

        private Vec2 velocity(NoiseLevel level, Vec2 x) {
            return level.sigma() == 0 ? x.times(-1) : x.minus(guided(level, x)).times(1 / level.sigma());
        }

        private Vec2 guided(NoiseLevel level, Vec2 x) {
            var position = new GuidancePosition(0, 1, level, NoiseLevel.CLEAN);
            return guidance.guide(new GuidanceInput(model, position, level, x, Vec2.ZERO));
        }

        /// The divergence of `dX/dτ`.
        private double divergence(NoiseLevel level, Vec2 x) {
            if (!scores.equals(ScoreModel.EXACT)) {
                return divergenceByDifferences(level, x);
            }
            return switch (guidance) {
                case NoGuidance() -> divergence(level, x, model.noised(level));
                case ClassifierFreeGuidance(int label, double scale) -> (1 - scale)
                        * divergence(level, x, model.noised(level))
                        + scale * divergence(level, x, model.noised(level, label));
                default -> divergenceByDifferences(level, x);
            };
        }

        /// `(2 − (1 − τ)/τ² tr Cov)/τ` where noise prevails, else the same written `−(2 + τ tr ∇∇ᵀ ln p)/(1 − τ)`, which
        /// loses no digits near the data.
        private double divergence(NoiseLevel level, Vec2 x, NoisedDistribution noised) {
            double sigma = level.sigma();
            double alpha = level.alpha();
            return sigma > alpha
                    ? (2 - alpha / (sigma * sigma) * noised.at(x).covariance().trace()) / sigma
                    : -(2 + sigma * noised.hessian(x).trace()) / alpha;
        }

        private double divergenceByDifferences(NoiseLevel level, Vec2 x) {
            double h = DIFFERENCE_STEP;
            Vec2 dx = velocity(level, x.plus(new Vec2(h, 0))).minus(velocity(level, x.minus(new Vec2(h, 0))));
            Vec2 dy = velocity(level, x.plus(new Vec2(0, h))).minus(velocity(level, x.minus(new Vec2(0, h))));
            return (dx.x() + dy.y()) / (2 * h);
        }
    }
}
