package scorescape.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.text.Numerals;
import scorescape.text.Texts;

/// What tells the lanes of a comparison apart, in a few words each: `DDIM · γ = 8`. Found in the file's own terms, so whatever
/// can be saved can differ.
public final class LaneTitles {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("ddpm", "DDPM"),
            Map.entry("ddim", "DDIM"), Map.entry("euler", "Euler"), Map.entry("heun", "Heun"),
            Map.entry("churn", Texts.text("lane.heunWithChurn")),
            Map.entry("ancestral", Texts.text("lane.eulerAncestral")),
            Map.entry("maruyama", "Euler–Maruyama"), Map.entry("dpm-solver-plus-plus", "DPM-Solver++"),
            Map.entry("langevin", "Langevin"), Map.entry("none", Texts.text("lane.noGuidance")),
            Map.entry("classifier-free", Texts.text("lane.classifierFree")),
            Map.entry("classifier", Texts.text("lane.classifierGuidance")),
            Map.entry("cfg-plus-plus", "CFG++"),
            Map.entry("cfg-zero-star", "CFG-Zero*"), Map.entry("exact", Texts.text("lane.exactModel")),
            Map.entry("scale", "γ"),
            Map.entry("eta", "η"), Map.entry("label", "y"));

    /// What a picture has room for.
    private static final int LONGEST = 60;

    /// What lanes can differ in, in the order in which titles tell it.
    public enum Difference {
        SAMPLER, STEPS, SCALE, RULE, SCHEDULE, GRID, MODEL
    }

    private LaneTitles() {}

    /// The first thing in which the lanes of a document differ; empty if they do not.
    public static Optional<Difference> first(Document document) {
        List<Lane> lanes = document.view().comparison().lanes(Lane.of(document));
        if (differ(lanes, Lane::sampler)) {
            return Optional.of(Difference.SAMPLER);
        } else if (differ(lanes, Lane::steps)) {
            return Optional.of(Difference.STEPS);
        } else if (differ(lanes, Lane::guidance)) {
            boolean scale = lanes.stream().allMatch(lane -> lane.guidance() instanceof ScaledGuidance)
                    && !differ(lanes, lane -> ((ScaledGuidance) lane.guidance()).withScale(1));
            return Optional.of(scale ? Difference.SCALE : Difference.RULE);
        } else if (differ(lanes, Lane::schedule)) {
            return Optional.of(Difference.SCHEDULE);
        } else if (differ(lanes, Lane::grid)) {
            return Optional.of(Difference.GRID);
        }
        return differ(lanes, Lane::model) ? Optional.of(Difference.MODEL) : Optional.empty();
    }

    private static boolean differ(List<Lane> lanes, Function<Lane, Object> part) {
        return lanes.stream().map(part).distinct().count() > 1;
    }

    /// One title for each lane of a document, in their order. Lanes that do not differ are called by their sampler.
    public static List<String> of(Document document) {
        List<Lane> lanes = document.view().comparison().lanes(Lane.of(document));
        List<Map<String, Object>> guidance = lanes.stream().map(lane -> GuidanceCodec.encode(lane.guidance())).toList();
        List<Map<String, Object>> samplers = lanes.stream().map(lane -> SamplerCodec.encode(lane.sampler())).toList();
        List<Map<String, Object>> schedules =
                lanes.stream().map(lane -> ScheduleCodec.encode(lane.schedule())).toList();
        List<Map<String, Object>> models = lanes.stream().map(lane -> ModelCodec.encode(lane.model())).toList();
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            List<String> parts = new ArrayList<>();
            add(parts, samplers, i, document);
            if (lanes.stream().mapToInt(Lane::steps).distinct().count() > 1) {
                parts.add(lane.steps() == 1 ? Texts.text("lane.oneStep") : Texts.text("lane.steps", lane.steps()));
            }
            add(parts, guidance, i, document);
            add(parts, schedules, i, document);
            if (lanes.stream().map(Lane::grid).distinct().count() > 1) {
                parts.add(Texts.text("lane.grid", Place.name(lane.grid())));
            }
            add(parts, models, i, document);
            String title = parts.isEmpty()
                    ? name(String.valueOf(samplers.get(i).get("kind")))
                    : String.join(" · ", parts);
            titles.add(title.length() <= LONGEST ? title : title.substring(0, LONGEST - 1).strip() + "…");
        }
        return titles;
    }

    /// Adds in what the `own`-th of some values differs from the others.
    private static void add(List<String> parts, List<? extends Map<?, ?>> all, int own, Document document) {
        Map<?, ?> mine = all.get(own);
        boolean sameKind = all.stream().map(map -> map.get("kind")).distinct().count() == 1;
        if (!sameKind) {
            parts.add(name(String.valueOf(mine.get("kind"))));
        }
        Set<Object> keys = new LinkedHashSet<>(mine.keySet());
        keys.remove("kind");
        for (Object key : keys) {
            List<@Nullable Object> values = new ArrayList<>();
            all.forEach(map -> values.add(map.get(key)));
            Object value = mine.get(key);
            boolean differs = values.stream().distinct().count() > 1;
            if (value instanceof Map<?, ?>) {
                List<Map<?, ?>> inners = new ArrayList<>();
                values.forEach(v -> inners.add(v instanceof Map<?, ?> map ? map : Map.of()));
                if (differs) {
                    add(parts, inners, own, document);
                }
            } else if (differs && (sameKind || key.equals("scale"))) {
                parts.add(text(String.valueOf(key), value, document));
            }
        }
    }

    private static String text(String key, @Nullable Object value, Document document) {
        if (key.equals("label") && value instanceof Integer label) {
            return "y = " + document.className(label);
        }
        return switch (value) {
            case Number number -> name(key) + " = " + number(number.doubleValue());
            case String text -> text.replace('-', ' ');
            case null, default -> Texts.text("lane.other", name(key));
        };
    }

    private static String name(String term) {
        return NAMES.getOrDefault(term, term.replace('-', ' '));
    }

    private static String number(double value) {
        BigDecimal shown = BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros();
        return Numerals.withMinus(shown.toPlainString());
    }
}
