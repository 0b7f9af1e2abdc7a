package scorescape.studio;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.NegativeClassGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.math.Bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RuleStackTest {

    private static final Guidance WRAPPED = new TemperedGuidance(
            new RescaledGuidance(new GuidanceInterval(new ClassifierFreeGuidance(1, 3), 0.1, 5), 0.7), 2);
    private static final WrapperKind.Start START = new WrapperKind.Start(1, 3, new Bounds(-1, -2, 3, 4));

    @Test
    void takenApartAndPutTogetherIsTheSameRule() {
        assertEquals(WRAPPED, RuleStack.of(WRAPPED).guidance());
        assertEquals(3, RuleStack.of(WRAPPED).wrappers().size());
    }

    @Test
    void gammaIsThatOfTheInnermostRule() {
        assertEquals(new TemperedGuidance(
                new RescaledGuidance(new GuidanceInterval(new ClassifierFreeGuidance(1, 8), 0.1, 5), 0.7), 2),
                RuleStack.withScale(WRAPPED, 8));
        assertEquals(new NoGuidance(), RuleStack.withScale(new NoGuidance(), 8));
    }

    @Test
    void anotherRuleKeepsClassGammaAndWhatLiesOnTop() {
        Guidance changed = RuleStack.of(WRAPPED)
                .withBase(RuleKind.NEGATIVE_CLASS.make(RuleKind.Start.of(WRAPPED, List.of(0, 1, 2))))
                .guidance();

        assertEquals(new TemperedGuidance(
                new RescaledGuidance(new GuidanceInterval(new NegativeClassGuidance(1, 0, 3), 0.1, 5), 0.7), 2),
                changed);
    }

    @Test
    void aRuleWithoutGammaLosesWhatSetsGamma() {
        assertEquals(new TemperedGuidance(new RescaledGuidance(new NoGuidance(), 0.7), 2),
                RuleStack.of(WRAPPED).withBase(new NoGuidance()).guidance());
    }

    /// λ of CFG++ is no γ: neither becomes the other.
    @Test
    void cfgPlusPlusBeginsWithItsOwnScaleAndPassesNoneOn() {
        var start = RuleKind.Start.of(new CfgPlusPlus(2, 0.3), List.of(0, 1, 2));

        assertEquals(new ClassifierFreeGuidance(2, 3), RuleKind.CLASSIFIER_FREE.make(start));
        assertEquals(new CfgPlusPlus(1, 0.6),
                RuleKind.CFG_PLUS_PLUS.make(RuleKind.Start.of(new ClassifierFreeGuidance(1, 7), List.of(0, 1))));
    }

    @Test
    void aClassThatTheRuleKeepsAwayFromTradesPlaces() {
        assertEquals(new NegativeClassGuidance(0, 1, 3),
                RuleStack.towards(new NegativeClassGuidance(1, 0, 3), 0));
        assertEquals(new NegativeClassGuidance(2, 0, 3),
                RuleStack.towards(new NegativeClassGuidance(1, 0, 3), 2));
    }

    @Test
    void autoguidanceDoesWithoutAClassAndOthersDoNot() {
        Guidance auto = new Autoguidance(OptionalInt.of(1), 0.5, 2);
        Guidance none = new Autoguidance(OptionalInt.empty(), 0.5, 2);

        assertEquals(none, RuleStack.towardsNone(auto));
        assertEquals(auto, RuleStack.towards(none, 1));
        assertEquals(new TemperedGuidance(new RescaledGuidance(new NoGuidance(), 0.7), 2),
                RuleStack.towardsNone(WRAPPED));
        assertEquals(new NoGuidance(),
                RuleStack.towardsNone(new BackwardUniversalGuidance(new NoGuidance(), 1, 0.1, 3, 0.2)));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindMakesARuleOfItsKind(RuleKind kind) {
        var start = new RuleKind.Start(1, 0, 3);

        assertSame(kind, RuleKind.of(kind.make(start)));
        assertTrue(kind.help().endsWith("."), kind.help());
    }

    /// Laid on a rule with a scale and taken away again.
    @ParameterizedTest
    @EnumSource
    void everyWrapperCanBeLaidOnTopAndTakenAway(WrapperKind kind) {
        var rule = new ClassifierFreeGuidance(1, 3);

        Guidance wrapped = RuleStack.of(rule).plus(kind.make(START)).guidance();

        RuleStack stack = RuleStack.of(wrapped);
        assertEquals(rule, stack.base());
        assertSame(kind, WrapperKind.of(stack.wrappers().getFirst()));
        assertEquals(rule, stack.without(0).guidance());
    }

    /// An interval goes inside what is there already, since it must hold the rule with γ.
    @Test
    void whatSetsGammaGoesInside() {
        var tempered = new TemperedGuidance(new ClassifierFreeGuidance(1, 3), 2);

        Guidance wrapped = RuleStack.of(tempered).plus(WrapperKind.INTERVAL.make(START)).guidance();

        assertEquals(new TemperedGuidance(new GuidanceInterval(new ClassifierFreeGuidance(1, 3), 0.3, 5), 2), wrapped);
        assertTrue(Arrays.stream(WrapperKind.values())
                .allMatch(kind -> kind.setsScale() == RuleStack.setsScale(kind.make(START))));
    }

    @Test
    void scaledRulesHaveAScale() {
        for (RuleKind kind : RuleKind.values()) {
            assertEquals(kind != RuleKind.NONE, kind.make(new RuleKind.Start(1, 0, 3)) instanceof ScaledGuidance);
        }
    }
}
