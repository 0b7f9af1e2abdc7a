package scorescape.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import scorescape.diffusion.classifier.LogisticClassifier.Degree;
import scorescape.diffusion.classifier.LogisticFit;
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
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.ScheduledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.document.Document.DataClass;
import scorescape.document.Parameter;
import scorescape.document.Parameters;
import scorescape.math.Bounds;
import scorescape.studio.Knob.Choice;
import scorescape.studio.Knob.Dial;
import scorescape.studio.Knob.Option;

import static scorescape.text.Texts.text;

/// What can be set of a guidance rule, besides its class and γ.
final class GuidanceKnobs {

    /// Least width and height of a box, in data units.
    private static final double THINNEST = 1e-6;

    private static final List<Option<Classifier>> CLASSIFIERS = List.of(
            new Option<>(text("guidance.classifier.exact"), text("guidance.classifier.exact.help"),
                    new Classifier.Exact()),
            new Option<>(text("guidance.classifier.clean"), text("guidance.classifier.clean.help"),
                    new Classifier.Clean(Parameters.CLASSIFIER_BLUR.defaultValue())),
            new Option<>(text("guidance.classifier.fitted"), text("guidance.classifier.fitted.help"),
                    new Classifier.Fitted(LogisticFit.DEFAULT)));

    private GuidanceKnobs() {}

    /// The number that stands for the pull of a rule: γ, or λ of CFG++.
    static Parameter scale(ScaledGuidance rule) {
        return rule instanceof CfgPlusPlus ? Parameters.CFG_PLUS_PLUS_SCALE : Parameters.GUIDANCE_SCALE;
    }

    /// @param classes that have data
    static List<Knob<Guidance>> of(Guidance rule, List<DataClass> classes) {
        return switch (rule) {
            case NoGuidance() -> List.of();
            case ClassifierFreeGuidance _ -> List.of();
            case CfgPlusPlus _ -> List.of();
            case ClassifierGuidance(Classifier classifier, int label, double scale) -> classifier(classifier).stream()
                    .map(knob -> knob.<Guidance>inside(c -> new ClassifierGuidance(c, label, scale)))
                    .toList();
            case NegativeClassGuidance negative -> List.of(negativeClass(negative, classes));
            case AdaptiveProjectedGuidance(int y, double scale, double parallel, double radius, double momentum) ->
                List.of(new Dial<>(Parameters.PARALLEL_SHARE, parallel,
                        v -> new AdaptiveProjectedGuidance(y, scale, v, radius, momentum)),
                        new Dial<>(Parameters.RADIUS, radius,
                                v -> new AdaptiveProjectedGuidance(y, scale, parallel, v, momentum)),
                        new Dial<>(Parameters.MOMENTUM, momentum,
                                v -> new AdaptiveProjectedGuidance(y, scale, parallel, radius, v)));
            case Autoguidance(var label, double blur, double scale) -> List.of(new Dial<>(Parameters.AUTOGUIDANCE_BLUR,
                    blur, v -> new Autoguidance(label, v, scale)));
            case UniversalGuidance(int label, double scale, double blur) -> List.of(new Dial<>(
                    Parameters.CLASSIFIER_BLUR, blur, v -> new UniversalGuidance(label, scale, v)));
            case PowerLawGuidance(int label, double scale, double exponent) -> List.of(
                    new Dial<>(Parameters.EXPONENT, exponent, v -> new PowerLawGuidance(label, scale, v)));
            case CfgZeroStar(int label, double scale, int still) -> List.of(
                    new Dial<>(Parameters.STILL_STEPS, still, v -> new CfgZeroStar(label, scale, (int) v)));
            case WrappingGuidance wrapper -> List.copyOf(ofWrapper(wrapper).stream()
                    .map(knob -> knob.<Guidance>inside(w -> w))
                    .toList());
        };
    }

    /// What can be set of a wrapper alone.
    static List<Knob<WrappingGuidance>> ofWrapper(WrappingGuidance wrapper) {
        return switch (wrapper) {
            case GuidanceInterval(var rule, double lowest, double highest) -> List.of(
                    new Dial<>(Parameters.INTERVAL_LOWEST, lowest,
                            v -> new GuidanceInterval(rule, v, Math.max(v, highest))),
                    new Dial<>(Parameters.INTERVAL_HIGHEST, highest,
                            v -> new GuidanceInterval(rule, Math.min(v, lowest), v)));
            case ScheduledGuidance _ -> List.of();
            case RescaledGuidance(var rule, double share) ->
                List.of(new Dial<>(Parameters.RESCALE_SHARE, share, v -> new RescaledGuidance(rule, v)));
            case TemperedGuidance(var rule, double factor) ->
                List.of(new Dial<>(Parameters.SCORE_FACTOR, factor, v -> new TemperedGuidance(rule, v)));
            case ThresholdedGuidance(var rule, Bounds box) -> box(box).stream()
                    .map(knob -> knob.<WrappingGuidance>inside(b -> new ThresholdedGuidance(rule, b)))
                    .toList();
            case DynamicThresholdGuidance(var rule, Bounds box) -> box(box).stream()
                    .map(knob -> knob.<WrappingGuidance>inside(b -> new DynamicThresholdGuidance(rule, b)))
                    .toList();
            case BackwardUniversalGuidance(var rule, int label, double rate, int iterations, double blur) -> List.of(
                    new Dial<>(Parameters.BACKWARD_ITERATIONS, iterations,
                            v -> new BackwardUniversalGuidance(rule, label, rate, (int) v, blur)),
                    new Dial<>(Parameters.BACKWARD_RATE, rate,
                            v -> new BackwardUniversalGuidance(rule, label, v, iterations, blur)),
                    new Dial<>(Parameters.CLASSIFIER_BLUR, blur,
                            v -> new BackwardUniversalGuidance(rule, label, rate, iterations, v)));
        };
    }

