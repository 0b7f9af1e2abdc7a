package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import scorescape.diffusion.guidance.Autoguidance;
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

/// A rule as people put it together: the one that pulls, and what is laid around it.
///
/// @param base the innermost rule
/// @param wrappers from the inside out; the rules that they hold themselves do not count
record RuleStack(Guidance base, List<WrappingGuidance> wrappers) {

    RuleStack {
        wrappers = List.copyOf(wrappers);
    }

    static RuleStack of(Guidance guidance) {
        List<WrappingGuidance> wrappers = new ArrayList<>();
        Guidance rule = guidance;
        while (rule instanceof WrappingGuidance wrapper) {
            wrappers.addFirst(wrapper);
            rule = wrapper.rule();
        }
        return new RuleStack(rule, wrappers);
    }

    /// The whole as one rule. A wrapper that sets γ is left out where the rule inside has none.
    Guidance guidance() {
        Guidance rule = base;
        for (WrappingGuidance wrapper : wrappers) {
            rule = around(wrapper, rule);
        }
        return rule;
    }

    /// The wrapper's settings around another rule.
    private static Guidance around(WrappingGuidance wrapper, Guidance rule) {
        return switch (wrapper) {
            case GuidanceInterval(_, double lowest, double highest) ->
                rule instanceof ScaledGuidance scaled ? new GuidanceInterval(scaled, lowest, highest) : rule;
            case ScheduledGuidance(_, var curve) ->
                rule instanceof ScaledGuidance scaled ? new ScheduledGuidance(scaled, curve) : rule;
            case RescaledGuidance(_, double share) -> new RescaledGuidance(rule, share);
            case ThresholdedGuidance(_, var box) -> new ThresholdedGuidance(rule, box);
            case DynamicThresholdGuidance(_, var box) -> new DynamicThresholdGuidance(rule, box);
            case TemperedGuidance(_, double factor) -> new TemperedGuidance(rule, factor);
            case BackwardUniversalGuidance(_, int label, double rate, int iterations, double blur) ->
                new BackwardUniversalGuidance(rule, label, rate, iterations, blur);
        };
    }

    RuleStack withBase(Guidance newBase) {
        return new RuleStack(newBase, wrappers);
    }

    /// With `wrapper` in the place of the one at `index`.
    RuleStack withWrapper(int index, WrappingGuidance wrapper) {
        List<WrappingGuidance> changed = new ArrayList<>(wrappers);
        changed.set(index, wrapper);
        return new RuleStack(base, changed);
    }

    /// With `wrapper` on the outside, or on the inside if it sets γ.
    RuleStack plus(WrappingGuidance wrapper) {
        List<WrappingGuidance> changed = new ArrayList<>(wrappers);
        changed.add(setsScale(wrapper) ? 0 : changed.size(), wrapper);
        return new RuleStack(base, changed);
    }

    RuleStack without(int index) {
        List<WrappingGuidance> changed = new ArrayList<>(wrappers);
        changed.remove(index);
        return new RuleStack(base, changed);
    }

    /// Whether a wrapper sets γ: of these there is one at most.
    static boolean setsScale(WrappingGuidance wrapper) {
        return wrapper instanceof GuidanceInterval || wrapper instanceof ScheduledGuidance;
    }

    /// Whether the rule's own γ does not count, since a curve gives it.
    boolean isScheduled() {
        return wrappers.stream().anyMatch(ScheduledGuidance.class::isInstance);
    }

    /// The rule with γ, if the innermost one has one.
    static Guidance withScale(Guidance guidance, double scale) {
        RuleStack stack = of(guidance);
        return stack.base() instanceof ScaledGuidance scaled
                ? stack.withBase(scaled.withScale(scale)).guidance()
                : guidance;
    }

    /// The same rules towards class `label`. A rule that knew the class in another place takes the old one there.
    static Guidance towards(Guidance guidance, int label) {
        RuleStack stack = of(guidance);
        if (stack.base() instanceof Autoguidance(OptionalInt none, double blur, double scale) && none.isEmpty()) {
            return stack.withBase(new Autoguidance(OptionalInt.of(label), blur, scale)).guidance();
        }
        OptionalInt before = guidance.guidingClass();
        return before.isEmpty()
                ? guidance
                : guidance.relabelled(
                        y -> y == before.getAsInt() ? label : y == label ? before.getAsInt() : y);
    }

    /// The same rules without a class: autoguidance can do without, the others stop pulling.
    static Guidance towardsNone(Guidance guidance) {
        RuleStack stack = of(guidance);
        Guidance plain = stack.base() instanceof Autoguidance auto
                ? new Autoguidance(OptionalInt.empty(), auto.blur(), auto.scale())
                : new NoGuidance();
        return new RuleStack(plain,
                stack.wrappers().stream().filter(w -> !(w instanceof BackwardUniversalGuidance)).toList()).guidance();
    }
}
