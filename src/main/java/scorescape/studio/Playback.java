package scorescape.studio;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import scorescape.lesson.Playhead;
import scorescape.lesson.RunShape;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;
import scorescape.lesson.Telling;

/// Where the film is and whether it runs: the state of the view that is neither saved nor undone.
///
/// Knows no clock and no toolkit. Whoever has a clock calls [#advance]; a held film (something is being dragged) stays
/// where it is. A jump by hand shows a stage complete, with its arrows grown; playing on goes to the next one.
final class Playback {

    /// How fast the film may run, as multiples of its usual speed.
    static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0);

    private RunShape run = RunShape.ancestral(1, Telling.PLAIN);
    private final ReadOnlyObjectWrapper<Playhead> playhead =
            new ReadOnlyObjectWrapper<>(new Playhead(0, Stage.START, 0));
    private final ReadOnlyObjectWrapper<List<Stage>> stages =
            new ReadOnlyObjectWrapper<>(run.stages(0));
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final BooleanProperty looping = new SimpleBooleanProperty(true);
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);
    private int told;
    private Story story = Story.of(run, 0);

    /// The film's own clock: where in the story the playhead is.
    private double seconds;
    private boolean held;
    private boolean stills;

    ReadOnlyObjectProperty<Playhead> playheadProperty() {
        return playhead.getReadOnlyProperty();
    }

    Playhead playhead() {
        return playhead.get();
    }

    BooleanProperty playingProperty() {
        return playing;
    }

    boolean isPlaying() {
        return playing.get();
    }

    /// Whether the film begins again after its end.
    BooleanProperty loopingProperty() {
        return looping;
    }

    /// As a multiple of the usual speed, one of [#SPEEDS].
    ReadOnlyDoubleProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    void setSpeed(double newSpeed) {
        if (!SPEEDS.contains(newSpeed)) {
            throw new IllegalArgumentException("no speed of the film: " + newSpeed);
        }
        speed.set(newSpeed);
    }

    /// To the next of the speeds: faster for 1, slower for −1.
    void changeSpeed(int by) {
        setSpeed(SPEEDS.get(Math.clamp(SPEEDS.indexOf(speed.get()) + by, 0, SPEEDS.size() - 1)));
    }

    /// The step that the film tells in stages.
    int told() {
        return told;
    }

    /// Takes over the shape of a run. The playhead and the told step stay at the same share of the run.
    void follow(RunShape newRun) {
        if (newRun.equals(run)) {
            return;
        }
        Playhead was = playhead();
        int step = Math.toIntExact((long) was.step() * newRun.size() / run.size());
        told = Math.toIntExact((long) told * newRun.size() / run.size());
        run = newRun;
        if (was.stage() == Stage.MOVE && step >= firstPassing()) {
            tell(told);
            seek(new Playhead(step, Stage.MOVE, was.progress()));
        } else if (was.stage() == Stage.END) {
            tell(told);
            seek(new Playhead(run.size() - 1, Stage.END, was.progress()));
        } else {
            tell(step);
            boolean kept = stages().contains(was.stage());
            seek(new Playhead(step, nearest(was.stage()), kept ? was.progress() : 1));
        }
    }

    /// The stages in which the told step is told.
    ReadOnlyObjectProperty<List<Stage>> stagesProperty() {
        return stages.getReadOnlyProperty();
    }

    List<Stage> stages() {
        return stages.get();
    }

    /// Where the playhead is along the run: a step and the part of it that has been told, and the number of steps at the
    /// end.
    double position() {
        Playhead now = playhead();
        return switch (now.stage()) {
            case MOVE -> now.step() + now.progress();
            case END -> run.size();
            default -> {
                List<Stage> inside = run.stages(now.step());
                double before = seconds(inside.subList(0, Math.max(0, inside.indexOf(now.stage()))));
                yield now.step() + Math.min(1, (before + now.progress() * now.stage().seconds()) / seconds(inside));
            }
        };
    }

    /// How many steps the run has.
    int steps() {
        return run.size();
    }

    private static double seconds(List<Stage> stages) {
        return stages.stream().mapToDouble(Stage::seconds).sum();
    }

    /// Lets the film run on by `elapsed` seconds of the wall clock. After its end it begins again with the told step, or
    /// stops there.
    void advance(double elapsed) {
        if (!isPlaying() || held) {
            return;
        }
        boolean atEnd = playhead().equals(story.beats().getLast().end());
        seconds += elapsed * speed.get();
        if (seconds >= story.seconds()) {
            if (looping.get() || atEnd) {
                seconds = 0;
            } else {
                showEnd();
                playing.set(false);
                return;
            }
        }
        Playhead next = story.at(seconds);
        playhead.set(stills ? new Playhead(next.step(), next.stage(), 1) : next);
    }

    /// Stops the film while something is being dragged, without pausing it.
    void hold(boolean hold) {
        held = hold;
    }

    /// Shows every stage complete from its first moment on, for people who asked for less motion.
    void showStills(boolean show) {
        stills = show;
    }

    void togglePlaying() {
        playing.set(!isPlaying());
    }

    /// Begins to tell `step` in stages.
    void tellFromStart(int step) {
        tell(step);
        seek(new Playhead(told, Stage.START, 0));
    }

    /// Goes to a stage of the told step, complete when the film stands still and at its beginning when it runs.
    void goTo(Stage stage) {
        seek(new Playhead(told, nearest(stage), isPlaying() ? 0 : 1));
    }

    /// Goes to another step and tells that one: in the same stage when the film stands still, from the start when it
    /// runs.
    void goToStep(int step) {
        Stage stage = playhead().stage();
        tell(step);
        goTo(isPlaying() ? Stage.START : stage);
    }

    /// Goes to the step nearest to a place along the run, see [#position], or to the end, and stays in the same stage.
    void scrub(double place) {
        int step = (int) Math.round(place);
        if (step >= run.size()) {
            goToEnd();
        } else if (step != playhead().step() || playhead().stage() == Stage.END) {
            goToStep(step);
        }
    }

    /// Goes to a place along the run, see [#position], into the stages of its step.
    void scrubIntoStages(double place) {
        if (place >= run.size()) {
            goToEnd();
            return;
        }
        tell((int) place);
        double left = (place - told) * seconds(stages());
        for (Stage stage : stages()) {
            if (left <= stage.seconds()) {
                seek(new Playhead(told, stage, Math.clamp(left / stage.seconds(), 0, 1)));
                return;
            }
            left -= stage.seconds();
        }
        seek(new Playhead(told, stages().getLast(), 1));
    }

    void stepForward() {
        goToStep(playhead().step() + 1);
    }

    void stepBack() {
        goToStep(playhead().step() - 1);
    }

    /// To the next stage; from the last stage of a step to the next step, from the last step to the end.
    void stageForward() {
        Playhead now = playhead();
        int index = stages().indexOf(now.stage());
        boolean inside = index >= 0 && index < stages().size() - 1;
        if (inside) {
            goTo(stages().get(index + 1));
        } else if (now.step() == run.size() - 1) {
            goToEnd();
        } else {
            tell(now.step() + 1);
            goTo(Stage.START);
        }
    }

    /// To the stage before; from the start of a step to the last stage of the step before.
    void stageBack() {
        Playhead now = playhead();
        int index = stages().indexOf(now.stage());
        if (index > 0) {
            goTo(stages().get(index - 1));
        } else if (now.stage() == Stage.END) {
            tell(run.size() - 1);
            goTo(stages().getLast());
        } else if (now.stage() == Stage.MOVE || now.step() == 0) {
            tell(now.step());
            goTo(Stage.START);
        } else {
            tell(now.step() - 1);
            goTo(stages().getLast());
        }
    }

    void goToBeginning() {
        tell(0);
        goTo(Stage.START);
    }

    void goToEnd() {
        seek(new Playhead(run.size() - 1, Stage.END, isPlaying() ? 0 : 1));
    }

    /// Takes a part of the run for the film, and goes to its beginning.
    ///
    /// @param step the one that is told in stages
    void tellPart(Story part, int step) {
        tell(step);
        story = part;
        seconds = 0;
        playhead.set(story.at(0));
    }

    /// Goes to the end of the film.
    void showEnd() {
        seconds = story.seconds();
        playhead.set(story.beats().getLast().end());
    }

    /// Shows a moment that need not be in the film, on the way between two.
    void pass(Playhead moment) {
        playhead.set(moment);
    }

    private void seek(Playhead to) {
        seconds = story.secondsAt(to);
        playhead.set(to);
    }

    private void tell(int step) {
        told = Math.clamp(step, 0, run.size() - 1);
        story = Story.of(run, told);
        stages.set(run.stages(told));
    }

    /// The first step that the film shows at once.
    private int firstPassing() {
        return run.firstPassing(told);
    }

    private Stage nearest(Stage stage) {
        return run.nearest(told, stage);
    }
}
