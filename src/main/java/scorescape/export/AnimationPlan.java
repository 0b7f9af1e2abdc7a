package scorescape.export;

import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;
import scorescape.lesson.Story.Beat;

/// Which moments of a story become frames of a film, and how long each is shown.
///
/// Frame `k` shows the story at `k / framesPerSecond`. Films tell time in hundredths of a second, so a frame is shown
/// from `k / framesPerSecond` to `(k + 1) / framesPerSecond`, each rounded: 30 frames a second last 3, 4, 3, 3, 4, 3, …
/// hundredths, and 90 of them exactly three seconds. The end stands still and is one frame; after it a film may run back.
final class AnimationPlan {

    private final Story story;
    private final Pace pace;

    /// Frames on the way to the end.
    private final int moving;

    /// 1 if the end is held, else 0.
    private final int resting;

    private AnimationPlan(Story story, Pace pace, double seconds) {
        this.story = story;
        this.pace = pace;
        moving = Math.max(1, Math.toIntExact(Math.round(seconds * pace.framesPerSecond())));
        resting = restCentiseconds() > 0 ? 1 : 0;
    }

    static AnimationPlan of(Story story, Pace pace) {
        Beat last = story.beats().getLast();
        return new AnimationPlan(story, pace,
                story.seconds() - (last.stage() == Stage.END ? last.stage().seconds() : 0));
    }

    int frames() {
        // Neither the end nor the beginning is shown twice.
        return moving + resting + (pace.pingPong() ? Math.max(0, moving + resting - 2) : 0);
    }

    /// What a frame shows.
    Playhead playhead(int frame) {
        requireFrame(frame);
        int shown = frame < moving + resting ? frame : frames() - frame;
        return shown == moving ? story.at(story.seconds()) : story.at(shown / pace.framesPerSecond());
    }

    /// How long a frame is shown, in hundredths of a second: two or more, unless the end is held for one.
    int delayCentiseconds(int frame) {
        requireFrame(frame);
        if (frame == moving && resting == 1) {
            return restCentiseconds();
        }
        int moved = frame < moving ? frame : frame - resting;
        return centisecondsUntil(moved + 1) - centisecondsUntil(moved);
    }

    private int restCentiseconds() {
        return (int) Math.round(100 * pace.holdSeconds());
    }

    private int centisecondsUntil(int moved) {
        return Math.toIntExact(Math.round(100 * moved / pace.framesPerSecond()));
    }

    private void requireFrame(int frame) {
        if (frame < 0 || frame >= frames()) {
            throw new IllegalArgumentException("the film has " + frames() + " frames, not frame " + frame);
        }
    }
}
