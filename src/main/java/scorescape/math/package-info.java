/// Plane geometry and stable scalar functions: what every other package counts in.
///
/// [Vec2] is a point or a displacement, [SymMat2] a symmetric matrix (a covariance, a Hessian), [Bounds] an upright
/// box, [Numerics] the scalar functions that would lose digits if written naively, [RoundNumbers] the numbers of scales and
/// grids. Everything is immutable and knows nothing of diffusion.
@NullMarked
package scorescape.math;

import org.jspecify.annotations.NullMarked;
