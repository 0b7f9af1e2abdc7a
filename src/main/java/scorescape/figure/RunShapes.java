package scorescape.figure;

import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.document.Document;
import scorescape.lesson.RunShape;

/// What a story must know of the run of a document.
public final class RunShapes {

    private RunShapes() {}

    /// Nothing is sampled for it: whether a step draws noise is in the sampler's plan.
    public static RunShape of(Document document) {
        List<NoiseLevel> grid = TimeGrid.LEADING.levels(document.schedule(), document.steps());
        List<NoiseLevel> levels = document.sampler().levels(grid);
        return new RunShape(document.guidance().guidingClass().isPresent(),
                IntStream.range(0, levels.size() - 1)
                        .mapToObj(step -> document.sampler().plan(levels, step).drawsNoise())
                        .toList());
    }
}
