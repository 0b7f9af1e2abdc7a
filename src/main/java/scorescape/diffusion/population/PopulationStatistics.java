package scorescape.diffusion.population;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.analysis.TiltedLaw;
import scorescape.diffusion.sampler.TrajectoryBundle;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// What a bundle of runs has come to, in numbers.
///
/// @param particles how many there are
/// @param diverged how many of them diverged
/// @param classShare share that ended in the class, see [Attribution]
/// @param goodShare share that ended in the [support][ClassSupport] of the class
/// @param modeShares share that ended at each component of the class, in the order of [Target#modes]
/// @param modeEntropy entropy of these shares relative to their sum, in nats: `ln m` if `m` modes are equally likely, 0 if
///     one has all
/// @param covarianceRatio trace of the covariance of the samples that ended in the class, by that of the class itself: 1 for
///     a faithful sampler, 0 for a single point
/// @param energyToClass energy distance from samples of the class, or null if all diverged
/// @param energyToTilted energy distance from samples of the tilted law, or null if all diverged or γ has no meaning
/// @param mean of the ends
/// @param covariance of the ends
/// @param path along the axis of the target
public record PopulationStatistics(int particles, int diverged, double classShare, double goodShare,
        List<Double> modeShares, double modeEntropy, double covarianceRatio, @Nullable EnergyDistance energyToClass,
        @Nullable EnergyDistance energyToTilted, Vec2 mean, SymMat2 covariance, ProjectedPath path) {

    public PopulationStatistics {
        modeShares = List.copyOf(modeShares);
    }

    /// Measures a bundle.
    ///
    /// @param tilted the law that the guidance is meant to sample, or null
    public static PopulationStatistics of(TrajectoryBundle bundle, Target target, @Nullable TiltedLaw tilted) {
        // Half of the work each, and nothing in common.
        CompletableFuture<@Nullable EnergyDistance> toClass = CompletableFuture
                .supplyAsync(
                        () -> energy(PlaneSample.ofEnds(bundle, Target.SAMPLE), target.sampleX(), target.sampleY()));
        CompletableFuture<@Nullable EnergyDistance> toTilted = CompletableFuture
                .supplyAsync(() -> tilted == null ? null : energyTo(tilted, PlaneSample.ofEnds(bundle, Target.SAMPLE)));
        PlaneSample ends = PlaneSample.ofEnds(bundle, bundle.particles());
        Attribution attribution = Attribution.of(target.data(), ends.x(), ends.y());
        int count = ends.count();
        double[] modes = new double[target.data().components().size()];
        double[] ownX = new double[count];
        double[] ownY = new double[count];
        int own = 0;
        int good = 0;
        for (int i = 0; i < count; i++) {
            modes[attribution.mode(i)]++;
            if (attribution.label(i) == target.label()) {
                ownX[own] = ends.x()[i];
                ownY[own] = ends.y()[i];
                own++;
            }
            if (target.support().contains(ends.at(i))) {
                good++;
            }
        }
        double all = bundle.particles();
        List<Double> modeShares = new ArrayList<>();
        target.modes().forEach(k -> modeShares.add(modes[k] / all));
        double spread = target.moments().covariance().trace();
        double ownSpread = Moments.of(ownX, ownY, own).covariance().trace();
        Moments moments = Moments.of(ends.x(), ends.y(), count);
        return new PopulationStatistics(bundle.particles(), bundle.divergedCount(), own / all, good / all, modeShares,
                entropy(modeShares), spread > 0 ? ownSpread / spread : 1, toClass.join(), toTilted.join(),
                moments.mean(), moments.covariance(), ProjectedPath.of(bundle, target.axis()));
    }

    /// `−Σ pᵢ ln pᵢ` of shares relative to their sum.
    static double entropy(List<Double> shares) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        return shares.stream().mapToDouble(share -> share > 0 ? -share / sum * Math.log(share / sum) : 0).sum();
    }

    private static @Nullable EnergyDistance energy(PlaneSample ends, double[] x, double[] y) {
        return ends.count() == 0 ? null : EnergyDistance.between(ends.x(), ends.y(), x, y);
    }

    private static @Nullable EnergyDistance energyTo(TiltedLaw tilted, PlaneSample ends) {
        PlaneSample sample = LawSample.of(tilted, Target.SAMPLE);
        return energy(ends, sample.x(), sample.y());
    }
}
