package scorescape.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescape.diffusion.analysis.Prediction;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.DynamicThresholdGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.NegativeClassGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.PowerLawGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.ScaleCurve;
import scorescape.diffusion.guidance.ScheduledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
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
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Layer;
import scorescape.document.Layers;
import scorescape.document.Layers.Convention;
import scorescape.document.Layers.Notation;
import scorescape.figure.Equation.Term;
import scorescape.lesson.Stage;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The table of formulas: complete, and as it was when a person last looked at it.
class EquationTest {

    private static final Notation USUAL = new Notation(Prediction.SAMPLE, Convention.GAMMA, false);
    private static final ClassifierFreeGuidance CFG = new ClassifierFreeGuidance(1, 3);
    private static final DdpmSampler DDPM = new DdpmSampler(DdpmSampler.Variance.SMALL);
    private static final Bounds BOX = new Bounds(-1, -1, 1, 1);

    static final List<Guidance> RULES = List.of(new NoGuidance(), CFG,
            new ClassifierGuidance(new Classifier.Exact(), 1, 3), new NegativeClassGuidance(1, 0, 3),
            new AdaptiveProjectedGuidance(1, 3, 0, 2, 0), new CfgPlusPlus(1, 0.6),
            new Autoguidance(OptionalInt.empty(), 0.4, 2), new UniversalGuidance(1, 3, 0.1),
            new PowerLawGuidance(1, 3, 1), new CfgZeroStar(1, 3, 0), new GuidanceInterval(CFG, 0, 10),
            new ScheduledGuidance(CFG, new ScaleCurve(List.of(new ScaleCurve.Knot(0, 1), new ScaleCurve.Knot(1, 2)))),
            new RescaledGuidance(CFG, 0.7), new ThresholdedGuidance(CFG, BOX), new DynamicThresholdGuidance(CFG, BOX),
            new TemperedGuidance(CFG, 2), new BackwardUniversalGuidance(CFG, 1, 0.1, 3, 0.1));

    static final List<Sampler> SAMPLERS = List.of(DDPM, new DdimSampler(0), new DdimSampler(1),
            new EulerSampler(FlowForm.EXPLODING), new HeunSampler(FlowForm.EXPLODING), new ChurnSampler(10, 0, 10, 1),
            new AncestralSampler(), new MaruyamaSampler(FlowForm.EXPLODING), new DpmSolverPlusPlusSampler(),
            new LangevinSampler(0.1, new NoiseLevel(0.8, 0.6)), new AnnealedLangevinSampler(0.1, 3),
            new PredictorCorrectorSampler(DDPM, 0.2, 1), new ScaledNoiseSampler(DDPM, 0.5));

    static List<Guidance> rules() {
        return RULES;
    }

    static List<Sampler> samplers() {
        return SAMPLERS;
    }

