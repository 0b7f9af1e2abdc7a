package scorescape.lesson;

import java.util.List;
import java.util.stream.IntStream;

/// What a story must know of a run: how many steps it has, whether they are guided, and which of them draw noise.
///
/// @param noisy for each step, the noisiest first, whether it draws noise: at least one step
public record RunShape(boolean guided, List<Boolean> noisy) {

    private static final List<Stage> PLAIN = List.of(Stage.START, Stage.PREDICT, Stage.STEP, Stage.NOISE);
    private static final List<Stage> GUIDED = List.of(Stage.START, Stage.PREDICT, Stage.PREDICT_GIVEN_CLASS,
            Stage.DIFFERENCE, Stage.AMPLIFY, Stage.STEP, Stage.NOISE);

    public RunShape {
        noisy = List.copyOf(noisy);
        if (noisy.isEmpty()) {
            throw new IllegalArgumentException("a run needs at least one step");
        }
    }

    /// The shape of an ancestral run: all steps but the last draw noise.
    public static RunShape ancestral(int steps, boolean guided) {
        return new RunShape(guided, IntStream.range(0, steps).mapToObj(step -> step < steps - 1).toList());
    }

    public int steps() {
        return noisy.size();
    }

    /// The stages in which a step is told. A step that draws no noise has no stage for it.
    public List<Stage> stages(int step) {
        List<Stage> stages = guided ? GUIDED : PLAIN;
        return noisy.get(step) ? stages : stages.subList(0, stages.size() - 1);
    }
}
