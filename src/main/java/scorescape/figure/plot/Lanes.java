package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import scorescape.figure.Role;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// Plots of the plane side by side, one for each way to run the same noise.
final class Lanes {

    /// @param name above the plot
    /// @param run measured when it is its turn
    record Lane(String name, Supplier<Population.Measured> run) {}

    /// For the words above a plot, in pixels of a picture 540 high.
    private static final double ROOM = 182;

    private Lanes() {}

    /// As many columns as there is room for names and numbers above the plots.
    static int columns(Canvas canvas, int most) {
        return Math.clamp((int) (canvas.width() / (ROOM * canvas.scale())), 1, most);
    }

    /// @param shown what each plot shows
    static void draw(Canvas canvas, Population population, List<Lane> lanes, int columns, Bounds shown) {
        int rows = Math.ceilDiv(lanes.size(), columns);
        List<Population.Measured> runs = new ArrayList<>();
        for (Lane lane : lanes) {
            runs.add(lane.run().get());
        }
        for (int i = 0; i < lanes.size(); i++) {
            Bounds box = canvas.place(i / columns, rows, i % columns, columns, 7, 36, 7, 6);
            Plot plot = SamplesView.scatter(box, canvas.scale(), population, runs.get(i), shown);
            plot.addOutside(plot.text(lanes.get(i).name(), new Vec2(box.minX(),
                    box.minY() - 24 * canvas.scale()), Plot.TEXT, Role.TEXT));
            plot.addOutside(plot.text(
                    text("plot.lanes.spread", SamplesView.summary(runs.get(i).statistics()),
                            Range.number(runs.get(i).statistics().covarianceRatio())),
                    new Vec2(box.minX(), box.minY() - 8 * canvas.scale()), Plot.SMALL,
                    Role.MUTED));
            canvas.add(plot);
        }
    }
}
