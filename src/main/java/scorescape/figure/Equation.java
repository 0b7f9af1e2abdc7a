package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import scorescape.diffusion.analysis.Prediction;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.DynamicThresholdGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.NegativeClassGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.PowerLawGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
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
import scorescape.diffusion.sampler.HeunSampler;
import scorescape.diffusion.sampler.LangevinSampler;
import scorescape.diffusion.sampler.MaruyamaSampler;
import scorescape.diffusion.sampler.PredictorCorrectorSampler;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.sampler.ScaledNoiseSampler;
import scorescape.document.Layers.Convention;
import scorescape.document.Layers.Notation;
import scorescape.lesson.Stage;

/// The update of a step, as formulas whose terms have the colours of what they stand for: the table of all rules and
/// samplers. The formulas and their sources are those of the classes.
///
/// Where an index would be `t`, it is left out; `t − 1` is the end of the step. `x̂` with a
/// circle is the prediction before a correction. `X` is the state in the coordinates of the
/// sampler and `τ` its clock, `X̄` and `τ̄` those after churn. A scale with the index `t` changes along the run.
///
/// @param lines first what the rule makes of the predictions, then what the sampler makes of that
public record Equation(List<List<Term>> lines) {

    /// A piece of a formula.
    ///
    /// @param latex without dollar signs
    /// @param role what it stands for
    /// @param since the stage that brings what it stands for
    public record Term(String latex, Role role, Stage since) {}

