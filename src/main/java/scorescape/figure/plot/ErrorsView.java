package scorescape.figure.plot;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.model.ErrorField;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;

import static scorescape.text.Texts.text;

/// The same runs with an exact model, in few steps, and with models that err: a column for each, a row for each γ.
final class ErrorsView implements StudyComputer.View {

    private static final int MOST_SCALES = 4;

    /// Size of the error of the score, relative to its own size among noise.
    private static final double ERROR = 0.1;

    private static final int FEWER = 5;

    /// One way to run.
    private record Way(String name, List<NoiseLevel> levels, ScoreModel model) {}

    @Override
    public void draw(Canvas canvas, Population population, int particles, Runnable progress) {
        List<Double> scales = population.scales().subList(0, Math.min(MOST_SCALES, population.scales().size()));
        List<NoiseLevel> levels = population.document().sampling().gridLevels();
        int few = Math.max(2, population.document().steps() / FEWER);
        List<NoiseLevel> fewLevels = population.document().withSteps(few).sampling().gridLevels();
        double size = Math.sqrt(Math.max(1e-6, population.target().moments().covariance().trace()));
        boolean exact = population.model().equals(ScoreModel.EXACT);
        ScoreModel erring = exact
                ? new ScoreModel.Erring(ScoreModel.EXACT, new ErrorField(ERROR, size, population.document().seed()))
                : population.model();
        var blurred = new ScoreModel.Blurred(0.2 * size);
        List<Way> ways = List.of(new Way(text("plot.errors.exact"), levels, ScoreModel.EXACT),
                new Way(text("plot.errors.inSteps", few), fewLevels, ScoreModel.EXACT),
                new Way(exact ? text("plot.errors.wrongBy", Range.percent(ERROR)) : text("plot.errors.theScenesModel"),
                        levels, erring),
                new Way(text("plot.errors.blurredBy", Range.number(0.2 * size)), levels, blurred));
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (double gamma : scales) {
            for (Way way : ways) {
                lanes.add(new Lanes.Lane(way.name() + ", $\\gamma$ = " + Range.number(gamma),
                        () -> population.measured(particles, population.guidance(gamma), way.levels(), way.model(),
                                gamma)));
            }
        }
        canvas.heading(text("plot.errors.heading"), text("plot.particles", particles));
        Bounds shown =
                population.plane(
                        List.of(lanes.getFirst().run().get(), lanes.get(lanes.size() - ways.size()).run().get()));
        Lanes.draw(canvas, population, lanes, ways.size(), shown);
    }
}
