package scorescape.diffusion.mixture;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

/// A data distribution `p₀`: a mixture of shapes with class labels.
///
/// @param components one or more; their weights count relative to their sum
public record DataDistribution(List<Component> components) {

    public DataDistribution {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("a distribution needs at least one component");
        }
        double total = components.stream().mapToDouble(Component::weight).sum();
        if (!(total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weights must have a finite sum");
        }
    }

    /// What the weights of the components are shares of: positive and finite.
    public double totalWeight() {
        return components.stream().mapToDouble(Component::weight).sum();
    }

    /// The classes that have a component, in rising order.
    public List<Integer> labels() {
        return components.stream().map(Component::label).distinct().sorted().toList();
    }

    /// The share of a class in the data, `p(y)`: 0 if no component has `label`.
    public double prior(int label) {
        double own = components.stream().filter(c -> c.label() == label).mapToDouble(Component::weight).sum();
        return own / totalWeight();
    }

    /// The data of one class, `p₀(x|y)`.
    ///
    /// @throws IllegalArgumentException if no component has `label`
    public DataDistribution given(int label) {
        List<Component> own = components.stream().filter(c -> c.label() == label).toList();
        if (own.isEmpty()) {
            throw new IllegalArgumentException("no component has class " + label);
        }
        return new DataDistribution(own);
    }

    /// Whether the clean data have a density everywhere, as mixtures of Gaussians have and points and boxes have not.
    public boolean hasDensity() {
        return components.stream().allMatch(c -> c instanceof GaussianComponent || c instanceof KernelEstimate);
    }

    /// How many terms the mixture has if each point of a cloud is one.
    ///
    /// @param mostOfCloud as which a larger cloud counts, at least 1
    public int terms(int mostOfCloud) {
        return components.stream().mapToInt(component -> switch (component) {
            case PointCloud cloud -> Math.min(cloud.size(), mostOfCloud);
            case KernelEstimate estimate -> Math.min(estimate.points().size(), mostOfCloud);
            default -> 1;
        }).sum();
    }

    /// The distribution of `x_t` at a noise level.
    public NoisedDistribution noised(NoiseLevel level) {
        return new NoisedDistribution(this, level);
    }

    /// The box around those of the components, see [Component#bounds].
    public Bounds bounds() {
        return components.stream().map(Component::bounds).reduce(Bounds::union).orElseThrow();
    }

    /// A sample of the data with the label of its component.
    public record LabelledPoint(Vec2 at, int label) {}

    /// `count` independent samples; the same for the same generator state.
    public List<LabelledPoint> sample(int count, RandomGenerator random) {
        double[] cumulative = cumulativeWeights();
        List<ComponentSampler> samplers = components.stream().map(ComponentSampler::of).toList();
        return Stream.generate(() -> {
            int k = pick(cumulative, random.nextDouble());
            return new LabelledPoint(samplers.get(k).sample(random), components.get(k).label());
        }).limit(count).toList();
    }

    private double[] cumulativeWeights() {
        double[] cumulative = components.stream().mapToDouble(Component::weight).toArray();
        for (int k = 1; k < cumulative.length; k++) {
            cumulative[k] += cumulative[k - 1];
        }
        return cumulative;
    }

    /// The first component whose cumulative weight is above the fraction `u` of the total.
    private static int pick(double[] cumulative, double u) {
        int last = cumulative.length - 1;
        double threshold = u * cumulative[last];
        return IntStream.range(0, last).filter(k -> threshold < cumulative[k]).findFirst().orElse(last);
    }
}
