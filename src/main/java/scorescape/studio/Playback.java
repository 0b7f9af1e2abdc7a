package scorescape.studio;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import scorescape.lesson.Playhead;
import scorescape.lesson.RunShape;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;
import scorescape.lesson.Telling;
import scorescape.math.Numerics;

/// Where the film is and whether it runs: the state of the view that is neither saved nor undone.
///
/// Knows no clock and no toolkit. Whoever has a clock calls [#advance]; a held film (something is being dragged) stays
/// where it is. A jump by hand shows a stage complete, with its arrows grown; playing on goes to the next one.
final class Playback {

    private RunShape run = RunShape.ancestral(1, Telling.PLAIN);
    private final ReadOnlyObjectWrapper<Playhead> playhead =
            new ReadOnlyObjectWrapper<>(new Playhead(0, Stage.START, 0));
    private final ReadOnlyObjectWrapper<List<Stage>> stages =
            new ReadOnlyObjectWrapper<>(run.stages(0));
    private final BooleanProperty playing = new SimpleBooleanProperty();
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

    /// Lets the film run on by `elapsed` seconds; after its end it begins again with the told step.
    void advance(double elapsed) {
        if (!isPlaying() || held) {
            return;
        }
        seconds += elapsed;
        if (seconds >= story.seconds()) {
            seconds = 0;
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

    private void seek(Playhead to) {
        seconds = story.secondsAt(to);
        playhead.set(to);
    }

    private void tell(int step) {
        told = (int) Numerics.clamp(step, 0, run.size() - 1);
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
