package scorescape.diffusion.guidance;

import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// The classes of clean, or all but clean, data.
final class CleanClasses {

    private CleanClasses() {}

    /// `∇ ln p(y|x)` at `x`, for data with noise of standard deviation `blur`.
    static Vec2 gradient(GuidanceInput at, int label, double blur, Vec2 x) {
        return at.model().noised(new NoiseLevel(1, blur)).posteriorGradient(label, x);
    }

    /// @throws IllegalArgumentException if `blur` is negative or not finite
    static void requireBlur(double blur) {
        if (!(blur >= 0 && blur < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("blur must be finite and not negative: " + blur);
        }
    }
}
