package scorescape.diffusion.sampler;

import scorescape.math.Vec2;

/// Standard normal noise in the plane, given by where it is used.
@FunctionalInterface
public interface NoiseSource {

    /// The step number that stands for the start of a run.
    int START = -1;

    /// The draw that a step uses; higher ones are the draws it might have used.
    int CHOSEN = 0;

    /// @param particle which particle of a bundle
    /// @param step which step of the run, or [#START]
    /// @param draw [#CHOSEN] for the noise used, 1, 2, … for other draws of the same step, [#ofMove] for the noise of a
    ///     move inside the step
    Vec2 at(int particle, int step, int draw);

    /// Fills `x` and `y` with the draws of `count` particles, from `first` on: the numbers of [#at], up to rounding.
    default void fill(int first, int count, int step, int draw, double[] x, double[] y) {
        for (int i = 0; i < count; i++) {
            Vec2 noise = at(first + i, step, draw);
            x[i] = noise.x();
            y[i] = noise.y();
        }
    }

    /// The draw that the move with number `move` of a step uses: [#CHOSEN] for the first, −1, −2, … for later ones.
    static int ofMove(int move) {
        return CHOSEN - move;
    }
}