    /// Which classifier, its blur, and how sure it is of itself. Confidence 1 is no wrapper.
    private static List<Knob<Classifier>> classifier(Classifier classifier) {
        double factor = classifier instanceof Classifier.Overconfident sure ? sure.factor() : 1;
        Classifier inner = classifier instanceof Classifier.Overconfident sure ? sure.classifier() : classifier;
        int chosen = switch (inner) {
            case Classifier.Exact() -> 0;
            case Classifier.Clean _ -> 1;
            case Classifier.Fitted _ -> 2;
            case Classifier.Overconfident _ -> -1;
        };
        List<Knob<Classifier>> knobs = new ArrayList<>();
        List<Option<Classifier>> options = new ArrayList<>(CLASSIFIERS);
        if (chosen >= 0) {
            options.set(chosen, new Option<>(options.get(chosen).name(), options.get(chosen).help(), inner));
        }
        knobs.add(new Choice<>("classifier", text("guidance.classifier"), text("guidance.classifier.help"), options,
                chosen)
                .inside(c -> confident(c, factor)));
        if (inner instanceof Classifier.Clean(double blur)) {
            knobs.add(new Dial<>(Parameters.CLASSIFIER_BLUR, blur,
                    v -> confident(new Classifier.Clean(v), factor)));
        }
        if (inner instanceof Classifier.Fitted(LogisticFit fit)) {
            fit(fit).forEach(knob -> knobs.add(knob.inside(f -> confident(new Classifier.Fitted(f), factor))));
        }
        knobs.add(new Dial<>(Parameters.CONFIDENCE, factor, v -> confident(inner, v)));
        return knobs;
    }

    private static List<Knob<LogisticFit>> fit(LogisticFit fit) {
        List<Option<LogisticFit>> degrees = Arrays.stream(Degree.values())
                .map(degree -> new Option<>(degree.name().toLowerCase(Locale.ROOT),
                        text("guidance.boundaries.degree.help"),
                        new LogisticFit(degree, fit.level(), fit.samples(), fit.penalty(), fit.seed())))
                .toList();
        return List.of(new Choice<>("degree", text("guidance.boundaries"), text("guidance.boundaries.help"), degrees,
                Knob.indexOf(degrees, fit)),
                new Dial<>(Parameters.FIT_SAMPLES, fit.samples(),
                        v -> new LogisticFit(fit.degree(), fit.level(), (int) v, fit.penalty(), fit.seed())));
    }

    private static Classifier confident(Classifier classifier, double factor) {
        return factor == 1 ? classifier : new Classifier.Overconfident(classifier, factor);
    }

    private static Choice<Guidance> negativeClass(NegativeClassGuidance rule, List<DataClass> classes) {
        List<Option<Guidance>> options = classes.stream()
                .map(c -> new Option<Guidance>(c.name(), text("guidance.awayFrom.class.help", c.name()),
                        new NegativeClassGuidance(rule.label(), c.label(), rule.scale())))
                .toList();
        int chosen = IntStream.range(0, classes.size())
                .filter(i -> classes.get(i).label() == rule.negative())
                .findFirst()
                .orElse(-1);
        return new Choice<>("negative-class", text("guidance.awayFrom"), text("guidance.awayFrom.help"), options,
                chosen);
    }

    /// The walls of a box; one that is pushed through the other takes it along.
    private static List<Knob<Bounds>> box(Bounds b) {
        return List.of(
                new Dial<>(Parameters.BOX_LEFT, b.minX(),
                        v -> new Bounds(v, b.minY(), Math.max(v + THINNEST, b.maxX()), b.maxY())),
                new Dial<>(Parameters.BOX_RIGHT, b.maxX(),
                        v -> new Bounds(Math.min(v - THINNEST, b.minX()), b.minY(), v, b.maxY())),
                new Dial<>(Parameters.BOX_BOTTOM, b.minY(),
                        v -> new Bounds(b.minX(), v, b.maxX(), Math.max(v + THINNEST, b.maxY()))),
                new Dial<>(Parameters.BOX_TOP, b.maxY(),
                        v -> new Bounds(b.minX(), Math.min(v - THINNEST, b.minY()), b.maxX(), v)));
    }
}
