package scorescape.lesson;

/// A moment of a run: how far into which stage of which step.
///
/// @param step 0 for the noisiest step
/// @param progress in `[0, 1]`: how much of the stage has passed
public record Playhead(int step, Stage stage, double progress) {

    public Playhead {
        if (step < 0) {
            throw new IllegalArgumentException("step must not be negative: " + step);
        }
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException("progress must be in [0, 1]: " + progress);
        }
    }
}
