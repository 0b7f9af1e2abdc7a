/// Data sets that people know, made from a few named parameters and a seed.
///
/// A [Generator] is a value; [Generator#generate] makes its [scorescape.diffusion.mixture.DataDistribution], always the
/// same for the same seed. Shapes that have a closed form are made of it: a checkerboard is rectangles, a sketch is
/// segments. The others are kernel estimates over drawn points.
@NullMarked
package scorescape.diffusion.generator;

import org.jspecify.annotations.NullMarked;
