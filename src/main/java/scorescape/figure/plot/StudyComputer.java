package scorescape.figure.plot;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import scorescape.diffusion.population.PopulationStatistics;
import scorescape.document.Document;
import scorescape.document.Study.Shown;
import scorescape.figure.Frame;
import scorescape.figure.ModelText;
import scorescape.figure.Theme;

import static scorescape.text.Texts.text;

/// From a document to the plot that its study shows.
///
/// The plot is a pure function of the arguments. While it is computed it is handed over again and again, coarse and
/// incomplete at first, so that something is seen at once; the last one is complete. Remembers what it computed last.
/// Confined to one thread.
public final class StudyComputer {

    /// Particles of a first look, as a part of all, and at least.
    private static final int COARSE = 8;
    private static final int LEAST = 200;

    private final Population.Cache cache = new Population.Cache();

    /// The complete plot.
    public Frame compute(Document document, int width, int height, Theme theme) {
        return compute(document, width, height, theme, _ -> {}, () -> false);
    }

    /// @param document whose study shows a plot
    /// @param early told of plots that are not complete yet
    /// @param cancelled asked often
    /// @throws CancellationException if it was cancelled
    public Frame compute(Document document, int width, int height, Theme theme, Consumer<Frame> early,
            BooleanSupplier cancelled) {
        Shown shown = document.study().shown();
        var population = new Population(document, cache, cancelled);
        String model = usesModel(shown) ? ModelText.of(document.sampling().model()) : "";
        if (needsScale(shown) && !population.isScaled()) {
            var canvas = new Canvas(width, height, theme, model);
            canvas.heading(shown.title(), "");
            canvas.sentence(text("plot.needsScale"));
            return canvas.frame();
        }
        int all = population.particles();
        int few = Math.max(Math.min(LEAST, all), all / COARSE);
        View view = view(shown);
        if (view.isSlow() && few < all) {
            var canvas = new Canvas(width, height, theme, model);
            view.draw(canvas, population, few, () -> early.accept(canvas.frame()));
            early.accept(canvas.frame());
        }
        var canvas = new Canvas(width, height, theme, model);
        view.draw(canvas, population, all, () -> {});
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the plot was cancelled");
        }
        return canvas.frame();
    }

    /// What becomes of the population of a document, in numbers.
    public PopulationStatistics statistics(Document document) {
        var population = new Population(document, cache, () -> false);
        return population.measured(population.particles(), population.gamma()).statistics();
    }

    /// The largest γ up to `most` whose mean path along the axis is monotone, as the plot of the projection says it.
    ///
    /// @return see [GuidanceSweep#largestMonotone]; empty, too, if the document's guidance has no scale
    /// @throws CancellationException if it was cancelled
    public OptionalDouble largestMonotone(Document document, double most, BooleanSupplier cancelled) {
        var population = new Population(document, cache, cancelled);
        return population.isScaled()
                ? population.largestMonotone(population.particles(), most)
                : OptionalDouble.empty();
    }

    /// The scales of a sweep unless others are asked for: 21 from 0 to the largest that the document's study compares.
    public static List<Double> scales(Document document) {
        return SweepView.gammas(document.study().scales().getLast());
    }

    /// Draws one of the plots.
    interface View {

        /// @param particles how many to run
        /// @param progress to be called when there is more to see
        void draw(Canvas canvas, Population population, int particles, Runnable progress);

        /// Whether a first look with few particles is worth it.
        default boolean isSlow() {
            return true;
        }
    }

    private static boolean needsScale(Shown shown) {
        return switch (shown) {
            case SWEEP, FACTORS, METHODS, ERRORS, DIMENSIONS -> true;
            default -> false;
        };
    }

    /// Whether the plot shows runs, and not what is known without any.
    private static boolean usesModel(Shown shown) {
        return switch (shown) {
            case FACTORS, DIMENSIONS -> false;
            default -> true;
        };
    }

    private static View view(Shown shown) {
        return switch (shown) {
            case SCENE -> throw new IllegalArgumentException("the study shows the scene, not a plot");
            case PROJECTION -> new ProjectionView();
            case SAMPLES -> new SamplesView();
            case SWEEP -> new SweepView();
            case PROMISED -> new PromisedView();
            case LAW -> new LawView();
            case COMMITMENT -> new CommitmentView();
            case METHODS -> new MethodsView();
            case ERRORS -> new ErrorsView();
            case FACTORS -> new FactorsView();
            case DIMENSIONS -> new DimensionsView();
        };
    }
}
