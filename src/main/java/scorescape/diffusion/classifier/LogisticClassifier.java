package scorescape.diffusion.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.DataDistribution.LabelledPoint;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

/// Logistic regression: the log odds of the classes are polynomials in the coordinates.
///
///     p(y|x) = exp(w_y · f(x)) / Σⱼ exp(wⱼ · f(x)),  f(x) = (1, x, y) or (1, x, y, x², xy, y²)
///
/// Fitted to labelled samples by Newton's method on the log likelihood with a ridge penalty. It is what a trained
/// classifier is like: right where it has seen data, sure of itself where it has not.
///
/// Source: Bishop 2006, Pattern Recognition and Machine Learning, section 4.3.4.
public final class LogisticClassifier {

    /// How the classifier may bend.
    public enum Degree {
        LINEAR(3), QUADRATIC(6);

        private final int features;

        Degree(int features) {
            this.features = features;
        }
    }

    private static final int MAX_ITERATIONS = 100;
    private static final double CONVERGED = 1e-9;
    private static final double SMALLEST_STEP = 1e-6;

    private final List<Integer> labels;
    private final Degree degree;

    /// One row of weights for each class.
    private final double[][] weights;

    private LogisticClassifier(List<Integer> labels, Degree degree, double[][] weights) {
        this.labels = labels;
        this.degree = degree;
        this.weights = weights;
    }

    /// Fits to samples of the data under noise.
    ///
    /// @param level the noise the classifier is to know, [NoiseLevel#CLEAN] for none
    /// @param samples how many, at least 1
    /// @param penalty weight of the ridge, per sample: positive and finite. 1e-3 is mild
    /// @param random the same state gives the same classifier
    static LogisticClassifier fit(DataDistribution data, NoiseLevel level, Degree degree, int samples,
            double penalty, RandomGenerator random) {
        List<LabelledPoint> noised = data.sample(samples, random).stream()
                .map(s -> new LabelledPoint(s.at().times(level.alpha()).plus(
                        new Vec2(random.nextGaussian(), random.nextGaussian()).times(level.sigma())), s.label()))
                .toList();
        return fit(noised, data.labels(), degree, penalty);
    }

