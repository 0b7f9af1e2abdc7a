package scorescape.export;

import scorescape.lesson.Stage;

/// How a film passes.
///
/// @param framesPerSecond from 1 to [#MAX_FRAMES_PER_SECOND]
/// @param holdSeconds how long the end stands still, from 0 to [#MAX_HOLD]
/// @param pingPong whether the film then runs back to its beginning
/// @param plays how often it is played, up to [#MAX_PLAYS]; 0 for without end. An MP4 does not know it
public record Pace(double framesPerSecond, double holdSeconds, boolean pingPong, int plays) {

    /// Browsers show a frame of less than two hundredths of a second for ten.
    public static final int MAX_FRAMES_PER_SECOND = 50;

    /// In seconds.
    public static final int MAX_HOLD = 60;

    /// What a GIF can say.
    public static final int MAX_PLAYS = 65_536;

    private static final int CENTISECONDS = 100;

    public Pace {
        if (!(framesPerSecond >= 1 && framesPerSecond <= MAX_FRAMES_PER_SECOND)) {
            throw new IllegalArgumentException("frames per second must be from 1 to " + MAX_FRAMES_PER_SECOND + ": "
                    + framesPerSecond);
        }
        if (!(holdSeconds >= 0 && holdSeconds <= MAX_HOLD)) {
            throw new IllegalArgumentException(
                    "the end must be held for 0 to " + MAX_HOLD + " seconds: " + holdSeconds);
        }
        if (plays < 0 || plays > MAX_PLAYS) {
            throw new IllegalArgumentException("a film is played up to " + MAX_PLAYS + " times, or 0 for without end: "
                    + plays);
        }
    }

    /// With a rest at the end, again and again.
    public static Pace of(double framesPerSecond) {
        return new Pace(framesPerSecond, Stage.END.seconds(), false, 0);
    }

    /// The same with frames that all last the same number of hundredths of a second: the nearest that has them.
    public Pace even() {
        return new Pace((double) CENTISECONDS / Math.round(CENTISECONDS / framesPerSecond), holdSeconds, pingPong,
                plays);
    }
}
