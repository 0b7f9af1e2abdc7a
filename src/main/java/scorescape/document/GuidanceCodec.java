package scorescape.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
import scorescape.diffusion.guidance.ScaleCurve;
import scorescape.diffusion.guidance.ScaleCurve.Knot;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.ScheduledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.diffusion.guidance.ThresholdedGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;

/// Guidance rules in the file format. A rule around another one holds it as its member `rule`.
final class GuidanceCodec {

    private GuidanceCodec() {}

    static Map<String, Object> encode(Guidance guidance) {
        Map<String, Object> object = new LinkedHashMap<>();
        switch (guidance) {
            case NoGuidance() -> object.put("kind", "none");
            case ClassifierFreeGuidance(int label, double scale) -> scaled(object, "classifier-free", label, scale);
            case ClassifierGuidance(Classifier classifier, int label, double scale) -> {
                scaled(object, "classifier", label, scale);
                object.put("classifier", encode(classifier));
            }
            case NegativeClassGuidance(int label, int negative, double scale) -> {
                scaled(object, "negative-class", label, scale);
                object.put("negative", negative);
            }
            case AdaptiveProjectedGuidance(int label, double scale, double parallel, double radius, double momentum) -> {
                scaled(object, "adaptive-projected", label, scale);
                object.put("parallelShare", parallel);
                object.put("radius", radius);
                object.put("momentum", momentum);
            }
            case CfgPlusPlus(int label, double scale) -> scaled(object, "cfg-plus-plus", label, scale);
            case Autoguidance(OptionalInt label, double blur, double scale) -> {
                object.put("kind", "autoguidance");
                label.ifPresent(y -> object.put("label", y));
                object.put("scale", scale);
                object.put("blur", blur);
            }
            case UniversalGuidance(int label, double scale, double blur) -> {
                scaled(object, "universal", label, scale);
                object.put("blur", blur);
            }
            case PowerLawGuidance(int label, double scale, double exponent) -> {
                scaled(object, "power-law", label, scale);
                object.put("exponent", exponent);
            }
            case CfgZeroStar(int label, double scale, int stillSteps) -> {
                scaled(object, "cfg-zero-star", label, scale);
                object.put("stillSteps", stillSteps);
            }
            case GuidanceInterval(ScaledGuidance rule, double lowest, double highest) -> {
                around(object, "interval", rule);
                object.put("lowest", lowest);
                object.put("highest", highest);
            }
            case ScheduledGuidance(ScaledGuidance rule, ScaleCurve(List<Knot> knots)) -> {
                around(object, "schedule", rule);
                object.put("knots", knots.stream().map(knot -> List.of(knot.logSnr(), knot.scale())).toList());
            }
            case RescaledGuidance(Guidance rule, double share) -> {
                around(object, "rescale", rule);
                object.put("share", share);
            }
            case ThresholdedGuidance(Guidance rule, Bounds box) -> {
                around(object, "static-threshold", rule);
                object.put("box", encode(box));
            }
            case DynamicThresholdGuidance(Guidance rule, Bounds box) -> {
                around(object, "dynamic-threshold", rule);
                object.put("box", encode(box));
            }
            case TemperedGuidance(Guidance rule, double factor) -> {
                around(object, "temperature", rule);
                object.put("factor", factor);
            }
            case BackwardUniversalGuidance(Guidance rule, int label, double rate, int iterations, double blur) -> {
                around(object, "backward-universal", rule);
                object.put("label", label);
                object.put("rate", rate);
                object.put("iterations", iterations);
                object.put("blur", blur);
            }
        }
        return object;
    }

