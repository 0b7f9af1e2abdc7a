package scorescape.export;

/// A guess at how long some work will still take, from what is done of it.
public final class TimeLeft {

    /// Of the work: before, a guess would be wild.
    private static final double GUESS_FROM = 0.05;

    private TimeLeft() {}

    /// @param share of the work that is done, from 0 to 1
    /// @param seconds that it took
    /// @return in seconds, NaN while that cannot be guessed
    public static double of(double share, double seconds) {
        return share < GUESS_FROM ? Double.NaN : seconds * (1 - share) / share;
    }

    /// As people say it: in seconds, and where they are many, in minutes.
    ///
    /// @param seconds finite
    public static String text(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 100 ? whole + " s" : (whole + 59) / 60 + " min";
    }
}
