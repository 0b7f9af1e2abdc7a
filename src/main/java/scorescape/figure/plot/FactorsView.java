package scorescape.figure.plot;

import java.util.List;
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

    private static final double MARGIN = 4;

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        double gamma = population.gamma();
        Bounds shown = population.plane(List.of());
        CellMasses.Grid grid = population.target().fineGrid(shown);
        List<CellMasses> laws = List.of(CellMasses.of(grid, population.target().tilted(1)),
                AutoregressiveLaw.joint(population.target(), grid, gamma),
                AutoregressiveLaw.factorwise(population.target(), grid, gamma, Order.X_FIRST),
                AutoregressiveLaw.factorwise(population.target(), grid, gamma, Order.Y_FIRST));
        List<String> names = List.of(text("plot.factors.class"), text("plot.factors.joint"),
                text("plot.factors.firstThenSecond"), text("plot.factors.secondThenFirst"));
        canvas.heading(text("plot.factors.heading", Range.number(gamma)), text("plot.factors.subheading"));
        Attribution attribution = CellMasses.attribution(grid, population.data());
        for (int n = 0; n < laws.size(); n++) {
            CellMasses law = laws.get(n);
            Plot plot = Plot.ofPlane(canvas.place(n / 2, 2, n % 2, 2, 10, 28, 10, 20), canvas.scale(), shown).frame();
            plot.image(grid.bounds(), canvas.shades(law, grid, law.largest()), true);
            SamplesView.outlines(plot, population);
            plot.title(names.get(n) + (n < 2
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

    @Override
    public boolean isSlow() {
        return false;
    }
}
