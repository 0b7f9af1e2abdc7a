/// What many runs do together: statistics of a bundle of particles, and the laws that they are measured by.
///
/// [Target] is what a population is measured by, prepared once: a class, its [support][ClassSupport], an [Axis], samples of
/// the class. [PopulationStatistics] measures one bundle, [GuidanceSweep] one bundle for each of many γ. Laws are compared
/// as [CellMasses], masses of the cells of a grid: histograms of samples, the tilted law, or the law of a guided flow
/// without sampling noise ([GuidedMap]), followed along runs by [RunDensity]. [GaussianPair] is the one case in which that
/// law has a formula, [AutoregressiveLaw] what guidance factor by factor would give. [Commitment] says where starts end and
/// when that is settled, [EmbeddedMixture] what becomes of it all in more dimensions.
///
/// Shares count all particles. Those that diverged are in no class, no mode and no mean.
@NullMarked
package scorescape.diffusion.population;

import org.jspecify.annotations.NullMarked;