    static Guidance decode(Place place) {
        String kind = place.member("kind").choice("none", "classifier-free", "classifier", "negative-class",
                "adaptive-projected", "cfg-plus-plus", "autoguidance", "universal", "power-law", "cfg-zero-star",
                "interval", "schedule", "rescale", "static-threshold", "dynamic-threshold", "temperature",
                "backward-universal");
        return switch (kind) {
            case "none" -> {
                place.only("kind");
                yield new NoGuidance();
            }
            case "interval" -> {
                ScaledGuidance rule = scaledRule(place.only("kind", "rule", "lowest", "highest").member("rule"));
                double lowest = place.member("lowest").number();
                double highest = place.member("highest").number();
                yield place.valid(() -> new GuidanceInterval(rule, lowest, highest));
            }
            case "schedule" -> {
                ScaledGuidance rule = scaledRule(place.only("kind", "rule", "knots").member("rule"));
                Place knots = place.member("knots");
                List<Knot> read = knots.items(GuidanceCodec::knot);
                yield new ScheduledGuidance(rule, knots.valid(() -> new ScaleCurve(read)));
            }
            case "rescale" -> {
                Guidance rule = decode(place.only("kind", "rule", "share").member("rule"));
                double share = place.member("share").number();
                yield place.valid(() -> new RescaledGuidance(rule, share));
            }
            case "static-threshold" -> new ThresholdedGuidance(
                    decode(place.only("kind", "rule", "box").member("rule")), box(place.member("box")));
            case "dynamic-threshold" -> {
                Guidance rule = decode(place.only("kind", "rule", "box").member("rule"));
                Bounds box = box(place.member("box"));
                yield place.valid(() -> new DynamicThresholdGuidance(rule, box));
            }
            case "temperature" -> {
                Guidance rule = decode(place.only("kind", "rule", "factor").member("rule"));
                double factor = place.member("factor").number();
                yield place.valid(() -> new TemperedGuidance(rule, factor));
            }
            case "backward-universal" -> {
                place.only("kind", "rule", "label", "rate", "iterations", "blur");
                Guidance rule = decode(place.member("rule"));
                int label = place.member("label").integer();
                double rate = place.member("rate").number();
                int iterations = place.member("iterations").integer();
                double blur = place.member("blur").number();
                yield place.valid(() -> new BackwardUniversalGuidance(rule, label, rate, iterations, blur));
            }
            default -> scaled(place, kind);
        };
    }

    private static ScaledGuidance scaled(Place place, String kind) {
        if (kind.equals("autoguidance")) {
            return autoguidance(place);
        }
        int label = place.member("label").integer();
        double scale = place.member("scale").number(Parameters.GUIDANCE_SCALE);
        return switch (kind) {
            case "classifier" -> new ClassifierGuidance(
                    classifier(place.only("kind", "label", "scale", "classifier").member("classifier")), label, scale);
            case "negative-class" -> new NegativeClassGuidance(label,
                    place.only("kind", "label", "scale", "negative").member("negative").integer(), scale);
            case "adaptive-projected" -> {
                place.only("kind", "label", "scale", "parallelShare", "radius", "momentum");
                double parallel = place.member("parallelShare").number();
                double radius = place.member("radius").number();
                double momentum = place.member("momentum").number();
                yield place.valid(() -> new AdaptiveProjectedGuidance(label, scale, parallel, radius, momentum));
            }
            case "cfg-plus-plus" -> {
                place.only("kind", "label", "scale");
                yield new CfgPlusPlus(label, scale);
            }
            case "universal" -> {
                double blur = place.only("kind", "label", "scale", "blur").member("blur").number();
                yield place.valid(() -> new UniversalGuidance(label, scale, blur));
            }
            case "power-law" -> {
                double exponent = place.only("kind", "label", "scale", "exponent").member("exponent").number();
                yield place.valid(() -> new PowerLawGuidance(label, scale, exponent));
            }
            case "cfg-zero-star" -> {
                int stillSteps = place.only("kind", "label", "scale", "stillSteps").member("stillSteps").integer();
                yield place.valid(() -> new CfgZeroStar(label, scale, stillSteps));
            }
            default -> {
                place.only("kind", "label", "scale");
                yield new ClassifierFreeGuidance(label, scale);
            }
        };
    }

