package scorescape.lesson;

import java.util.ArrayList;
import java.util.List;

/// The film of a run: one step told stage by stage, the steps after it at a brisk pace, a rest at the end.
///
/// @param beats what follows what, at least one
public record Story(List<Beat> beats) {

    /// One stage of one step.
    public record Beat(int step, Stage stage) {}

    public Story {
        beats = List.copyOf(beats);
        if (beats.isEmpty()) {
            throw new IllegalArgumentException("a story needs at least one beat");
        }
    }

    /// @param told the step that is told in stages
    public static Story of(RunShape run, int told) {
        List<Beat> beats = new ArrayList<>();
        for (Stage stage : run.stages(told)) {
            beats.add(new Beat(told, stage));
        }
        int passed = run.stages(told).contains(Stage.NEXT) ? told + 2 : told + 1;
        for (int step = passed; step < run.size(); step++) {
            beats.add(new Beat(step, Stage.MOVE));
        }
        beats.add(new Beat(run.size() - 1, Stage.END));
        return new Story(beats);
    }

    public double seconds() {
        return beats.stream().mapToDouble(beat -> beat.stage().seconds()).sum();
    }

    /// Where the film is after `seconds`: at the end from the end on.
    public Playhead at(double seconds) {
        double left = Math.max(0, seconds);
        for (Beat beat : beats) {
            double length = beat.stage().seconds();
            if (left < length) {
                return new Playhead(beat.step(), beat.stage(), left / length);
            }
            left -= length;
        }
        Beat last = beats.getLast();
        return new Playhead(last.step(), last.stage(), 1);
    }

    /// The time at which the film is at `playhead`.
    ///
    /// @throws IllegalArgumentException if the film never shows that stage of that step
    public double secondsAt(Playhead playhead) {
        double seconds = 0;
        for (Beat beat : beats) {
            if (beat.step() == playhead.step() && beat.stage() == playhead.stage()) {
                return seconds + playhead.progress() * beat.stage().seconds();
            }
            seconds += beat.stage().seconds();
        }
        throw new IllegalArgumentException("not in this story: " + playhead);
    }
}
