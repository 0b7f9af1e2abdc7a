package scorescape.figure;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Thumbnail;
import scorescape.math.Numerics;
import scorescape.math.Vec2;

/// What the images of the components look like at the points of a run.
///
/// A component stands for its image, wherever in it a point is. So at `x₀` there is the image of the component that the
/// run reaches; at `x_t` there is `α` times that image plus noise of level `σ`, as the data is noised; and at `x̂₀` there
/// is the average of all images under the responsibilities `p(k|x_t)`, blurred as every expectation is. Brightness runs
/// from −1 to 1, as is usual for images.
final class PointPictures {

    private static final int SIZE = Thumbnail.SIZE;
    private static final int CHANNELS = 3 * SIZE * SIZE;

    private final Document document;

    /// The items that count, in the order of the components of the data.
    private final List<DataItem> items;

    private final @Nullable Thumbnail reached;

    private PointPictures(Document document, List<DataItem> items, Trajectory run) {
        this.document = document;
        this.items = items;
        reached = likeliest(run.steps().getLast().to(), run.end());
    }

    /// @return null if no component that counts has an image
    static @Nullable PointPictures of(Document document, Trajectory run) {
        List<DataItem> items = document.items().stream().filter(DataItem::counts).toList();
        return items.stream().allMatch(item -> item.image() == null) ? null : new PointPictures(document, items, run);
    }

    private @Nullable Thumbnail likeliest(NoiseLevel level, Vec2 x) {
        return items.get(Numerics.indexOfLargest(document.data().noised(level).responsibilities(x))).image();
    }

    /// The picture at a state of the run: the one it ends in, noisy; null if that component has none.
    @Nullable
    Raster noisy(NoiseLevel level) {
        if (reached == null) {
            return null;
        }
        // The same noise at every level: the picture comes out of it.
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(document.seed());
        double[] mixed = new double[CHANNELS];
        // A level that does not preserve the variance would be too bright to see.
        double size = Math.hypot(level.alpha(), level.sigma());
        for (int i = 0; i < CHANNELS; i++) {
            mixed[i] = (level.alpha() * brightness(reached, i) + level.sigma() * random.nextGaussian()) / size;
        }
        return raster(mixed);
    }

    /// The picture at a prediction: the average of the images, of those of a class if `label` is not null; null if none
    /// of them has one.
    ///
    /// @param x the state at which the prediction is made
    @Nullable
    Raster expected(NoiseLevel level, Vec2 x, @Nullable Integer label) {
        NoisedDistribution noised = document.data().noised(level);
        double[] shares = noised.responsibilities(x);
        double[] sum = new double[CHANNELS];
        double total = 0;
        for (int k = 0; k < shares.length; k++) {
            Thumbnail image = items.get(k).image();
            if (image == null || (label != null && items.get(k).component().label() != label)) {
                continue;
            }
            total += shares[k];
            for (int i = 0; i < CHANNELS; i++) {
                sum[i] += shares[k] * brightness(image, i);
            }
        }
        if (!(total > 0)) {
            return null;
        }
        for (int i = 0; i < CHANNELS; i++) {
            sum[i] /= total;
        }
        return raster(sum);
    }

    private static double brightness(Thumbnail image, int channel) {
        int pixel = image.pixel(channel / 3 % SIZE, channel / 3 / SIZE);
        return ((pixel >> (8 * (channel % 3))) & 0xFF) / 127.5 - 1;
    }

    private static Raster raster(double[] brightness) {
        int[] pixels = new int[SIZE * SIZE];
        for (int i = 0; i < CHANNELS; i++) {
            long value = Math.round(127.5 * (Math.clamp(brightness[i], -1, 1) + 1));
            pixels[i / 3] |= (int) value << (8 * (i % 3));
        }
        return new Raster(SIZE, SIZE, pixels);
    }
}
