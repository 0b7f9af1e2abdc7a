package scorescape.figure;

import scorescape.diffusion.guidance.Guidance;
import scorescape.document.Document;
import scorescape.document.Sampling;
import scorescape.lesson.RunShape;

/// What a story must know of the run of a document.
///
/// Remembers the last answer, since a drag asks at every event and a plan may have many moves. Confined to one thread.
public final class RunShapes {

    private record Key(Sampling sampling, Guidance rule) {}

    private final Memo<Key, RunShape> shapes = new Memo<>(1);

    /// Nothing is sampled for it: whether a step draws noise is in the sampler's plan.
    public RunShape of(Document document) {
        var key = new Key(document.sampling(), document.guidance());
        return shapes.get(key,
                k -> RunShape.of(k.sampling().levels(), k.sampling().sampler(), k.rule()));
    }
}
