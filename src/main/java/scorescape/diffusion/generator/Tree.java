package scorescape.diffusion.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Two classes that branch like trees from the middle in opposite directions: fine structure at every scale, for the
/// questions that autoguidance is about. Each branch is a row of thin Gaussians.
///
/// A look-alike of a published set of 2 × 1,016 Gaussians, with its parameters and other random numbers.
///
/// Source: Karras et al. 2024, arXiv:2406.02507, figure 1.
///
/// @param depth generations of branches, `2^depth − 1` branches a class: from 1 to 7
/// @param gaussians in each branch: from 1 to 8
public record Tree(int depth, int gaussians) implements Generator {

    private static final int MAX_DEPTH = 7;
    private static final int MAX_GAUSSIANS = 8;

    private static final double FIRST_ANGLE = Math.PI / 4;
    private static final Vec2 ORIGIN = new Vec2(0.0030, 0.0325);
    private static final Vec2 SCALE = new Vec2(1.3136, 1.3844);
    private static final double LENGTH = 0.292;
    private static final double THICKNESS = 0.2;
    private static final double SHRINKAGE = 0.8;
    private static final double JITTER = 0.2;
    private static final double SPREAD = 0.7;
    private static final double FIRST_FRACTION = 0.07;
    private static final double LAST_FRACTION = 0.93;
    private static final double GAUSSIAN_SIZE = 0.06;
    private static final double WEIGHT_FALL = 0.5;

    public Tree {
        if (!(depth >= 1 && depth <= MAX_DEPTH)) {
            throw new IllegalArgumentException("depth must be from 1 to " + MAX_DEPTH + ": " + depth);
        }
        if (!(gaussians >= 1 && gaussians <= MAX_GAUSSIANS)) {
            throw new IllegalArgumentException("gaussians must be from 1 to " + MAX_GAUSSIANS + ": " + gaussians);
        }
    }

    @Override
    public DataDistribution generate(long seed) {
        RandomGenerator random = Generator.random(seed);
        List<Component> components = new ArrayList<>();
        grow(0, 0, ORIGIN, FIRST_ANGLE, random, components);
        grow(1, 0, ORIGIN, FIRST_ANGLE + Math.PI, random, components);
        return new DataDistribution(components);
    }

    private void grow(int label, int generation, Vec2 root, double angle, RandomGenerator random,
            List<Component> components) {
        if (generation == depth) {
            return;
        }
        double shrunk = Math.pow(SHRINKAGE, generation);
        double length = LENGTH * shrunk * Math.max(0.2, 1 + JITTER * random.nextGaussian());
        double thickness = THICKNESS * shrunk / length;
        Vec2 axis = Vec2.ofAngle(angle);
        Vec2 reach = new Vec2(axis.x() * SCALE.x(), axis.y() * SCALE.y()).times(length);
        double weight = Math.pow(WEIGHT_FALL, generation) * length;
        for (int i = 0; i < gaussians; i++) {
            double fraction = gaussians == 1
                    ? 0.5
                    : FIRST_FRACTION + (LAST_FRACTION - FIRST_FRACTION) * i / (gaussians - 1);
            components.add(new GaussianComponent(weight, label, root.plus(reach.times(fraction)),
                    covariance(axis, length, thickness)));
        }
        double turn = Math.pow(SPREAD, generation);
        for (int side = -1; side <= 1; side += 2) {
            double bend = side * turn * (1 + JITTER * random.nextGaussian());
            grow(label, generation + 1, root.plus(reach), angle + bend, random, components);
        }
    }

    /// `v vᵀ` along the branch and the thickness across, stretched by the scale of the axes.
    private static SymMat2 covariance(Vec2 axis, double length, double thickness) {
        SymMat2 unit = SymMat2.outer(axis).plus(SymMat2.outer(axis.perpendicular()).times(thickness * thickness));
        Vec2 size = SCALE.times(length * GAUSSIAN_SIZE);
        return new SymMat2(unit.xx() * size.x() * size.x(), unit.xy() * size.x() * size.y(),
                unit.yy() * size.y() * size.y());
    }
}
