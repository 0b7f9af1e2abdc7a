package scorescape.diffusion.population;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.DynamicThresholdGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.ScheduledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;

/// The same runs with one guidance scale after the other, on the same noise.
public final class GuidanceSweep {

    /// How finely the largest monotone scale is looked for.
    private static final double SCALE_STEP = 0.05;

    /// @param gamma γ
    public record Point(double gamma, PopulationStatistics statistics) {}

    private GuidanceSweep() {}

    /// Measures the runs of a request for each of `gammas`.
    ///
    /// @param request its guidance must have a scale, see [#withScale]
    /// @param found told of each point as soon as it is there, in the order of `gammas`
    /// @throws CancellationException if the sweep was cancelled
    public static List<Point> run(Request request, Target target, List<Double> gammas, Consumer<Point> found,
            BooleanSupplier cancelled) {
        List<Point> points = new ArrayList<>(gammas.size());
        @Nullable
        TrajectoryBundle last = null;
        for (double gamma : gammas) {
            Request changed = withScale(request, gamma);
            last = last == null ? TrajectoryBundle.run(changed, cancelled) : last.rerun(changed, cancelled);
            var point = new Point(gamma, PopulationStatistics.of(last, target, target.tilted(gamma)));
            points.add(point);
            found.accept(point);
        }
        return List.copyOf(points);
    }

    /// The largest scale from 1 to `most` whose mean path along the axis is still [monotone][ProjectedPath#isMonotone],
    /// within 0.05: the paper's advice on how strongly to guide. It is supposed that beyond the first scale with an
    /// overshoot all have one.
    ///
    /// Source: Chidambaram et al. 2024, arXiv:2409.13074.
    ///
    /// @return empty if the path overshoots at γ = 1 already; `most` if it does not there either
    /// @throws CancellationException if the search was cancelled
    public static OptionalDouble largestMonotone(Request request, Axis axis, double most, BooleanSupplier cancelled) {
        return largestMonotone(most, gamma -> ProjectedPath
                .of(TrajectoryBundle.run(withScale(request, gamma), cancelled), axis)
                .isMonotone());
    }

    static OptionalDouble largestMonotone(double most, DoubleFunction<Boolean> isMonotone) {
        if (!isMonotone.apply(1)) {
            return OptionalDouble.empty();
        }
        if (isMonotone.apply(most)) {
            return OptionalDouble.of(most);
        }
        double low = 1;
        double high = most;
        while (high - low > SCALE_STEP) {
            double middle = 0.5 * (low + high);
            if (isMonotone.apply(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(low);
    }

    /// The same request with another guidance scale.
    ///
    /// @throws IllegalArgumentException if its guidance has none
    static Request withScale(Request request, double gamma) {
        return new Request(request.process(), withScale(request.guidance(), gamma), request.sampler(),
                request.noise(), request.particles());
    }

    /// Whether there is a scale to set. A schedule of γ has none: it says γ for every level.
    public static boolean hasScale(Guidance guidance) {
        return switch (guidance) {
            case NoGuidance() -> false;
            case ScaledGuidance _ -> true;
            case ScheduledGuidance _ -> false;
            case WrappingGuidance wrapping -> hasScale(wrapping.rule());
        };
    }

    /// The scale that is set, of the rule inside all others.
    public static OptionalDouble scale(Guidance guidance) {
        return switch (guidance) {
            case NoGuidance() -> OptionalDouble.empty();
            case ScaledGuidance scaled -> OptionalDouble.of(scaled.scale());
            case ScheduledGuidance _ -> OptionalDouble.empty();
            case WrappingGuidance wrapping -> scale(wrapping.rule());
        };
    }

    /// The same rule with another scale. A rule around another one hands it on.
    ///
    /// @throws IllegalArgumentException if the rule has no scale
    public static Guidance withScale(Guidance guidance, double gamma) {
        return switch (guidance) {
            case NoGuidance _,ScheduledGuidance _ ->
                throw new IllegalArgumentException("this guidance has no scale: " + guidance);
            case ScaledGuidance scaled -> scaled.withScale(gamma);
            case GuidanceInterval(var rule, double lowest, double highest) ->
                new GuidanceInterval(rule.withScale(gamma), lowest, highest);
            case RescaledGuidance(var rule, double share) -> new RescaledGuidance(withScale(rule, gamma), share);
            case ThresholdedGuidance(var rule, var box) -> new ThresholdedGuidance(withScale(rule, gamma), box);
            case DynamicThresholdGuidance(var rule, var box) ->
                new DynamicThresholdGuidance(withScale(rule, gamma), box);
            case TemperedGuidance(var rule, double factor) -> new TemperedGuidance(withScale(rule, gamma), factor);
            case BackwardUniversalGuidance(var rule, int label, double rate, int iterations, double blur) ->
                new BackwardUniversalGuidance(withScale(rule, gamma), label, rate, iterations, blur);
        };
    }
}
