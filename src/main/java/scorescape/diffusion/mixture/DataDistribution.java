package scorescape.diffusion.mixture;

import java.util.List;
import java.util.random.RandomGenerator;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
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

    public double totalWeight() {
        return components.stream().mapToDouble(Component::weight).sum();
    }

    /// The classes that have a component, in rising order.
    public List<Integer> labels() {
        return components.stream().map(Component::label).distinct().sorted().toList();
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

    /// The distribution of `x_t` at a noise level.
    public NoisedDistribution noised(NoiseLevel level) {
        return new NoisedDistribution(this, level);
    }

    public Bounds bounds() {
        return components.stream().map(Component::bounds).reduce(Bounds::union).orElseThrow();
    }

    /// A sample of the data with the label of its component.
    public record LabelledPoint(Vec2 at, int label) {}

    /// `count` independent samples; the same for the same generator state.
    public List<LabelledPoint> sample(int count, RandomGenerator random) {
        double total = totalWeight();
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> {
            double u = random.nextDouble() * total;
            Component chosen = components.getLast();
            for (Component component : components) {
                u -= component.weight();
                if (u < 0) {
                    chosen = component;
                    break;
                }
            }
            return new LabelledPoint(sampleOf(chosen, random), chosen.label());
        }).toList();
    }

    private static Vec2 sampleOf(Component component, RandomGenerator random) {
        return switch (component) {
            case GaussianComponent g -> {
                SymMat2 s = g.covariance();
                double l11 = Math.sqrt(s.xx());
                double l21 = s.xy() / l11;
                double l22 = Math.sqrt(Math.max(0, s.yy() - l21 * l21));
                double z1 = random.nextGaussian();
                double z2 = random.nextGaussian();
                yield g.mean().plus(new Vec2(l11 * z1, l21 * z1 + l22 * z2));
            }
            case RectangleComponent r -> {
                Vec2 axis = Vec2.ofAngle(r.angle());
                double u = (2 * random.nextDouble() - 1) * r.halfSize().x();
                double v = (2 * random.nextDouble() - 1) * r.halfSize().y();
                yield r.centre().plus(axis.times(u)).plus(axis.perpendicular().times(v));
            }
            case PointComponent p -> p.at();
            case PointCloud c -> c.point(random.nextInt(c.size()));
        };
    }
}
