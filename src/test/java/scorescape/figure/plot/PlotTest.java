package scorescape.figure.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescape.figure.Mark;
import scorescape.figure.Role;
import scorescape.math.Bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlotTest {

    private static final Bounds BOX = new Bounds(50, 20, 350, 220);

    /// A bell anywhere, and a line along the top: the legend stands beside the one and under the other.
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
    void theLegendStandsClearOfTheCurves(double centre) {
        double[] x = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
        double[] bell = IntStream.range(0, x.length)
                .mapToDouble(i -> 0.9 * Math.exp(-0.5 * Math.pow((x[i] - centre) / 0.07, 2)))
                .toArray();
        Plot plot = new Plot(BOX, 1, Range.of(0, 1), Range.of(0, 1)).named("the first", Role.NOISE)
                .named("the second", Role.STATE)
                .curve(x, bell, 2, Role.NOISE, 1)
                .curve(new double[]{0, 1}, new double[]{0.97, 0.97}, 2, Role.STATE, 1);

        List<Mark> marks = plot.marks();
        List<Mark.Text> names =
                marks.stream().filter(Mark.Text.class::isInstance).map(Mark.Text.class::cast).toList();
        assertEquals(2, names.size());
        for (Mark.Text name : names) {
            Bounds box = name.box();
            assertTrue(box.minX() >= BOX.minX() && box.maxX() <= BOX.maxX() && box.minY() > plot.at(0, 0.97).y()
                    && box.maxY() <= BOX.maxY(), box::toString);
            for (int i = 0; i < x.length; i++) {
                assertTrue(!box.contains(plot.at(x[i], bell[i])), box::toString);
            }
        }
    }

    /// A wide band below a line along the top leaves room at the bottom right alone.
    @Test
    void theLegendStandsClearOfBands() {
        double[] x = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
        double[] low = {0, 0.05, 0.1, 0.15, 0.2, 0.5, 0.8, 0.85, 0.9, 0.9, 0.9};
        double[] high = {0.97, 0.97, 0.97, 0.97, 0.97, 0.97, 0.97, 0.97, 0.97, 0.97, 0.97};
        Plot plot = new Plot(BOX, 1, Range.of(0, 1), Range.of(0, 1)).band(x, low, high, Role.NOISE, 0.2)
                .named("the class", Role.NOISE);

        Bounds box = ((Mark.Text) plot.marks().getLast()).box();

        assertTrue(box.minX() > plot.at(0.4, 0).x() && box.minY() > plot.at(0, 0.8).y(), box::toString);
    }
}
