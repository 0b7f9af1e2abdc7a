package scorescape.figure;

import scorescape.lesson.Stage;
import scorescape.math.Numerics;

/// How far the marks of the stages have come at one moment.
///
/// @param stage the one that is being told; those before it are complete, those after it have not begun
/// @param elapsed seconds into it at normal speed
record StageClock(Stage stage, double elapsed) {

    /// What is left of a mark that a later stage dims.
    private static final double DIMMED = 0.15;

    /// What is left of a prediction that a newer one has followed: it is still compared with.
    private static final double REMEMBERED = 0.4;

    private static final double DIMMING_SECONDS = 0.4;

    /// How complete a change is that begins `delay` seconds into `in` and takes `seconds`: from 0 to 1, with a soft
    /// start and end.
    double done(Stage in, double delay, double seconds) {
        int order = stage.compareTo(in);
        if (order != 0) {
            return order > 0 ? 1 : 0;
        }
        return Numerics.smoothstep((elapsed - delay) / seconds);
    }

    /// The opacity of a mark that fades when stage `in` begins: 1 before, then [#DIMMED].
    double dimmed(Stage in) {
        return 1 - (1 - DIMMED) * done(in, 0, DIMMING_SECONDS);
    }

    /// The opacity of a prediction that a newer one follows: 1 before, then [#REMEMBERED].
    double remembered() {
        return 1 - (1 - REMEMBERED) * done(Stage.PREDICT_AGAIN, 0, DIMMING_SECONDS);
    }
}
