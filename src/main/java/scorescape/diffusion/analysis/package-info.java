/// What can be worked out about a model: conversions between predictions, the tilted law.
///
/// [Prediction] turns what a network may predict into one another. [TiltedLaw] is the law that guidance is often said to
/// sample, on a grid, clean and noised.
@NullMarked
package scorescape.diffusion.analysis;

import org.jspecify.annotations.NullMarked;
