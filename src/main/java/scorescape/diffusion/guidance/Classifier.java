package scorescape.diffusion.guidance;

import scorescape.diffusion.classifier.LogisticFit;
import scorescape.math.Vec2;

/// What a rule may take for `∇ ln p(y|x_t)`: the exact gradient, or one of a classifier with a known fault.
public sealed interface Classifier {

    /// The gradient at the state, in 1 / data units.
    Vec2 gradient(GuidanceInput at, int label);

    /// The exact classifier of noisy states, `∇ ln p_t(y|x_t)`.
    record Exact() implements Classifier {

        @Override
        public Vec2 gradient(GuidanceInput at, int label) {
            return at.model().noised(at.level()).posteriorGradient(label, at.x());
        }
    }

    /// A classifier of clean data, asked about a noisy state all the same: `∇ ln p₀(y|x)` at `x = x_t`. It is sure of
    /// itself where the exact one is not.
    ///
    /// @param blur standard deviation of the noise that the classifier was taught with, in data units. 0 is clean data:
    ///     for Gaussian data only, since boxes and points have no density between them
    record Clean(double blur) implements Classifier {

        public Clean {
            CleanClasses.requireBlur(blur);
        }

        @Override
        public Vec2 gradient(GuidanceInput at, int label) {
            return CleanClasses.gradient(at, label, blur, at.x());
        }
    }

    /// A trained classifier, and an honest one: logistic regression on samples of the data, asked at `x_t` itself. It is right
    /// about where it has seen samples, and guesses boldly elsewhere.
    record Fitted(LogisticFit fit) implements Classifier {

        @Override
        public Vec2 gradient(GuidanceInput at, int label) {
            return at.model().classifier(fit).gradient(label, at.x());
        }
    }

    /// Another classifier made too sure of itself: its log odds, and so its gradient, times a factor.
    ///
    /// @param factor above 1 for over-confidence, below for doubt; in `[0, MAX_FACTOR]`
    record Overconfident(Classifier classifier, double factor) implements Classifier {

        public static final double MAX_FACTOR = 100;

        public Overconfident {
            if (!(factor >= 0 && factor <= MAX_FACTOR)) {
                throw new IllegalArgumentException("confidence must be from 0 to " + MAX_FACTOR + ": " + factor);
            }
        }

        @Override
        public Vec2 gradient(GuidanceInput at, int label) {
            return classifier.gradient(at, label).times(factor);
        }
    }
}
