package scorescape.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The film of a run: one step told stage by stage, the steps after it at a brisk pace, a rest at the end.
///
/// @param beats what follows what, at least one
public record Story(List<Beat> beats) {

    /// One stage of one step. As text it is `9/amplify`, where people count steps from 1, the record from 0.
    ///
    /// @param step 0 for the noisiest step
    public record Beat(int step, Stage stage) {

        private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})/([a-z-]+)");

        public Beat {
            if (step < 0) {
                throw new IllegalArgumentException("step must not be negative: " + step);
            }
        }

        /// @throws IllegalArgumentException with a sentence for people, if `text` is no stage of a step
        public static Beat of(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "must be a step and a stage such as 9/amplify, but is '" + text + "'");
            }
            return new Beat(Integer.parseInt(matcher.group(1)) - 1, Stage.named(matcher.group(2)));
        }

        /// The stage when it is complete.
        public Playhead end() {
            return new Playhead(step, stage, 1);
        }

        @Override
        public String toString() {
            return (step + 1) + "/" + stage.id();
        }
    }

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
        for (int step = run.firstPassing(told); step < run.size(); step++) {
            beats.add(new Beat(step, Stage.MOVE));
        }
        beats.add(new Beat(run.size() - 1, Stage.END));
        return new Story(beats);
    }

    /// A part of a run, from the beginning of one stage to the end of a later one. Stages that the run does not have are
    /// replaced by the nearest that it has.
    public static Story between(RunShape run, Beat from, Beat to) {
        List<Beat> beats = new ArrayList<>();
        int step = Math.min(from.step(), run.size() - 1);
        int last = Math.min(to.step(), run.size() - 1);
        if (from.stage().isTold()) {
            Stage first = run.nearest(step, from.stage());
            boolean alone = last == step && to.stage().isTold();
            Stage latest = alone ? run.nearest(step, to.stage()) : run.stages(step).getLast();
            for (Stage stage : run.stages(step)) {
                if (stage.compareTo(first) >= 0 && stage.compareTo(latest) <= 0) {
                    beats.add(new Beat(step, stage));
                }
            }
            step = alone ? last + 1 : run.firstPassing(step);
        } else if (from.stage() == Stage.END) {
            step = last + 1;
        }
        for (; step < last || (step == last && !to.stage().isTold()); step++) {
            beats.add(new Beat(step, Stage.MOVE));
        }
        if (to.stage() == Stage.END) {
            beats.add(new Beat(run.size() - 1, Stage.END));
        } else if (step == last) {
            Stage latest = run.nearest(last, to.stage());
            run.stages(last).stream().filter(s -> s.compareTo(latest) <= 0).forEach(s -> beats.add(new Beat(last, s)));
        }
        if (beats.isEmpty()) {
            beats.add(new Beat(last, run.nearest(last, to.stage())));
        }
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
