/// What a model says of noisy states: the truth, or the truth with a known fault.
///
/// A [NoisedModel] holds the exact law of the data at every level, and the [ScoreModel] that a run believes. Every
/// sampler and every rule can be run with an imperfect one, for single trajectories and for bundles: give it to the
/// run's process. Score models are values of named parameters and a seed, and one with a fault holds the one it spoils.
///
/// What is imperfect is the score, and with it every prediction. Classifiers are models of their own and stay what they
/// are.
@NullMarked
package scorescape.diffusion.model;

import org.jspecify.annotations.NullMarked;
