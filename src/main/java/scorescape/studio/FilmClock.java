package scorescape.studio;

import javafx.animation.AnimationTimer;

/// Lets the film run on with the time of the wall clock while it is playing.
final class FilmClock extends AnimationTimer {

    /// After a longer pause, such as a window that was hidden, the film goes on where it was.
    private static final double LONGEST_TICK = 0.25;

    private static final double SECONDS_PER_NANO = 1e-9;

    private final Playback playback;
    private long before;

    FilmClock(Playback playback) {
        this.playback = playback;
        playback.playingProperty().subscribe(playing -> {
            if (playing) {
                start();
            } else {
                stop();
            }
        });
    }

    @Override
    public void start() {
        before = 0;
        super.start();
    }

    @Override
    public void handle(long now) {
        double elapsed = before == 0 ? 0 : (now - before) * SECONDS_PER_NANO;
        before = now;
        playback.advance(Math.min(elapsed, LONGEST_TICK));
    }
}
