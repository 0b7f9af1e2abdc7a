package scorescape.diffusion.population;

import scorescape.diffusion.analysis.TiltedLaw;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

/// Guidance applied factor by factor, as autoregressive models do it, beside guidance of the joint law, on one grid.
///
/// The joint law is tilted as a whole, `p(x₁, x₂) p(y|x₁, x₂)^γ / Z`. Factor by factor each conditional is tilted on its own,
///
///     p_γ(x₁) ∝ p(x₁) p(y|x₁)^γ,   p_γ(x₂|x₁) ∝ p(x₂|x₁) p(y|x₁, x₂)^γ
///
/// which differs by the factor that makes the second one a law. At γ = 0 and γ = 1 the two are the same. Both are exact on
/// the grid, up to its cells.
///
/// Source: Dieleman 2022, "Guidance: a cheat code for diffusion models", section "Guidance for autoregressive models".
public final class AutoregressiveLaw {

    /// Which coordinate is drawn first.
    public enum Order {
        X_FIRST, Y_FIRST
    }

    private AutoregressiveLaw() {}

    /// The masses of the cells under guidance of the joint law.
    public static CellMasses joint(Target target, CellMasses.Grid grid, double gamma) {
        return CellMasses.of(grid, target.tilted(gamma));
    }

    /// The masses of the cells under guidance factor by factor.
    public static CellMasses factorwise(Target target, CellMasses.Grid grid, double gamma, Order order) {
        TiltedLaw all = target.tilted(0);
        TiltedLaw given = target.tilted(1);
        TiltedLaw tilted = target.tilted(gamma);
        double logPrior = logPrior(target.data(), target.label());
        int firsts = order == Order.X_FIRST ? all.columns() : all.rows();
        int seconds = order == Order.X_FIRST ? all.rows() : all.columns();
        double[] logs = new double[firsts];
        for (int first = 0; first < firsts; first++) {
            double marginal = logSum(all, order, first, seconds);
            double logPosterior = Math.min(0, logPrior + logSum(given, order, first, seconds) - marginal);
            logs[first] = marginal + gamma * logPosterior;
        }
        double logTotal = Numerics.logSumExp(logs);
        double[] masses = new double[grid.size()];
        for (int first = 0; first < firsts; first++) {
            double normaliser = logSum(tilted, order, first, seconds);
            for (int second = 0; second < seconds; second++) {
                int column = order == Order.X_FIRST ? first : second;
                int row = order == Order.X_FIRST ? second : first;
                Vec2 centre = tilted.centre(column, row);
                int cell = grid.cell(centre.x(), centre.y());
                if (cell >= 0) {
                    masses[cell] += Math.exp(logs[first] - logTotal + tilted.logDensity(column, row) - normaliser);
                }
            }
        }
        return CellMasses.of(masses);
    }

    private static double logSum(TiltedLaw law, Order order, int first, int seconds) {
        double[] terms = new double[seconds];
        for (int second = 0; second < seconds; second++) {
            terms[second] = order == Order.X_FIRST ? law.logDensity(first, second) : law.logDensity(second, first);
        }
        return Numerics.logSumExp(terms);
    }

    private static double logPrior(DataDistribution data, int label) {
        return Math.log(data.prior(label));
    }
}
