package scorescape.figure.plot;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.PointEstimate;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.figure.Role;

/// A number that a run has at each of its steps: what the model says where the step asks it first, which is `x_t` unless
/// the sampler adds noise before. Those of the class are NaN in a run without one.
public enum RunQuantity {

    /// In data units.
    DIFFERENCE("‖δ‖", "\\|\\delta\\|", "How much the class changes the prediction: the length of δ = x̂₀|y − x̂₀.",
            Role.SCALED_DIFFERENCE),

    /// By Bayes' rule from the laws that the model has learnt, `p(y) p_t(x|y) / p_t(x)`.
    POSTERIOR("p(y|xₜ)", "p(y|x_t)", "How probable the chosen class is at the state of the run.", Role.CONDITIONAL),

    /// Of the law of all data, in 1 / data units.
    SCORE("‖score‖", "\\|\\nabla\\log p_t\\|",
            "The length of the score ∇ log pₜ(xₜ). Over a logarithmic axis where it varies much.",
            Role.UNCONDITIONAL),

    /// Natural logarithm of a density in 1 / data units squared.
    LOG_DENSITY("log pₜ", "\\log p_t(x_t)", "How probable the state of the run is among all noised data: log pₜ(xₜ).",
            Role.STATE);

    /// What is smaller than the largest value by more than this would make a logarithmic axis tell of nothing else.
    private static final double LEAST_LOGARITHMIC = 1e-4;

    /// A smallest value above this part of the largest is told well by a linear axis.
    private static final double MOST_LINEAR = 0.05;

    private final String title;
    private final String latex;
    private final String help;
    private final Role role;

    RunQuantity(String title, String latex, String help, Role role) {
        this.title = title;
        this.latex = latex;
        this.help = help;
        this.role = role;
    }

    /// A few characters.
    public String title() {
        return title;
    }

    String latex() {
        return latex;
    }

    /// One sentence.
    public String help() {
        return help;
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
            case DIFFERENCE -> Range.of(0, 1.06 * max);
            case SCORE -> min > LEAST_LOGARITHMIC * max && min < MOST_LINEAR * max
                    ? new Range(0.8 * min, 1.25 * max, true)
                    : Range.of(0, 1.06 * max);
            case LOG_DENSITY -> Range.holding(values.stream().mapToDouble(v -> v));
        };
    }
}
