/// Classifiers that are not exact: fitted to samples, as an honest example of a trained one. [LogisticFit] is the
/// recipe, [LogisticClassifier] what comes of it.
///
/// The exact classifiers are those of the data themselves,
/// [scorescape.diffusion.mixture.NoisedDistribution#logPosterior].
@NullMarked
package scorescape.diffusion.classifier;

import org.jspecify.annotations.NullMarked;
