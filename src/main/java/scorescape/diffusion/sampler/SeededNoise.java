package scorescape.diffusion.sampler;

import scorescape.math.Vec2;

/// Reproducible noise: a hash of (seed, particle, step, draw) turned into two normals by the Box–Muller transform.
///
/// The hash is the finaliser of SplitMix64 (Steele, Lea & Flood 2014), applied once per argument. Nothing is stored, so
/// any draw can be asked for in any order and on any thread.
public record SeededNoise(long seed) implements NoiseSource {

    @Override
    public Vec2 at(int particle, int step, int draw) {
        long state = NormalLoops.mix(
                NormalLoops.mix(NormalLoops.mix(NormalLoops.mix(seed) + particle) + step) + draw);
        double radius = Math.sqrt(-2 * Math.log(NormalLoops.unit(NormalLoops.mix(state))));
        double angle = 2 * Math.PI * NormalLoops.unit(NormalLoops.mix(state + NormalLoops.GOLDEN_GAMMA));
        return Vec2.ofAngle(angle).times(radius);
    }

    /// The same numbers within 1e-12, some six times faster than one by one.
    @Override
    public void fill(int first, int count, int step, int draw, double[] x, double[] y) {
        var loops = new NormalLoops();
        long mixed = NormalLoops.mix(seed);
        for (int i = 0; i < count; i += NormalLoops.SIZE) {
            loops.fill(mixed, first + i, step, draw, x, y, i, Math.min(NormalLoops.SIZE, count - i));
        }
    }
}