    public Equation {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /// @param notation in what the rule is written, where it combines predictions linearly; other rules are about
    ///        predictions of the data and always written so
    public static Equation of(Guidance rule, Sampler sampler, Notation notation) {
        return new Equation(Stream.concat(rule(rule, notation, false).stream(), sampler(sampler).stream()).toList());
    }

    /// @param inner whether something around the rule goes on with its prediction
    private static List<List<Term>> rule(Guidance rule, Notation notation, boolean inner) {
        return rule(rule, notation, inner, "");
    }

    /// @param index of the scale: `_t` where it changes along the run
    private static List<List<Term>> rule(Guidance rule, Notation notation, boolean inner, String index) {
        String p = symbol(notation.prediction());
        Term guided = guided(notation.prediction(), inner);
        Term data = guided(Prediction.SAMPLE, inner);
        return switch (rule) {
            case NoGuidance() -> List.of(List.of(guided, equal(), unconditional(p)));
            case ClassifierFreeGuidance _ ->
                List.of(line(guided, amplified(unconditional(p), conditional(p), notation, index)));
            case NegativeClassGuidance _ ->
                List.of(line(guided, amplified(reference(p + "|n"), conditional(p), notation, index)));
            case Autoguidance(var label, double _, double _) -> List.of(line(guided,
                    amplified(reference(p.replace("hat", "tilde")),
                            label.isPresent() ? conditional(p) : unconditional(p),
                            notation, index)));
            case CfgPlusPlus _ -> List.of(line(guided,
                    amplified(unconditional(p), conditional(p), notation.withConvention(Convention.GAMMA), "_t")),
                    List.of(gamma("\\gamma_t"), text("\\;=\\;"), gamma("\\lambda" + index + "/(1-e^{-h/2})")));
            case CfgZeroStar _ ->
                List.of(line(data, amplified(reference("\\hat x_0^{\\ast}"), conditional("\\hat x_0"), notation,
                        index)));
            case PowerLawGuidance _ -> List.of(List.of(data, equal(), conditional("\\hat x_0"), plus(),
                    gamma(notation.convention() == Convention.W ? "w" + index : "(\\gamma" + index + "-1)"),
                    gamma("\\|\\tfrac{\\alpha}{\\sigma^2}\\delta\\|^p"),
                    delta("\\delta")));
            case AdaptiveProjectedGuidance _ -> List.of(List.of(data, equal(), conditional("\\hat x_0"), plus(),
                    gamma(notation.convention() == Convention.W ? "w" + index : "(\\gamma" + index + "-1)"),
                    delta("(\\delta_\\perp"),
                    text("\\,+\\,"),
                    gamma("\\eta"), delta("\\delta_\\parallel)")));
            case ClassifierGuidance _ -> List.of(List.of(guided, equal(), unconditional(p),
                    text(factorSign(notation.prediction())), scale("\\gamma" + index),
                    text(factor(notation.prediction())),
                    gradient("\\nabla\\log p(y|x_t)")));
            case UniversalGuidance _ -> List.of(List.of(data, equal(), unconditional("\\hat x_0"), plus(),
                    scale("\\gamma" + index), text("\\,\\mathrm{Cov}[x_0|x_t]"),
                    gradient("\\nabla\\log p(y|\\hat x_0)")));
            case GuidanceInterval(var scaled, double _, double _) -> rule(scaled, notation, inner, "_t");
            case ScheduledGuidance(var scaled, var _) -> rule(scaled, notation, inner, "_t");
            case RescaledGuidance(var around, double _) ->
                corrected(around, notation, List.of(data, corrects(), text("m"),
                        text("\\,+\\,"), correction("\\rho"), correction("(\\hat x_\\circ"), text("\\,-\\,m)")));
            case ThresholdedGuidance(var around, var _) -> corrected(around, notation,
                    List.of(data, corrects(), correction("\\mathrm{clip}\\,(\\hat x_\\circ)")));
            case DynamicThresholdGuidance(var around, var _) -> corrected(around, notation, List.of(data, corrects(),
                    text("c"), text("\\,+\\,"), correction("(\\hat x_\\circ"), text("\\,-\\,c)"), correction("/m")));
            case TemperedGuidance(var around, double _) -> corrected(around, notation, List.of(data, corrects(),
                    state("x_t/\\alpha"), text("\\,+\\,"), correction("k"), correction("(\\hat x_\\circ"),
                    text("\\,-\\,"),
                    state("x_t/\\alpha"), text(")")));
            case BackwardUniversalGuidance(var around, int _, double _, int _, double _) ->
                corrected(around, notation, List.of(data, corrects(), correction("\\hat x_\\circ"), text("\\,+\\,"),
                        correction("\\eta\\sum_i\\nabla\\log p(y|\\hat x_i)")));
        };
    }

    private static List<List<Term>> corrected(Guidance inner, Notation notation, List<Term> correction) {
        // What is around a rule acts on its prediction of the data.
        List<List<Term>> lines = new ArrayList<>(rule(inner, notation.withPrediction(Prediction.SAMPLE), true));
        lines.add(correction);
        return lines;
    }

    private static List<List<Term>> sampler(Sampler sampler) {
        Term next = state("x_{t-1}");
        return switch (sampler) {
            case DdpmSampler _ ->
                List.of(List.of(next, steps(), text("\\tfrac{\\alpha_{t-1} b}{\\sigma^2}\\,"), towards(),
                        text("\\,+\\,\\tfrac{\\alpha\\sigma_{t-1}^2}{\\alpha_{t-1}\\sigma^2}\\,"), state("x_t"),
                        text("\\,+\\,"),
                        noise("s\\,\\varepsilon")));
            case DdimSampler(double eta) -> List.of(eta == 0
                    ? List.of(next, steps(), text("\\alpha_{t-1}"), towards(), text("\\,+\\,\\sigma_{t-1}"), seen())
                    : List.of(next, steps(), text("\\alpha_{t-1}"), towards(),
                            text("\\,+\\sqrt{\\sigma_{t-1}^2-s^2}\\,"), seen(),
                            text("\\,+\\,"), noise("s\\,\\varepsilon")));
            case EulerSampler _ ->
                List.of(List.of(state("X_{t-1}"), steps(), state("X"), text("\\,+\\,(\\tau_{t-1}-\\tau)\\,"),
                        slope("")));
            case HeunSampler _ -> List.of(heun("X", "\\tau"));
            case ChurnSampler _ -> List.of(List.of(state("\\bar X"), text("\\;=\\;"), state("X"), text("\\,+\\,"),
                    new Term("c\\,\\varepsilon", Role.NOISE, Stage.CHURN)), heun("\\bar X", "\\bar\\tau"));
            case AncestralSampler _ -> List.of(List.of(next, steps(), text("\\alpha_{t-1}"), towards(),
                    text("\\,+\\,\\alpha_{t-1}\\sigma_\\downarrow"), seen(), text("\\,+\\,"),
                    noise("\\alpha_{t-1}\\sigma_\\uparrow\\varepsilon")));
            case MaruyamaSampler _ -> List.of(List.of(state("X_{t-1}"), steps(), state("X"), text("\\,+\\,h\\,(f"),
                    state("X"), text("\\,-\\,g^2"), score(), text(")"), text("\\,+\\,"),
                    noise("g\\sqrt{|h|}\\,\\varepsilon")));
            case DpmSolverPlusPlusSampler() -> List.of(List.of(next, steps(), text("\\tfrac{\\sigma_{t-1}}{\\sigma}"),
                    state("x_t"), text("\\,+\\,\\alpha_{t-1}(1-e^{-h})"), text("("), towards(),
                    text("\\,+\\,\\tfrac{1}{2r}("), towards(), text("\\,-\\,"), towards("\\hat x_{t+1}"), text("))")));
            case LangevinSampler _ -> List.of(langevin(next, state("x_t"), "\\eta"));
            case AnnealedLangevinSampler _ -> List.of(langevin(next, state("x_t"), "\\eta_t"));
            case PredictorCorrectorSampler(var predictor, double _, int _) ->
                Stream.concat(sampler(predictor).stream(), Stream.of(langevin(next, next, "\\eta"))).toList();
            case ScaledNoiseSampler(var inner, double _) -> sampler(inner).stream()
                    .map(line -> line.stream().map(Equation::tempered).toList())
                    .toList();
        };
    }

    /// @param from the state at which the step begins
    /// @param clock there
    private static List<Term> heun(String from, String clock) {
        return List.of(state("X_{t-1}"), steps(), state(from),
                text("\\,+\\,\\tfrac{\\tau_{t-1}-" + clock + "}{2}\\,("), slope(""), text("\\,+\\,"),
                slope("_{t-1}"), text(")"));
    }

    private static List<Term> langevin(Term next, Term from, String size) {
        return List.of(next, text("\\;\\leftarrow\\;"), from, text("\\,+\\," + size + "\\,"), score(), text("\\,+\\,"),
                noise("\\sqrt{2" + size + "}\\,\\varepsilon"));
    }

    private static Term tempered(Term term) {
        return term.role() == Role.NOISE
                ? new Term(term.latex().replace("\\varepsilon", "\\sqrt{T}\\,\\varepsilon"), term.role(), term.since())
                : term;
    }

    private static List<Term> line(Term guided, List<Term> terms) {
        List<Term> all = new ArrayList<>(List.of(guided, equal()));
        all.addAll(terms);
        return all;
    }

    /// `from + γ (to − from)`, or `to + w (to − from)`. The brackets are the difference itself.
    private static List<Term> amplified(Term from, Term to, Notation notation, String index) {
        boolean second = notation.convention() == Convention.W;
        return List.of(second ? to : from, plus(), gamma((second ? "w" : "\\gamma") + index + "\\,"), delta("("), to,
                delta("\\,-\\,"),
                from, delta(")"));
    }

    static String symbol(Prediction prediction) {
        return switch (prediction) {
            case SAMPLE -> "\\hat x_0";
            case NOISE -> "\\hat\\varepsilon";
            case V -> "\\hat v";
            case SCORE -> "\\hat s";
            case VELOCITY -> "\\hat u";
        };
    }

    /// How a score `g` moves a prediction: by `(σ²/α) g` that of the data, see [Prediction].
    private static String factor(Prediction prediction) {
        return switch (prediction) {
            case SAMPLE -> "\\tfrac{\\sigma^2}{\\alpha}\\,";
            case NOISE -> "\\,\\sigma\\,";
            case V -> "\\tfrac{\\sigma}{\\alpha}(\\alpha^2+\\sigma^2)\\,";
            case SCORE -> "\\,";
            case VELOCITY -> "\\,\\sigma(1+\\tfrac{\\sigma}{\\alpha})\\,";
        };
    }

    private static String factorSign(Prediction prediction) {
        return prediction == Prediction.SAMPLE || prediction == Prediction.SCORE ? "\\;+\\;" : "\\;-\\;";
    }

    static String guidedSymbol(Prediction prediction) {
        return prediction == Prediction.SAMPLE ? "\\hat x" : symbol(prediction) + "_\\gamma";
    }

    private static Term guided(Prediction prediction, boolean inner) {
        String latex = guidedSymbol(prediction);
        return new Term(inner ? latex + "_\\circ" : latex, Role.COMBINED, Stage.STEP);
    }

    private static Term unconditional(String latex) {
        return new Term(latex, Role.UNCONDITIONAL, Stage.PREDICT);
    }

    private static Term conditional(String symbol) {
        return new Term(symbol + "|y", Role.CONDITIONAL, Stage.PREDICT_GIVEN_CLASS);
    }

    private static Term reference(String latex) {
        return new Term(latex, Role.MUTED, Stage.PREDICT_REFERENCE);
    }

    private static Term delta(String latex) {
        return new Term(latex, Role.DIFFERENCE, Stage.DIFFERENCE);
    }

    private static Term gamma(String latex) {
        return new Term(latex, Role.SCALED_DIFFERENCE, Stage.AMPLIFY);
    }

    private static Term gradient(String latex) {
        return new Term(latex, Role.DIFFERENCE, Stage.GRADIENT);
    }

    private static Term scale(String latex) {
        return new Term(latex, Role.SCALED_DIFFERENCE, Stage.SCALE);
    }

    private static Term correction(String latex) {
        return new Term(latex, Role.COMBINED, Stage.CORRECT);
    }

    private static Term state(String latex) {
        return new Term(latex, Role.STATE, Stage.START);
    }

    private static Term noise(String latex) {
        return new Term(latex, Role.NOISE, Stage.NOISE);
    }

    private static Term towards() {
        return towards("\\hat x");
    }

    private static Term towards(String latex) {
        return new Term(latex, Role.COMBINED, Stage.STEP);
    }

    /// The noise that the guided prediction sees in `x_t`.
    private static Term seen() {
        return towards("\\tfrac{x_t-\\alpha\\hat x}{\\sigma}");
    }

    private static Term score() {
        return towards("\\tfrac{\\alpha\\hat x-x}{\\sigma^2}");
    }

    private static Term slope(String index) {
        return towards("\\dot X" + index + "(\\hat x" + index + ")");
    }

    private static Term equal() {
        return text("\\;=\\;");
    }

    private static Term corrects() {
        return new Term("\\;=\\;", Role.TEXT, Stage.CORRECT);
    }

    private static Term steps() {
        return new Term("\\;=\\;", Role.TEXT, Stage.STEP);
    }

    private static Term plus() {
        return text("\\;+\\;");
    }

    private static Term text(String latex) {
        return new Term(latex, Role.TEXT, Stage.START);
    }
}
