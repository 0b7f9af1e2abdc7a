package scorescape.figure.plot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.population.Attribution;
import scorescape.diffusion.population.AutoregressiveLaw;
import scorescape.diffusion.population.AutoregressiveLaw.Order;
import scorescape.diffusion.population.CellMasses;
import scorescape.figure.Role;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// Guidance of the joint law against guidance factor by factor, both exact on the grid.
final class FactorsView implements StudyComputer.View {

    private static final int LAWS = 4;
    private static final double MARGIN = 4;
    private static final double SHARE_ROOM = 0.1;

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        double gamma = population.gamma();
        Bounds plane = population.plane(List.of());
        // With room for the share of a mode at the right.
        var shown = new Bounds(plane.minX(), plane.minY(), plane.maxX() + SHARE_ROOM * plane.width(), plane.maxY());
        CellMasses.Grid grid = population.target().fineGrid(shown);
        List<CellMasses> laws = List.of(CellMasses.of(grid, population.target().tilted(1)),
                AutoregressiveLaw.joint(population.target(), grid, gamma),
                AutoregressiveLaw.factorwise(population.target(), grid, gamma, Order.X_FIRST),
                AutoregressiveLaw.factorwise(population.target(), grid, gamma, Order.Y_FIRST));
        List<String> names = List.of(text("plot.factors.class"), text("plot.factors.joint"),
                text("plot.factors.firstThenSecond"), text("plot.factors.secondThenFirst"));
        canvas.heading(text("plot.factors.heading", Range.number(gamma)), text("plot.factors.subheading"));
        Attribution attribution = CellMasses.attribution(grid, population.data());
        int columns = columns(canvas, shown);
        for (int n = 0; n < laws.size(); n++) {
            CellMasses law = laws.get(n);
            Plot plot = Plot.ofPlane(place(canvas, n, columns), canvas.scale(), shown).frame();
            plot.image(grid.bounds(), canvas.shades(law, grid, law.largest()), true);
            SamplesView.outlines(plot, population);
            plot.upName(names.get(n) + (n < 2
                    ? ""
                    : text("plot.factors.totalVariation", Range.number(law.totalVariation(laws.get(1))))));
            double[] masses = law.modeMasses(attribution, population.data().components().size());
            for (int k : population.target().modes()) {
                // Beside the mode, whose own colours may be as dark as the text.
                Bounds mode = population.data().components().get(k).bounds();
                plot.add(plot.text(Range.percent(masses[k]), plot.at(mode.maxX(), mode.centre().y()).plus(
                        new Vec2(MARGIN * canvas.scale(), 0)), Plot.TEXT, Role.TEXT));
            }
            canvas.add(plot);
        }
    }

    /// In rows of so many the plots show the plane largest.
    private static int columns(Canvas canvas, Bounds shown) {
        return IntStream.of(1, 2, LAWS).boxed().max(Comparator.comparingDouble(columns -> {
            Bounds box = place(canvas, 0, columns);
            return Math.min(box.width() / shown.width(), box.height() / shown.height());
        })).orElseThrow();
    }

    private static Bounds place(Canvas canvas, int n, int columns) {
        return canvas.place(n / columns, LAWS / columns, n % columns, columns, 10, 28, 10, 20);
    }

    @Override
    public boolean isSlow() {
        return false;
    }
}
