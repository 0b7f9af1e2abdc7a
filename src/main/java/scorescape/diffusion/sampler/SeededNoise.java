package scorescape.diffusion.sampler;

import scorescape.math.Vec2;

/// Reproducible noise: a hash of (seed, particle, step, draw) turned into two normals by the Box–Muller transform.
///
/// The hash is the finaliser of SplitMix64 (Steele, Lea & Flood 2014), applied once per argument. Nothing is stored, so
/// any draw can be asked for in any order and on any thread.
public record SeededNoise(long seed) implements NoiseSource {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1p-53;

    @Override
    public Vec2 at(int particle, int step, int draw) {
        long state = mix(mix(mix(mix(seed) + particle) + step) + draw);
        double radius = Math.sqrt(-2 * Math.log(unit(mix(state))));
        double angle = 2 * Math.PI * unit(mix(state + GOLDEN_GAMMA));
        return Vec2.ofAngle(angle).times(radius);
    }

    /// A number in (0, 1], so that its logarithm is finite.
    private static double unit(long bits) {
        return ((bits >>> 11) + 1) * TWO_TO_MINUS_53;
    }

    private static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
