package scorescape.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.classifier.LogisticFit;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.DdpmSampler.Variance;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.ScaledNoiseSampler;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.LinearBetaSchedule;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.document.Document.DataClass;
import scorescape.math.Bounds;
import scorescape.studio.Knob.Choice;
import scorescape.studio.Knob.Dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every knob of every rule, sampler and schedule sets what it says, over its whole range.
class KnobTest {

    private static final List<DataClass> CLASSES = List.of(new DataClass(0, "A"), new DataClass(1, "B"));
    private static final NoiseSchedule SCHEDULE = new CosineSchedule();

    /// How to find the knobs again of a value that a knob gave.
    record Subject<T>(Object name, T value, Function<T, List<Knob<T>>> knobs) {

        @Override
        public String toString() {
            return String.valueOf(name);
        }
    }

    static Stream<Subject<?>> subjects() {
        List<Subject<?>> all = new ArrayList<>();
        for (RuleKind kind : RuleKind.values()) {
            all.add(new Subject<>(kind, kind.make(new RuleKind.Start(1, 0, 3)),
                    rule -> GuidanceKnobs.of(rule, CLASSES)));
        }
        for (Classifier classifier : List.of(new Classifier.Clean(0.2),
                new Classifier.Fitted(LogisticFit.DEFAULT),
                new Classifier.Overconfident(new Classifier.Exact(), 4))) {
            all.add(new Subject<>(classifier, new ClassifierGuidance(classifier, 1, 3),
                    rule -> GuidanceKnobs.of(rule, CLASSES).stream()
                            .map(knob -> knob.inside(ClassifierGuidance.class::cast))
                            .toList()));
        }
        for (WrapperKind kind : WrapperKind.values()) {
            all.add(new Subject<WrappingGuidance>(kind,
                    kind.make(new WrapperKind.Start(1, 3, new Bounds(-1, -1, 1, 1))), GuidanceKnobs::ofWrapper));
        }
        for (SamplerKind kind : SamplerKind.values()) {
            all.add(new Subject<>(kind, kind.make(SCHEDULE), sampler -> SamplerKnobs.of(sampler, SCHEDULE)));
        }
        for (ScheduleKind kind : ScheduleKind.values()) {
            all.add(new Subject<>(kind, kind.make(SCHEDULE), ScheduleKind::knobs));
        }
        for (ModelKind kind : ModelKind.values()) {
            all.add(new Subject<>(kind, kind.make(), ModelKind::knobs));
        }
        var both = new ScoreModel.Rotated(new ScoreModel.Blurred(0.3), 0.5);
        all.add(new Subject<>("a fault around another", both, ModelKind::knobs));
        return all.stream();
    }

    /// At both ends of what may be typed and at the ends of the slider, the value is valid and the knob reads what was set.
    @ParameterizedTest
    @MethodSource("subjects")
    <T> void everyDialSetsItsNumberOverItsWholeRange(Subject<T> subject) {
        List<Knob<T>> knobs = subject.knobs().apply(subject.value());
        for (Knob<T> knob : knobs) {
            if (knob instanceof Dial<T> dial) {
                var p = dial.parameter();
                for (double number : new double[]{p.min(), p.usualMin(), p.defaultValue(), p.usualMax(), p.max()}) {
                    T changed = dial.with().apply(number);

                    assertEquals(number, dialOf(subject.knobs().apply(changed), dial).value(), 1e-9 * Math.abs(number),
                            () -> p.name());
                }
                assertTrue(p.accepts(dial.value()), p.name());
            }
        }
    }

    private static <T> Dial<T> dialOf(List<Knob<T>> knobs, Dial<T> like) {
        return knobs.stream()
                .filter(knob -> knob instanceof Dial<T> dial && dial.parameter().equals(like.parameter()))
                .map(knob -> (Dial<T>) knob)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    <T> void everyChoiceShowsWhatWasChosen(Subject<T> subject) {
        List<Knob<T>> knobs = subject.knobs().apply(subject.value());
        for (int i = 0; i < knobs.size(); i++) {
            if (knobs.get(i) instanceof Choice<T> choice) {
                for (int k = 0; k < choice.options().size(); k++) {
                    T chosen = choice.options().get(k).value();

                    assertEquals(k, ((Choice<T>) subject.knobs().apply(chosen).get(i)).chosen(), choice.id());
                }
                assertEquals(subject.value(), choice.options().get(choice.chosen()).value(), choice.id());
            }
        }
    }

    @Test
    void anEndThatIsPushedPastTheOtherTakesItAlong() {
        WrappingGuidance interval = WrapperKind.INTERVAL.make(new WrapperKind.Start(1, 3, new Bounds(0, 0, 1, 1)));

        var pushed = (GuidanceInterval) ((Dial<WrappingGuidance>) GuidanceKnobs.ofWrapper(interval).getFirst())
                .with().apply(50);

        assertEquals(50, pushed.lowest());
        assertEquals(50, pushed.highest());
    }

    @Test
    void temperatureOneIsNoWrapper() {
        Sampler sampler = new DdpmSampler(Variance.SMALL);
        Dial<Sampler> temperature = temperature(sampler);

        assertEquals(new ScaledNoiseSampler(sampler, 0.5), temperature.with().apply(0.5));
        assertEquals(sampler, temperature(temperature.with().apply(0.5)).with().apply(1));
        assertEquals(1, SamplerKnobs.of(new DdimSampler(0), SCHEDULE).size());
    }

    private static Dial<Sampler> temperature(Sampler sampler) {
        return (Dial<Sampler>) SamplerKnobs.of(sampler, SCHEDULE).getLast();
    }

    @ParameterizedTest
    @EnumSource
    void everySamplerKindMakesASamplerOfItsKind(SamplerKind kind) {
        assertSame(kind, SamplerKind.of(kind.make(SCHEDULE)));
        assertTrue(kind.help().endsWith("."), kind.help());
    }

    @ParameterizedTest
    @EnumSource
    void everyModelKindMakesAModelOfItsKind(ModelKind kind) {
        assertSame(kind, ModelKind.of(kind.make()));
        assertTrue(kind.help().endsWith("."), kind.help());
    }

    /// A drawn schedule can be traced from any other: a run through it ends near the data.
    @ParameterizedTest
    @EnumSource
    void everyScheduleKindMakesOneOfItsKindAndCanBeTraced(ScheduleKind kind) {
        NoiseSchedule made = kind.make(SCHEDULE);
        assertSame(kind, ScheduleKind.of(made));

        NoiseSchedule traced = ScheduleKind.DRAWN.make(made);

        double t = 0.5;
        assertEquals(Math.clamp(made.at(t).logSnr(), -12, 12), traced.at(t).logSnr(), 1e-9);
    }

    @Test
    void aScheduleThatIsCutShortIsWarnedAbout() {
        // Σβ = 250 · (1e-4 + 5e-3)/2 = 0.6375, so ᾱ ≈ e^(−0.6375) = 0.5286 and α/σ = √(0.5286/0.4714) = 1.059.
        var cut = new LinearBetaSchedule(1e-4, 0.02 / 1000 * 250, 250);

        assertTrue(SchedulePane.warning(cut).contains("α/σ = 1.1"), SchedulePane.warning(cut));
        assertEquals(List.of(true, true, false, true),
                Arrays.asList(LinearBetaSchedule.DDPM.endsInNoise(), SCHEDULE.endsInNoise(), cut.endsInNoise(),
                        ScheduleKind.FLOW.make(SCHEDULE).endsInNoise()));
    }
}
