package scorescape.figure;

import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.Sampling;
import scorescape.lesson.RunShape;

/// What a story must know of the run of a document.
///
/// Remembers the last answer, since a drag asks at every event and a plan may have many moves. Confined to one thread.
public final class RunShapes {

    private record Key(Sampling sampling, boolean guided) {}

    private final Memo<Key, RunShape> shapes = new Memo<>(1);

    /// Nothing is sampled for it: whether a step draws noise is in the sampler's plan.
    public RunShape of(Document document) {
        var key = new Key(document.sampling(), document.guidance().guidingClass().isPresent());
        return shapes.get(key, k -> {
            List<NoiseLevel> levels = k.sampling().levels();
            return new RunShape(k.guided(), IntStream.range(0, levels.size() - 1)
                    .mapToObj(step -> k.sampling().sampler().plan(levels, step).drawsNoise())
                    .toList());
        });
    }
}
