package scorescape.diffusion.mixture;

import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// What the noised distribution says at one point `x_t`.
///
/// @param logDensity `ln p_t(x_t)`, `p_t` in 1 / data units squared
/// @param score `∇ ln p_t(x_t)`, in 1 / data units
/// @param denoised `x̂₀ = E[x₀ | x_t]`, in data units
/// @param covariance `Cov[x₀ | x_t]`, in data units squared
public record PointEstimate(double logDensity, Vec2 score, Vec2 denoised, SymMat2 covariance) {}
