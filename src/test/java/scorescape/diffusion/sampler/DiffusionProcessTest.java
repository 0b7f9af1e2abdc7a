package scorescape.diffusion.sampler;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

class DiffusionProcessTest {

    private static final DataDistribution CLOUD = new DataDistribution(List.of(PointCloud.of(1, 0,
            IntStream.range(0, 300).mapToObj(i -> new Vec2(Math.cos(i), Math.sin(i))).toList())));

    @Test
    void whatWasPreparedForALevelIsKept() {
        var process = new DiffusionProcess(CLOUD, TimeGrid.LEADING.levels(new CosineSchedule(), 50));

        List<NoisedDistribution> first = process.levels().stream().map(level -> process.noised(level, 0)).toList();

        for (int i = 0; i < first.size(); i++) {
            assertSame(first.get(i), process.noised(process.level(i), 0));
        }
    }

    /// Four lanes of 5,000 steps over a cloud once took all the memory there is.
    @Test
    void ofThousandsOfLevelsWithManyTermsNotAllIsKept() {
        var process = new DiffusionProcess(CLOUD, TimeGrid.LEADING.levels(new CosineSchedule(), 1000));
        NoisedDistribution first = process.noised(process.level(0));

        process.levels().forEach(process::noised);

        assertNotSame(first, process.noised(process.level(0)));
        assertEquals(first.level(), process.noised(process.level(0)).level());
    }
}