    /// Fits to given samples.
    ///
    /// @param samples at least one, with labels among `labels`
    /// @param labels the classes to tell apart
    /// @param penalty weight of the ridge, per sample: positive and finite
    private static LogisticClassifier fit(List<LabelledPoint> samples, List<Integer> labels, Degree degree,
            double penalty) {
        if (samples.isEmpty() || labels.isEmpty()) {
            throw new IllegalArgumentException("a classifier needs samples and classes");
        }
        if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty must be positive and finite: " + penalty);
        }
        var fit = new Fit(samples, labels, degree, penalty);
        return new LogisticClassifier(List.copyOf(labels), degree, fit.run());
    }

    /// `ln p(y|x)` by the classifier.
    ///
    /// @throws IllegalArgumentException if the classifier does not know `label`
    public double logPosterior(int label, Vec2 x) {
        double[] logits = logits(weights, features(degree, x));
        return logits[indexOf(label)] - Numerics.logSumExp(logits);
    }

    /// `∇ ln p(y|x)` by the classifier, in 1 / data units.
    ///
    /// @throws IllegalArgumentException if the classifier does not know `label`
    public Vec2 gradient(int label, Vec2 x) {
        double[] outX = new double[1];
        double[] outY = new double[1];
        gradients(label, 1, new double[]{x.x()}, new double[]{x.y()}, outX, outY);
        return new Vec2(outX[0], outY[0]);
    }

    /// The same at many points.
    ///
    /// @param outX at least `count` long, like all arrays
    /// @throws IllegalArgumentException if the classifier does not know `label`
    public void gradients(int label, int count, double[] x, double[] y, double[] outX, double[] outY) {
        int wanted = indexOf(label);
        // Of a linear one the weights of the squares are 0.
        double[][] all = Stream.of(weights)
                .map(w -> Arrays.copyOf(w, Degree.QUADRATIC.features))
                .toArray(double[][]::new);
        double[] logits = new double[all.length];
        for (int i = 0; i < count; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < all.length; c++) {
                double[] w = all[c];
                logits[c] = w[0] + w[1] * x[i] + w[2] * y[i] + w[3] * x[i] * x[i] + w[4] * x[i] * y[i]
                        + w[5] * y[i] * y[i];
                largest = Math.max(largest, logits[c]);
            }
            double sum = 0;
            double sumX = 0;
            double sumY = 0;
            for (int c = 0; c < all.length; c++) {
                double share = Math.exp(logits[c] - largest);
                sum += share;
                sumX += share * slopeX(all[c], x[i], y[i]);
                sumY += share * slopeY(all[c], x[i], y[i]);
            }
            outX[i] = slopeX(all[wanted], x[i], y[i]) - sumX / sum;
            outY[i] = slopeY(all[wanted], x[i], y[i]) - sumY / sum;
        }
    }

    private static double slopeX(double[] w, double x, double y) {
        return w[1] + 2 * w[3] * x + w[4] * y;
    }

    private static double slopeY(double[] w, double x, double y) {
        return w[2] + w[4] * x + 2 * w[5] * y;
    }

    private int indexOf(int label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("the classifier does not know class " + label);
        }
        return index;
    }

    private static double[] features(Degree degree, Vec2 p) {
        double x = p.x();
        double y = p.y();
        return switch (degree) {
            case LINEAR -> new double[]{1, x, y};
            case QUADRATIC -> new double[]{1, x, y, x * x, x * y, y * y};
        };
    }

    private static double[] logits(double[][] weights, double[] features) {
        double[] logits = new double[weights.length];
        for (int c = 0; c < logits.length; c++) {
            for (int i = 0; i < features.length; i++) {
                logits[c] += weights[c][i] * features[i];
            }
        }
        return logits;
    }

    private static double[] softmax(double[] logits) {
        double total = Numerics.logSumExp(logits);
        return Arrays.stream(logits).map(logit -> Math.exp(logit - total)).toArray();
    }

    /// Newton's method, with steps halved until the penalised likelihood grows: it is concave, so that it converges.
    private static final class Fit {

        private final double[][] features;
        private final int[] classes;
        private final int classCount;
        private final int featureCount;
        private final double penalty;

        Fit(List<LabelledPoint> samples, List<Integer> labels, Degree degree, double penalty) {
            features = samples.stream().map(s -> features(degree, s.at())).toArray(double[][]::new);
            classes = samples.stream().mapToInt(s -> labels.indexOf(s.label())).toArray();
            if (Arrays.stream(classes).anyMatch(c -> c < 0)) {
                throw new IllegalArgumentException("a sample has a class that is not to be told apart");
            }
            classCount = labels.size();
            featureCount = degree.features;
            this.penalty = penalty * samples.size();
        }

        double[][] run() {
            double[][] weights = new double[classCount][featureCount];
            double value = value(weights);
            for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
                DMatrixRMaj direction = direction(weights);
                double step = 1;
                double[][] next = moved(weights, direction, step);
                double nextValue = value(next);
                while (nextValue < value && step > SMALLEST_STEP) {
                    step /= 2;
                    next = moved(weights, direction, step);
                    nextValue = value(next);
                }
                if (!(nextValue - value > CONVERGED * classes.length)) {
                    return nextValue > value ? next : weights;
                }
                weights = next;
                value = nextValue;
            }
            return weights;
        }

        /// The penalised log likelihood.
        private double value(double[][] weights) {
            double value = 0;
            for (int s = 0; s < classes.length; s++) {
                double[] logits = logits(weights, features[s]);
                value += logits[classes[s]] - Numerics.logSumExp(logits);
            }
            for (double[] row : weights) {
                for (double w : row) {
                    value -= 0.5 * penalty * w * w;
                }
            }
            return value;
        }

        /// The solution of `(Xᵀ R X + λ I) d = gradient`, weights of all classes in one vector.
        private DMatrixRMaj direction(double[][] weights) {
            int size = classCount * featureCount;
            DMatrixRMaj hessian = CommonOps_DDRM.identity(size);
            CommonOps_DDRM.scale(penalty, hessian);
            var gradient = new DMatrixRMaj(size, 1);
            for (int c = 0; c < classCount; c++) {
                for (int i = 0; i < featureCount; i++) {
                    gradient.set(c * featureCount + i, 0, -penalty * weights[c][i]);
                }
            }
            for (int s = 0; s < classes.length; s++) {
                addSample(softmax(logits(weights, features[s])), s, gradient, hessian);
            }
            var solver = LinearSolverFactory_DDRM.chol(size);
            if (!solver.setA(hessian)) {
                throw new IllegalStateException("the penalised Hessian is not positive definite");
            }
            var direction = new DMatrixRMaj(size, 1);
            solver.solve(gradient, direction);
            return direction;
        }

        private void addSample(double[] shares, int s, DMatrixRMaj gradient, DMatrixRMaj hessian) {
            double[] f = features[s];
            for (int c = 0; c < classCount; c++) {
                double residual = (c == classes[s] ? 1 : 0) - shares[c];
                for (int i = 0; i < featureCount; i++) {
                    int row = c * featureCount + i;
                    gradient.set(row, 0, gradient.get(row, 0) + residual * f[i]);
                    for (int d = 0; d < classCount; d++) {
                        double curvature = shares[c] * ((c == d ? 1 : 0) - shares[d]);
                        for (int j = 0; j < featureCount; j++) {
                            int column = d * featureCount + j;
                            hessian.set(row, column, hessian.get(row, column) + curvature * f[i] * f[j]);
                        }
                    }
                }
            }
        }

        private double[][] moved(double[][] weights, DMatrixRMaj direction, double step) {
            double[][] moved = new double[classCount][featureCount];
            for (int c = 0; c < classCount; c++) {
                for (int i = 0; i < featureCount; i++) {
                    moved[c][i] = weights[c][i] + step * direction.get(c * featureCount + i, 0);
                }
            }
            return moved;
        }
    }
}