    private static Autoguidance autoguidance(Place place) {
        place.only("kind", "label", "scale", "blur");
        OptionalInt label = place.has("label")
                ? OptionalInt.of(place.member("label").integer())
                : OptionalInt.empty();
        double blur = place.member("blur").number();
        double scale = place.member("scale").number(Parameters.GUIDANCE_SCALE);
        return place.valid(() -> new Autoguidance(label, blur, scale));
    }

    /// The rule in an interval or schedule, which changes its scale.
    private static ScaledGuidance scaledRule(Place place) {
        if (decode(place) instanceof ScaledGuidance rule) {
            return rule;
        }
        throw place.expected("a rule with a scale");
    }

    private static Map<String, Object> encode(Classifier classifier) {
        Map<String, Object> object = new LinkedHashMap<>();
        switch (classifier) {
            case Classifier.Exact() -> object.put("kind", "exact");
            case Classifier.Clean(double blur) -> {
                object.put("kind", "clean");
                object.put("blur", blur);
            }
            case Classifier.Fitted(LogisticFit fit) -> {
                object.put("kind", "fitted");
                object.put("degree", Place.name(fit.degree()));
                object.put("alpha", fit.level().alpha());
                object.put("sigma", fit.level().sigma());
                object.put("samples", fit.samples());
                object.put("penalty", fit.penalty());
                object.put("seed", fit.seed());
            }
            case Classifier.Overconfident(Classifier inner, double factor) -> {
                object.put("kind", "overconfident");
                object.put("classifier", encode(inner));
                object.put("factor", factor);
            }
        }
        return object;
    }

    private static Classifier classifier(Place place) {
        return switch (place.member("kind").choice("exact", "clean", "overconfident", "fitted")) {
            case "exact" -> {
                place.only("kind");
                yield new Classifier.Exact();
            }
            case "clean" -> {
                double blur = place.only("kind", "blur").member("blur").number();
                yield place.valid(() -> new Classifier.Clean(blur));
            }
            case "fitted" -> {
                place.only("kind", "degree", "alpha", "sigma", "samples", "penalty", "seed");
                Degree degree = place.member("degree").choice(Degree.values());
                double alpha = place.member("alpha").number();
                double sigma = place.member("sigma").number();
                int samples = place.member("samples").integer();
                double penalty = place.member("penalty").number();
                long seed = (long) place.member("seed").number(Parameters.SEED);
                yield place.valid(() -> new Classifier.Fitted(
                        new LogisticFit(degree, new NoiseLevel(alpha, sigma), samples, penalty, seed)));
            }
            default -> {
                Classifier inner = classifier(place.only("kind", "classifier", "factor").member("classifier"));
                double factor = place.member("factor").number();
                yield place.valid(() -> new Classifier.Overconfident(inner, factor));
            }
        };
    }

    private static void scaled(Map<String, Object> object, String kind, int label, double scale) {
        object.put("kind", kind);
        object.put("label", label);
        object.put("scale", scale);
    }

    private static void around(Map<String, Object> object, String kind, Guidance rule) {
        object.put("kind", kind);
        object.put("rule", encode(rule));
    }

    private static Knot knot(Place place) {
        List<Double> pair = place.pair("a pair of numbers [logSnr, scale]", Place::number);
        return place.valid(() -> new Knot(pair.get(0), pair.get(1)));
    }

    /// `[[minX, minY], [maxX, maxY]]`
    private static List<List<Double>> encode(Bounds box) {
        return List.of(List.of(box.minX(), box.minY()), List.of(box.maxX(), box.maxY()));
    }

    private static Bounds box(Place place) {
        List<List<Double>> corners = place.pair("two corners [[minX, minY], [maxX, maxY]]",
                corner -> corner.pair("a pair of numbers [x, y]", Place::number));
        return place.valid(() -> new Bounds(corners.get(0).get(0), corners.get(0).get(1), corners.get(1).get(0),
                corners.get(1).get(1)));
    }
}
