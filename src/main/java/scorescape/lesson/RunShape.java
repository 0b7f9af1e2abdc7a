package scorescape.lesson;

import java.util.List;
import java.util.stream.IntStream;

/// What a story must know of a run: the stages in which each of its steps is told.
///
/// @param steps the stages of each step, the noisiest first: at least one step, each with at least one stage
public record RunShape(List<List<Stage>> steps) {

    public RunShape {
        steps = steps.stream().map(List::copyOf).toList();
        if (steps.isEmpty() || steps.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a run needs at least one step, and a step at least one stage");
        }
    }

    /// The shape of an ancestral run: all steps but the last draw noise.
    public static RunShape ancestral(int steps, Telling telling) {
        List<Stage> last = telling.stages().stream()
                .filter(stage -> stage.compareTo(Stage.NOISE) < 0)
                .toList();
        return new RunShape(IntStream.range(0, steps)
                .mapToObj(step -> step < steps - 1 ? telling.stages() : last)
                .toList());
    }

    public int size() {
        return steps.size();
    }

    /// The stages in which a step is told.
    public List<Stage> stages(int step) {
        return steps.get(step);
    }
}
