package scorescape.figure.plot;

import java.util.List;
import java.util.OptionalInt;
import scorescape.diffusion.guidance.AdaptiveProjectedGuidance;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.CfgZeroStar;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInterval;
import scorescape.diffusion.guidance.PowerLawGuidance;
import scorescape.diffusion.guidance.RescaledGuidance;
import scorescape.diffusion.guidance.TemperedGuidance;
import scorescape.math.Bounds;

import static scorescape.text.Texts.text;

/// The rules of guidance side by side: the same starts, the same noise, the γ of the scene.
final class MethodsView implements StudyComputer.View {

    private static final int MOST_COLUMNS = 5;

    /// σ/α between which an interval rule is at work.
    private static final double LOWEST = 0.28;
    private static final double HIGHEST = 2.7;

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        double gamma = population.gamma();
        int y = population.label();
        var free = new ClassifierFreeGuidance(y, gamma);
        double blur = 0.1 * Math.sqrt(Math.max(1e-6, population.target().moments().covariance().trace()));
        List<Lanes.Lane> lanes = List.of(
                lane(population, particles, text("plot.methods.conditional"), free.withScale(1)),
                lane(population, particles, text("plot.methods.classifierFree"), free),
                lane(population, particles, text("plot.methods.interval"), new GuidanceInterval(free, LOWEST, HIGHEST)),
                lane(population, particles, text("plot.methods.rescaled"), new RescaledGuidance(free, 0.7)),
                lane(population, particles, text("plot.methods.projected"),
                        new AdaptiveProjectedGuidance(y, gamma, 0, 15, 0)),
                lane(population, particles, text("plot.methods.cfgPlusPlus"), new CfgPlusPlus(y, 0.6)),
                lane(population, particles, text("plot.methods.powerLaw"), new PowerLawGuidance(y, gamma, 1)),
                lane(population, particles, "CFG-Zero*", new CfgZeroStar(y, gamma, 0)),
                lane(population, particles, text("plot.methods.autoguidance"),
                        new Autoguidance(OptionalInt.of(y), blur, gamma)),
                lane(population, particles, text("plot.methods.temperature"),
                        new TemperedGuidance(free.withScale(1), Math.clamp(gamma, 0.1, TemperedGuidance.MAX_FACTOR))));
        canvas.heading(text("plot.methods.heading", Range.number(gamma)), text("plot.particles", particles));
        Bounds shown = population.plane(List.of(lanes.get(0).run().get(), lanes.get(1).run().get()));
        Lanes.draw(canvas, population, lanes, Lanes.columns(canvas, MOST_COLUMNS), shown);
    }

    private static Lanes.Lane lane(Population population, int particles, String name, Guidance rule) {
        return new Lanes.Lane(name,
                () -> population.measured(particles, rule, population.document().sampling().gridLevels(),
                        population.model(), population.gamma()));
    }
}
