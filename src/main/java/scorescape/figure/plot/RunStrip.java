package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import scorescape.figure.Frame;
import scorescape.figure.Mark;
import scorescape.figure.Raster;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.figure.Typeset;
import scorescape.figure.Viewport;
import scorescape.math.Bounds;
import scorescape.math.RoundNumbers;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// The ruler of a run with its steps as ticks, and under it the curve of one quantity.
///
/// The states of the run are evenly spaced, from the noisiest at the left to `x₀` at the right, as the film spends equal time
/// on each step. A run of thousands of steps gets as many ticks as there is room for.
///
/// @param steps of the run, at least 1
/// @param width of the picture, in pixels
/// @param height of the picture, in pixels
/// @param left where the first state is, in pixels
/// @param right where `x₀` is, in pixels
/// @param scale pixels per unit of length of texts and lines
public record RunStrip(int steps, int width, int height, double left, double right, double scale) {

    private static final double SIZE = 10.5;

    /// Room for the ruler with its numbers.
    private static final double RULER = 21;

    private static final double TICK = 6;
    private static final double MINOR_TICK = 3;

    /// Least distance of ticks with and without numbers.
    private static final double NUMBERED = 44;
    private static final double TICKED = 5;

    /// Curves with their states farther apart than this show each as a dot.
    private static final double DOTTED = 9;

    public RunStrip {
        if (steps < 1 || !(left < right)) {
            throw new IllegalArgumentException("a strip needs steps and room: " + steps + ", " + left + ", " + right);
        }
    }

    /// The ticks alone.
    public Frame ruler(Theme theme) {
        return frame(ruler(), theme);
    }

    /// @param values one for each step, NaN where there is none
    public Frame frame(RunQuantity quantity, double[] values, Theme theme) {
        List<Mark> marks = new ArrayList<>(ruler());
        List<Double> known = Arrays.stream(values).filter(Double::isFinite).boxed().toList();
        Bounds box = box();
        if (known.isEmpty()) {
            Typeset text = Plot.line(text("strip.needsClass", quantity.latex()));
            double size = 1.1 * SIZE * scale;
            marks.add(new Mark.Text(text, new Vec2(box.centre().x() - 0.5 * text.width(size), box.centre().y()), size,
                    Role.MUTED, 1, false));
        } else {
            marks.addAll(curve(quantity, values, quantity.range(known), box));
        }
        return frame(marks, theme);
    }

    private Frame frame(List<Mark> marks, Theme theme) {
        int[] ground = new int[width * height];
        Arrays.fill(ground, Role.BACKGROUND.in(theme).getRGB() & 0xFFFFFF);
        var viewport = new Viewport(Vec2.ZERO, 1, width, height, scale / Math.min(height / 540.0, width / 720.0));
        return new Frame(viewport, theme, new Raster(width, height, ground), List.of(), marks, List.of(), List.of());
    }

    /// Where the curve of values is at each step, in pixels; NaN where there is none.
    ///
    /// @param values as in [#frame]
    public List<Vec2> points(RunQuantity quantity, double[] values) {
        List<Double> known = Arrays.stream(values).filter(Double::isFinite).boxed().toList();
        var plot = new Plot(box(), scale, Range.of(0, steps), quantity.range(known));
        return IntStream.range(0, values.length).mapToObj(i -> plot.at(i, values[i])).toList();
    }

    /// Of the curve, without the numbers of its axes.
    private Bounds box() {
        double top = (RULER + 0.5 * SIZE) * scale;
        return new Bounds(left, top, right, Math.max(top + 1, height - 0.6 * SIZE * scale));
    }

    private double at(double state) {
        return left + (right - left) * state / steps;
    }

    private List<Mark> ruler() {
        List<Mark> marks = new ArrayList<>();
        double spacing = (right - left) / steps;
        int minor = every(TICKED * scale / spacing);
        int major = every(NUMBERED * scale / spacing);
        double size = SIZE * scale;
        // State k is where step k + 1 begins; the last one is x₀.
        for (int state = 0; state < steps; state += minor) {
            addTick(marks, at(state), MINOR_TICK);
        }
        for (int number = 1; number <= steps; number = number == 1 && major > 1 ? major : number + major) {
            double x = at(number - 1);
            addTick(marks, x, TICK);
            Typeset text = Plot.line(Integer.toString(number));
            boolean crowded = x > at(steps) - 0.5 * NUMBERED * scale
                    || (number > 1 && x - left < 0.6 * NUMBERED * scale);
            if (!crowded) {
                marks.add(new Mark.Text(text, new Vec2(x - 0.5 * text.width(size), RULER * scale - 3 * scale), size,
                        Role.MUTED, 1, false));
            }
        }
        addTick(marks, at(steps), TICK);
        Typeset end = Plot.line("$x_0$");
        marks.add(new Mark.Text(end, new Vec2(at(steps) - 0.5 * end.width(size), RULER * scale - 3 * scale), size,
                Role.MUTED, 1, false));
        return marks;
    }

    private void addTick(List<Mark> marks, double x, double length) {
        marks.add(new Mark.Line(new Vec2(x, 0), new Vec2(x, length * scale), scale, Role.MUTED,
                length == TICK ? 0.9 : 0.45));
    }

    /// The round number of steps that is not below `least`.
    private static int every(double least) {
        return (int) Math.round(RoundNumbers.above(Math.max(1, least)));
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size == 0 || (size >= 1e-3 && size < 1e5)) {
            return Range.number(value);
        }
        int decade = (int) Math.floor(Math.log10(size) + 1e-9);
        long lead = Math.round(value / Math.pow(10, decade));
        return "$" + (lead == 1 ? "" : lead + "\\cdot ") + "10^{" + decade + "}$";
    }

    private List<Mark> curve(RunQuantity quantity, double[] values, Range up, Bounds box) {
        var plot = new Plot(box, scale, Range.of(0, steps), up);
        List<Mark> numbers = new ArrayList<>();
        double size = SIZE * scale;
        List<Double> ticks = up.ticks(4);
        // The lowest and the highest are enough.
        for (int i = 0; i < ticks.size(); i += Math.max(1, ticks.size() - 1)) {
            double tick = ticks.get(i);
            Vec2 from = plot.at(0, tick);
            numbers.add(new Mark.Line(from, new Vec2(right, from.y()), 0.8 * scale, Role.GRID, 1));
            Typeset text = Plot.line(number(tick));
            numbers.add(new Mark.Text(text, from.plus(new Vec2(-7 * scale - text.width(size), 0.36 * size)), size,
                    Role.MUTED, 1, false));
        }
        int from = 0;
        while (from < values.length) {
            int to = from;
            while (to < values.length && Double.isFinite(values[to])) {
                to++;
            }
            double[] x = new double[to - from];
            Arrays.setAll(x, i -> i);
            for (int i = 0; i < x.length; i++) {
                x[i] += from;
            }
            double[] y = Arrays.copyOfRange(values, from, to);
            plot.curve(x, y, 1.6, quantity.role(), 1);
            if ((right - left) / steps >= DOTTED * scale || values.length == 1) {
                for (int i = 0; i < x.length; i++) {
                    plot.add(new Mark.Speck(plot.at(x[i], y[i]), 1.9 * scale, quantity.role(), 1));
                }
            }
            from = to + 1;
        }
        numbers.addAll(plot.marks());
        return numbers;
    }
}
