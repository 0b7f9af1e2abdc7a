package scorescape.figure;

import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.document.Document;
import scorescape.lesson.RunShape;

/// What a story must know of the run of a document.
///
/// Remembers the last answer, since a drag asks at every event and a plan may have many moves. Confined to one thread.
public final class RunShapes {

    private record Key(NoiseSchedule schedule, Sampler sampler, int steps, boolean guided) {}

    private final Memo<Key, RunShape> shapes = new Memo<>(1);

    /// Nothing is sampled for it: whether a step draws noise is in the sampler's plan.
    public RunShape of(Document document) {
        var key = new Key(document.schedule(), document.sampler(), document.steps(),
                document.guidance().guidingClass().isPresent());
        return shapes.get(key, k -> {
            List<NoiseLevel> levels = document.levels();
            return new RunShape(k.guided(), IntStream.range(0, levels.size() - 1)
                    .mapToObj(step -> k.sampler().plan(levels, step).drawsNoise())
                    .toList());
        });
    }
}
