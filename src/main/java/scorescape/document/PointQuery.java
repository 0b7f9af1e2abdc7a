package scorescape.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.math.Vec2;

/// A point and the noise level at which something is asked there, as a line of text says it: `x,y`, `x,y,t` or
/// `x,y,alpha,sigma`, or the same in JSON, `{"x": [1, 2], "t": 0.5}` or `{"x": [1, 2], "alpha": 0.8, "sigma": 0.6}`.
///
/// @param x the point, in data units: finite
/// @param time at which the schedule gives the level, or null if the level was given
/// @param level of the noise
public record PointQuery(Vec2 x, @Nullable Double time, NoiseLevel level) {

    /// The longest line that is read, in characters.
    public static final int MAX_LINE = 10_000;

    private static final String FORMS = "must be x,y or x,y,t or x,y,alpha,sigma, or an object such as "
            + "{\"x\": [1, 2], \"t\": 0.5}";

    /// @param schedule which gives the level at a time
    /// @param otherwise the time of a point without one
    /// @throws IllegalArgumentException with a sentence about what is wrong
    public static PointQuery parse(String line, NoiseSchedule schedule, double otherwise) {
        if (line.length() > MAX_LINE) {
            throw new IllegalArgumentException("must be at most " + MAX_LINE + " characters long");
        }
        return line.strip().startsWith("{") ? json(line, schedule, otherwise) : csv(line, schedule, otherwise);
    }

    /// The point at a time of a schedule.
    ///
    /// @param t in `[0, 1]`
    public static PointQuery at(Vec2 x, NoiseSchedule schedule, double t) {
        return new PointQuery(requireFinite(x), t, schedule.at(t));
    }

    private static PointQuery csv(String line, NoiseSchedule schedule, double otherwise) {
        String[] parts = line.strip().split("[,;\\s]\\s*", -1);
        if (parts.length < 2 || parts.length > 4) {
            throw new IllegalArgumentException(FORMS);
        }
        double[] values = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                values[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(FORMS, e);
            }
        }
        Vec2 x = new Vec2(values[0], values[1]);
        return switch (parts.length) {
            case 2 -> at(x, schedule, otherwise);
            case 3 -> at(x, schedule, values[2]);
            default -> at(x, new NoiseLevel(values[2], values[3]));
        };
    }

    private static PointQuery json(String line, NoiseSchedule schedule, double otherwise) {
        Place query = new Place("", Json.parse(line)).only("x", "t", "alpha", "sigma");
        List<Double> x = query.member("x").pair("a pair of numbers [x, y]", Place::finite);
        boolean levelled = query.has("alpha") || query.has("sigma");
        if (levelled && query.has("t")) {
            throw new IllegalArgumentException("must have t, or alpha and sigma, or neither");
        }
        Vec2 point = new Vec2(x.get(0), x.get(1));
        return levelled
                ? at(point, new NoiseLevel(query.member("alpha").finite(), query.member("sigma").finite()))
                : at(point, schedule, query.has("t") ? query.member("t").finite() : otherwise);
    }

    /// The point at a noise level.
    public static PointQuery at(Vec2 x, NoiseLevel level) {
        return new PointQuery(requireFinite(x), null, level);
    }

    private static Vec2 requireFinite(Vec2 x) {
        if (!x.isFinite()) {
            throw new IllegalArgumentException("the point must be finite");
        }
        return x;
    }
}
