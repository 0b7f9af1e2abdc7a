package scorescape.figure.plot;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.figure.Role;
import scorescape.text.Texts;

/// A number that a run has at each of its steps: what the model says where the step asks it first, which is `x_t` unless
/// the sampler adds noise before. Those of the class are NaN in a run without one.
public enum RunQuantity {

    /// In data units.
    DIFFERENCE("\\|\\delta\\|", Role.SCALED_DIFFERENCE),

    /// By Bayes' rule from the laws that the model has learnt, `p(y) p_t(x|y) / p_t(x)`.
    POSTERIOR("p(y|x_t)", Role.CONDITIONAL),

    /// Of the law of all data, in 1 / data units.
    SCORE("\\|\\nabla\\log p_t\\|", Role.UNCONDITIONAL),

    /// Natural logarithm of a density in 1 / data units squared.
    LOG_DENSITY("\\log p_t(x_t)", Role.STATE);

    /// What is smaller than the largest value by more than this would make a logarithmic axis tell of nothing else.
    private static final double LEAST_LOGARITHMIC = 1e-4;

    private static final double LEAST_SEEN = 1e-9;

    /// A smallest value above this part of the largest is told well by a linear axis.
    private static final double MOST_LINEAR = 0.05;

    private final String latex;
    private final Role role;

    RunQuantity(String latex, Role role) {
        this.latex = latex;
        this.role = role;
    }

    /// A few characters.
    public String title() {
        return Texts.of(this);
    }

    String latex() {
        return latex;
    }

    /// One sentence.
    public String help() {
        return Texts.of(this, "help");
    }

    /// Whose colour it has.
    public Role role() {
        return role;
    }

    /// The value at each step, the noisiest first.
    ///
    /// @param prior share `p(y)` of the run's class in the data, empty without one
    public double[] along(Trajectory run, OptionalDouble prior) {
        return run.steps().stream().mapToDouble(step -> at(step, prior)).toArray();
    }

    private double at(Step step, OptionalDouble prior) {
        PointEstimate all = step.unconditional();
        return switch (this) {
            case DIFFERENCE -> step.conditional() == null ? Double.NaN : step.difference().norm();
            case POSTERIOR -> posterior(all, step.conditional(), prior);
            case SCORE -> all.score().norm();
            case LOG_DENSITY -> all.logDensity();
        };
    }

    /// At most 1, which rounding may pass.
    private static double posterior(PointEstimate all, @Nullable PointEstimate given, OptionalDouble prior) {
        return given == null || prior.isEmpty()
                ? Double.NaN
                : Math.min(1, prior.getAsDouble() * Math.exp(given.logDensity() - all.logDensity()));
    }

    /// The axis for values of this quantity.
    Range range(List<Double> values) {
        double max = values.stream().mapToDouble(v -> v).max().orElse(1);
        double min = values.stream().mapToDouble(v -> v).min().orElse(0);
        return switch (this) {
            case POSTERIOR -> Range.of(0, 1);
            case DIFFERENCE -> fromZero(max);
            case SCORE -> min > LEAST_LOGARITHMIC * max && min < MOST_LINEAR * max
                    ? new Range(0.8 * min, 1.25 * max, true)
                    : fromZero(max);
            case LOG_DENSITY -> Range.holding(values.stream().mapToDouble(v -> v));
        };
    }

    /// A length that is zero, or so but for rounding, lies on the axis of a length of 1.
    private static Range fromZero(double max) {
        return Range.of(0, max > LEAST_SEEN ? 1.06 * max : 1);
    }
}
