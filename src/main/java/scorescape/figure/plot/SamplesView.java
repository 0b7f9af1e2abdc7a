package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.figure.Ink;
import scorescape.figure.Mark;
import scorescape.figure.Role;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// Where the population ends, a plot for each γ: good samples in the colour of the class, bad ones in grey.
final class SamplesView implements StudyComputer.View {

    /// More dots say no more.
    private static final int MOST_DOTS = 1500;

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        List<Double> scales = population.scales();
        List<Population.Measured> runs = new ArrayList<>();
        for (double gamma : scales) {
            runs.add(population.measured(particles, gamma));
        }
        canvas.heading(text("plot.samples.heading", particles),
                text("plot.samples.subheading", population.className()));
        Bounds shown = population.plane(runs);
        int columns = scales.size() <= 3 ? scales.size() : scales.size() == 4 ? 2 : Math.ceilDiv(scales.size(), 2);
        int rows = Math.ceilDiv(scales.size(), columns);
        for (int i = 0; i < runs.size(); i++) {
            Bounds box = canvas.place(i / columns, rows, i % columns, columns, 8, 28, 8, 10);
            Plot plot = scatter(box, canvas.scale(), population, runs.get(i), shown);
            canvas.add(plot.title("$\\gamma$ = " + Range.number(scales.get(i)) + "   ·   "
                    + summary(runs.get(i).statistics())));
        }
        canvas.footer(text("plot.samples.footer", Range.number(population.document().study().tolerance())));
    }

    static String summary(PopulationStatistics statistics) {
        String good = text("plot.samples.good", Range.percent(statistics.goodShare()));
        return statistics.diverged() == 0 ? good : text("plot.samples.diverged", good, statistics.diverged());
    }

    /// The ends of a bundle over the outlines of the data.
    static Plot scatter(Bounds box, double scale, Population population, Population.Measured run, Bounds shown) {
        Plot plot = Plot.ofPlane(box, scale, shown).frame();
        outlines(plot, population);
        TrajectoryBundle bundle = run.bundle();
        int count = Math.min(MOST_DOTS, bundle.particles());
        List<Mark> good = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (bundle.diverged(i)) {
                continue;
            }
            Vec2 end = bundle.end(i);
            Vec2 at = plot.at(end.x(), end.y());
            if (at.x() < box.minX() || at.x() > box.maxX() || at.y() < box.minY() || at.y() > box.maxY()) {
                continue;
            }
            if (population.target().support().contains(end)) {
                good.add(new Mark.Speck(at, 1.7 * scale, population.classInk(), 0.6));
            } else {
                plot.add(new Mark.Speck(at, 1.7 * scale, Role.STATE, 0.55));
            }
        }
        good.forEach(plot::add);
        return plot;
    }

    /// Boxes and ellipses of one and two standard deviations.
    static void outlines(Plot plot, Population population) {
        for (Component component : population.data().components()) {
            Ink ink = population.classInk(component.label());
            switch (component) {
                case RectangleComponent box -> {
                    Vec2 u = Vec2.ofAngle(box.angle()).times(box.halfSize().x());
                    Vec2 v = Vec2.ofAngle(box.angle()).perpendicular().times(box.halfSize().y());
                    List<Vec2> corners = new ArrayList<>();
                    for (Vec2 corner : List.of(u.plus(v), u.minus(v), u.plus(v).times(-1), v.minus(u))) {
                        Vec2 at = box.centre().plus(corner);
                        corners.add(plot.at(at.x(), at.y()));
                    }
                    plot.add(Mark.Area.of(corners, ink, 0.13));
                    corners.add(corners.getFirst());
                    plot.add(new Mark.Curve(corners, 1.2 * plot.scale(), ink, 0.6));
                }
                case GaussianComponent gaussian -> {
                    Vec2 centre = plot.at(gaussian.mean().x(), gaussian.mean().y());
                    double unit = plot.inner().width() / (plot.across().max() - plot.across().min());
                    SymMat2 c = gaussian.covariance();
                    SymMat2 pixels = new SymMat2(c.xx() * unit * unit, -c.xy() * unit * unit, c.yy() * unit * unit);
                    plot.add(new Mark.Ellipse(centre, pixels, ink, 1));
                    plot.add(new Mark.Ellipse(centre, pixels.times(4), ink, 1));
                }
                default -> {
                    // Points and lines are where the samples are.
                }
            }
        }
    }
}
