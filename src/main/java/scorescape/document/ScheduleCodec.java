package scorescape.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.DrawnSchedule;
import scorescape.diffusion.schedule.DrawnSchedule.Knot;
import scorescape.diffusion.schedule.FlowSchedule;
import scorescape.diffusion.schedule.LinearBetaSchedule;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.diffusion.schedule.VarianceExplodingSchedule;
import scorescape.diffusion.schedule.VariancePreservingSchedule;

/// Noise schedules in the file format.
final class ScheduleCodec {

    private ScheduleCodec() {}

    static Map<String, Object> encode(NoiseSchedule schedule) {
        Map<String, Object> object = new LinkedHashMap<>();
        switch (schedule) {
            case CosineSchedule() -> object.put("kind", "cosine");
            case LinearBetaSchedule linear -> {
                object.put("kind", "linear-beta");
                object.put("first", linear.first());
                object.put("last", linear.last());
                object.put("steps", linear.steps());
            }
            case VariancePreservingSchedule(double betaMin, double betaMax) -> {
                object.put("kind", "variance-preserving");
                object.put("betaMin", betaMin);
                object.put("betaMax", betaMax);
            }
            case VarianceExplodingSchedule(double sigmaMin, double sigmaMax) -> {
                object.put("kind", "variance-exploding");
                object.put("sigmaMin", sigmaMin);
                object.put("sigmaMax", sigmaMax);
            }
            case FlowSchedule() -> object.put("kind", "flow");
            case DrawnSchedule(List<Knot> knots) -> {
                object.put("kind", "drawn");
                object.put("knots", knots.stream().map(knot -> List.of(knot.time(), knot.logSnr())).toList());
            }
        }
        return object;
    }

    static NoiseSchedule decode(Place schedule) {
        return switch (schedule.member("kind").choice("cosine", "linear-beta", "variance-preserving",
                "variance-exploding", "flow", "drawn")) {
            case "cosine" -> {
                schedule.only("kind");
                yield new CosineSchedule();
            }
            case "linear-beta" -> {
                schedule.only("kind", "first", "last", "steps");
                double first = schedule.member("first").number();
                double last = schedule.member("last").number();
                int steps = schedule.member("steps").integer();
                yield schedule.valid(() -> new LinearBetaSchedule(first, last, steps));
            }
            case "variance-preserving" -> {
                schedule.only("kind", "betaMin", "betaMax");
                double betaMin = schedule.member("betaMin").number();
                double betaMax = schedule.member("betaMax").number();
                yield schedule.valid(() -> new VariancePreservingSchedule(betaMin, betaMax));
            }
            case "variance-exploding" -> {
                schedule.only("kind", "sigmaMin", "sigmaMax");
                double sigmaMin = schedule.member("sigmaMin").number();
                double sigmaMax = schedule.member("sigmaMax").number();
                yield schedule.valid(() -> new VarianceExplodingSchedule(sigmaMin, sigmaMax));
            }
            case "flow" -> {
                schedule.only("kind");
                yield new FlowSchedule();
            }
            default -> {
                List<Knot> knots = schedule.only("kind", "knots").member("knots").items(ScheduleCodec::knot);
                yield schedule.valid(() -> new DrawnSchedule(knots));
            }
        };
    }

    private static Knot knot(Place place) {
        List<Double> pair = place.pair("a pair of numbers [time, logSNR]", Place::number);
        return place.valid(() -> new Knot(pair.get(0), pair.get(1)));
    }
}
