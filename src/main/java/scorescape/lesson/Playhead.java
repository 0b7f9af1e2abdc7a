package scorescape.lesson;

import scorescape.math.Numerics;

/// A moment of a run: how far into which stage of which step.
///
/// @param step 0 for the noisiest step
/// @param progress in `[0, 1]`: how much of the stage has passed
public record Playhead(int step, Stage stage, double progress) {

    /// The part of the noise stage after which the density melts into that of the next level.
    private static final double MELTING_STARTS = 0.75;

    public Playhead {
        if (step < 0) {
            throw new IllegalArgumentException("step must not be negative: " + step);
        }
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException("progress must be in [0, 1]: " + progress);
        }
    }

    /// Where between the states of the run the picture is: `k` at the state that step `k` starts from. It rests until the
    /// noise is told, then the picture melts into that of the next state.
    public double position() {
        double melted = Numerics.smoothstep((progress - MELTING_STARTS) / (1 - MELTING_STARTS));
        return step + switch (stage) {
            case NOISE -> melted;
            case PREDICT_AGAIN, END -> 1;
            case NEXT -> 1 + melted;
            case MOVE -> progress;
            default -> 0;
        };
    }
}
