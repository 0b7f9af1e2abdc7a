package scorescape.export;

import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.lesson.Story;
import scorescape.lesson.Story.Beat;

/// Which moments of a story become frames of a film, and how long each is shown.
///
/// Frame `k` shows the story at `k / framesPerSecond`. Films tell time in hundredths of a second, so a frame is shown
/// from `k / framesPerSecond` to `(k + 1) / framesPerSecond`, each rounded: 30 frames a second last 3, 4, 3, 3, 4, 3, …
/// hundredths, and 90 of them exactly three seconds. The rest at the end of a story stands still and is one frame.
public final class AnimationPlan {

    /// Browsers show a frame of less than two hundredths of a second for ten.
    public static final int MAX_FRAMES_PER_SECOND = 50;

    private final Story story;
    private final int framesPerSecond;
    private final int moving;
    private final double rest;

    private AnimationPlan(Story story, int framesPerSecond, double rest) {
        this.story = story;
        this.framesPerSecond = framesPerSecond;
        this.rest = rest;
        moving = Math.toIntExact(Math.round((story.seconds() - rest) * framesPerSecond));
    }

    /// @param framesPerSecond from 1 to [#MAX_FRAMES_PER_SECOND]
    public static AnimationPlan of(Story story, int framesPerSecond) {
        if (framesPerSecond < 1 || framesPerSecond > MAX_FRAMES_PER_SECOND) {
            throw new IllegalArgumentException("frames per second must be from 1 to " + MAX_FRAMES_PER_SECOND + ": "
                    + framesPerSecond);
        }
        Beat last = story.beats().getLast();
        return new AnimationPlan(story, framesPerSecond, last.stage() == Stage.END ? last.stage().seconds() : 0);
    }

    public int frames() {
        return rest > 0 ? moving + 1 : moving;
    }

    /// What a frame shows.
    public Playhead playhead(int frame) {
        requireFrame(frame);
        return frame == moving ? story.at(story.seconds()) : story.at((double) frame / framesPerSecond);
    }

    /// How long a frame is shown, in hundredths of a second: two or more.
    public int delayCentiseconds(int frame) {
        requireFrame(frame);
        return frame == moving ? (int) Math.round(100 * rest) : centisecondsUntil(frame + 1) - centisecondsUntil(frame);
    }

    /// Length of the film, in hundredths of a second.
    public int centiseconds() {
        return centisecondsUntil(moving) + (int) Math.round(100 * rest);
    }

    private int centisecondsUntil(int frame) {
        return Math.toIntExact(Math.round(100.0 * frame / framesPerSecond));
    }

    private void requireFrame(int frame) {
        if (frame < 0 || frame >= frames()) {
            throw new IllegalArgumentException("the film has " + frames() + " frames, not frame " + frame);
        }
    }
}