    @Test
    void everyRuleAndEverySamplerIsInTheTable() {
        assertEquals(kinds(Guidance.class), RULES.stream().map(Object::getClass).collect(Collectors.toSet()));
        assertEquals(kinds(Sampler.class), SAMPLERS.stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    /// A term without a prediction on its left, or a piece that the typesetter refuses, is a mistake in the table.
    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleEndsInAGuidedPrediction(Guidance rule) {
        List<List<Term>> lines = Equation.of(rule, DDPM, USUAL).lines();

        assertTrue(lines.size() >= 2);
        assertTrue(lines.stream().anyMatch(line -> line.getFirst().latex().equals("\\hat x")), lines::toString);
        for (Term term : lines.stream().flatMap(List::stream).toList()) {
            assertTrue(Formula.of(term.latex()).width(1) > 0, term::latex);
        }
    }

    /// The noise stands in the formula if and only if some sampler of the kind draws it.
    @ParameterizedTest
    @MethodSource("samplers")
    void noiseStandsInTheFormulaOfSamplersThatDrawIt(Sampler sampler) {
        List<NoiseLevel> levels =
                List.of(new NoiseLevel(0.2, 0.98), new NoiseLevel(0.5, 0.87), new NoiseLevel(0.8, 0.6));

        assertEquals(sampler.plan(levels, 0).drawsNoise(), has(Equation.of(CFG, sampler, USUAL), Role.NOISE));
    }

    /// `x̂₀ + γδ` and `x̂₀|y + (γ − 1) δ` are the same prediction.
    @Test
    void theOtherConventionStartsFromTheConditionalPrediction() {
        List<Term> line = Equation.of(CFG, DDPM, USUAL.withConvention(Convention.W)).lines().getFirst();

        assertEquals("\\hat x\\;=\\;\\hat x_0|y\\;+\\;w\\,(\\hat x_0|y\\,-\\,\\hat x_0)",
                line.stream().map(Term::latex).collect(Collectors.joining()));
    }

    @ParameterizedTest
    @EnumSource
    void linearRulesAreWrittenInEveryPrediction(Prediction prediction) {
        Equation equation = Equation.of(CFG, DDPM, USUAL.withPrediction(prediction));

        assertEquals(prediction == Prediction.SAMPLE,
                equation.lines().getFirst().stream().anyMatch(term -> term.latex().contains("x_0")));
        assertTrue(has(equation, Role.CONDITIONAL) && has(equation, Role.UNCONDITIONAL));
    }

    /// The noise of DDPM is `(x_t − α x̂₀)/σ`: the numbers under the equation are those of what is written in it.
    @Test
    void numbersAreOfThePredictionThatTheEquationIsWrittenIn() {
        Document scene = Scenes.THREE_CLASSES;
        Layers layers = scene.layers().withShown(Layer.EQUATION, true);
        Step step = new FrameComputer().trajectory(scene).steps().get(scene.toldStep());
        Vec2 noise = step.x()
                .minus(step.unconditional().denoised().times(step.from().alpha()))
                .times(1 / step.from().sigma());
        String expected = String.format(Locale.ROOT, "$\\hat\\varepsilon$ = (%.2f, %.2f)", noise.x(), noise.y())
                .replace('-', '−');

        Notation numbers = new Notation(Prediction.NOISE, Convention.GAMMA, true);
        Frame frame = Pictures.frame(scene.withLayers(layers.withNotation(numbers)),
                Pictures.playhead(scene, Stage.NOISE, 1), 960, 540, Theme.LIGHT);

        assertTrue(frame.furniture().stream()
                .anyMatch(mark -> mark instanceof Mark.Text text && text.line().latex().equals(expected)), expected);
    }

    /// What joins the terms fades with them; the caption, which is text in a box as well, stays.
    @Test
    void aTermThatIsPointedAtStandsOutInThePicture() {
        Document scene = Scenes.THREE_CLASSES.withLayers(
                Scenes.THREE_CLASSES.layers().withShown(Layer.EQUATION, true));
        Frame frame = Pictures.frame(scene, Pictures.playhead(scene, Stage.NOISE, 1), 960, 540, Theme.LIGHT);
        Mark.Text noise = texts(frame, Role.NOISE).getFirst();

        assertEquals(Role.NOISE, frame.termAt(noise.box().centre()));
        assertNull(frame.termAt(new Vec2(1, 1)));
        Frame lit = frame.termLit(Role.NOISE);
        assertEquals(frame.marks(), lit.marks());
        assertEquals(List.of(noise), texts(lit, Role.NOISE));
        assertTrue(texts(lit, Role.UNCONDITIONAL).stream().allMatch(text -> text.opacity() < 0.5));
        assertEquals(1, texts(lit, Role.TEXT).stream().filter(text -> text.opacity() == 1).count(), "the caption");
        assertEquals(lit.furniture(), frame.lit(Role.NOISE).furniture());
    }

    private static List<Mark.Text> texts(Frame frame, Role role) {
        return frame.furniture()
                .stream()
                .filter(mark -> mark instanceof Mark.Text text && text.ink() == role)
                .map(Mark.Text.class::cast)
                .toList();
    }

    /// Seen by their opacity: before its stage a term is faint.
    @Test
    void termsLightUpWithTheStagesThatBringThem() {
        Document scene = Scenes.THREE_CLASSES.withLayers(
                Scenes.THREE_CLASSES.layers().withShown(Layer.EQUATION, true));

        assertFalse(isLit(scene, Stage.PREDICT, Role.CONDITIONAL));
        assertTrue(isLit(scene, Stage.PREDICT, Role.UNCONDITIONAL));
        assertTrue(isLit(scene, Stage.PREDICT_GIVEN_CLASS, Role.CONDITIONAL));
        assertFalse(isLit(scene, Stage.DIFFERENCE, Role.SCALED_DIFFERENCE));
        assertTrue(isLit(scene, Stage.AMPLIFY, Role.SCALED_DIFFERENCE));
        assertFalse(isLit(scene, Stage.STEP, Role.NOISE));
        assertTrue(isLit(scene, Stage.NOISE, Role.NOISE));
    }

    @Test
    void theTableLooksAsKept() throws IOException {
        List<Equation> equations = new ArrayList<>();
        RULES.forEach(rule -> equations.add(new Equation(withoutStep(Equation.of(rule, DDPM, USUAL)))));
        for (Prediction prediction : Prediction.values()) {
            equations.add(new Equation(withoutStep(Equation.of(new ClassifierGuidance(new Classifier.Exact(), 1, 3),
                    DDPM, USUAL.withPrediction(prediction)))));
        }
        SAMPLERS.forEach(sampler -> equations.add(new Equation(
                Equation.of(new NoGuidance(), sampler, USUAL).lines().stream().skip(1).toList())));

        GoldenImages.assertLooksAsKept("equations", sheet(equations));
    }

    private static List<List<Term>> withoutStep(Equation equation) {
        return equation.lines().subList(0, equation.lines().size() - 1);
    }

    private static BufferedImage sheet(List<Equation> equations) {
        List<List<Term>> lines = equations.stream().flatMap(e -> e.lines().stream()).toList();
        int rows = Math.ceilDiv(lines.size(), 2);
        var image = new BufferedImage(900, 38 * rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int i = 0; i < lines.size(); i++) {
            double x = i < rows ? 12 : 430;
            for (Term term : lines.get(i)) {
                Typeset text = Formula.of(term.latex());
                g.setColor(term.role().in(Theme.LIGHT));
                text.paint(g, new Vec2(x, 25 + 38 * (i % rows)), 18);
                x += text.width(18);
            }
        }
        g.dispose();
        return image;
    }

    private static boolean isLit(Document scene, Stage stage, Role role) {
        Frame frame = Pictures.frame(scene, Pictures.playhead(scene, stage, 1), 960, 540, Theme.LIGHT);
        List<Mark.Text> terms = texts(frame, role);
        assertFalse(terms.isEmpty());
        return terms.stream().allMatch(text -> text.opacity() == 1);
    }

    private static boolean has(Equation equation, Role role) {
        return equation.lines().stream().flatMap(List::stream).anyMatch(term -> term.role() == role);
    }

    /// The records that a sealed family ends in.
    private static Set<Class<?>> kinds(Class<?> family) {
        Set<Class<?>> kinds = new HashSet<>();
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                kinds.addAll(kinds(permitted));
            } else {
                kinds.add(permitted);
            }
        }
        assertTrue(kinds.stream().allMatch(((Predicate<Class<?>>) Class::isRecord)));
        return kinds;
    }
}
