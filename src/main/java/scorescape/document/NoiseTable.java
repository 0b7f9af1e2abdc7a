package scorescape.document;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import scorescape.diffusion.sampler.NoiseSource;
import scorescape.diffusion.sampler.RecordedNoise.Use;
import scorescape.math.Vec2;
import scorescape.text.Numerals;

/// Draws of a run as a table for people and other programs: `step,x,y`, or `step,draw,x,y` where a step draws more than once.
///
/// The start of the run is the step `start`; steps count from 1. Lines of two numbers alone are the start and the steps in
/// their order. Columns are parted by commas, semicolons, tabs or spaces.
public final class NoiseTable {

    /// In the order of use: the start, then step by step.
    public static final Comparator<Use> ORDER =
            Comparator.comparingInt(Use::step).thenComparing(Comparator.comparingInt(Use::draw).reversed());

    private static final String LINE =
            "step,x,y or step,draw,x,y with numbers within " + Check.number(Sampling.MAX_DRAW)
                    + " of 0";

    private NoiseTable() {}

    public static String format(Map<Use, Vec2> draws) {
        boolean many = draws.keySet().stream().anyMatch(use -> use.draw() != NoiseSource.CHOSEN);
        var text = new StringBuilder(many ? "step,draw,x,y\n" : "step,x,y\n");
        var sorted = new TreeMap<Use, Vec2>(ORDER);
        sorted.putAll(draws);
        sorted.forEach((use, value) -> text.append(use.step() == NoiseSource.START ? "start" : use.step() + 1)
                .append(many ? "," + use.draw() : "")
                .append(',')
                .append(value.x())
                .append(',')
                .append(value.y())
                .append('\n'));
        return text.toString();
    }

    /// @throws IllegalArgumentException with a sentence that names the line
    public static Map<Use, Vec2> parse(String text) {
        Map<Use, Vec2> draws = new LinkedHashMap<>();
        int number = 0;
        int next = NoiseSource.START;
        for (String line : text.lines().toList()) {
            number++;
            List<String> columns = List.of(line.strip().split("\\s*[,;\\t]\\s*|\\s+"));
            boolean isHeading = columns.getFirst().toLowerCase(Locale.ROOT).equals("step");
            if (line.isBlank() || line.startsWith("#") || (draws.isEmpty() && isHeading)) {
                continue;
            }
            try {
                int step = switch (columns.size()) {
                    case 2 -> next;
                    case 3, 4 -> step(columns.getFirst());
                    default -> throw new NumberFormatException();
                };
                int draw = columns.size() == 4 ? draw(columns.get(1)) : NoiseSource.CHOSEN;
                int x = columns.size() - 2;
                draws.put(new Use(0, step, draw), new Vec2(coordinate(columns.get(x)), coordinate(columns.get(x + 1))));
                next = step == NoiseSource.START ? 0 : step + 1;
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(Check.sentence("line " + number, LINE, Json.inline(line)), e);
            }
        }
        Check.that(!draws.isEmpty(), "the table", "lines of " + LINE, "without any");
        return draws;
    }

    private static int step(String text) {
        if (text.equals("start")) {
            return NoiseSource.START;
        }
        int step = Integer.parseInt(text);
        if (!Parameters.TOLD_STEP.accepts(step)) {
            throw new NumberFormatException();
        }
        return step - 1;
    }

    /// Higher ones are those that a step might have used, which no run uses.
    private static int draw(String text) {
        int draw = Integer.parseInt(text);
        if (draw > NoiseSource.CHOSEN) {
            throw new NumberFormatException();
        }
        return draw;
    }

    private static double coordinate(String text) {
        double value = Double.parseDouble(Numerals.withHyphen(text));
        if (!Parameters.DRAW.accepts(value)) {
            throw new NumberFormatException();
        }
        return value;
    }
}
