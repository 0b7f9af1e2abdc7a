package scorescape.lesson;

import java.util.List;
import java.util.stream.IntStream;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.sampler.Sampler;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.lesson.Story.Beat;

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

    /// The shape of a run. Nothing is sampled for it: whether a step draws noise is in the sampler's plan.
    ///
    /// @param levels that the run visits, from noise to clean data
    public static RunShape of(List<NoiseLevel> levels, Sampler sampler, Guidance rule) {
        var story = new RuleStory(rule);
        int last = levels.size() - 2;
        return new RunShape(IntStream.rangeClosed(0, last)
                .mapToObj(step -> story.stages(sampler.plan(levels, step), step == last))
                .toList());
    }

    public int size() {
        return steps.size();
    }

    /// The stages in which a step is told.
    public List<Stage> stages(int step) {
        return steps.get(step);
    }

    /// The first step that passes at once after `told` is told in stages.
    public int firstPassing(int told) {
        return stages(told).contains(Stage.NEXT) ? told + 2 : told + 1;
    }

    /// Whether the run has a stage of a step: a told one, the step as a whole, or the end of the last step.
    public boolean has(Beat beat) {
        return beat.step() < size() && (beat.stage() == Stage.MOVE
                || (beat.stage() == Stage.END && beat.step() == size() - 1)
                || stages(beat.step()).contains(beat.stage()));
    }

    /// The stage itself where the step has it, else the last one with no more on show.
    public Stage nearest(int step, Stage stage) {
        List<Stage> told = stages(step);
        return told.contains(stage)
                ? stage
                : told.stream().filter(s -> s.compareTo(Stage.NOISE) <= 0).toList().getLast();
    }
}
