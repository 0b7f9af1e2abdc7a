package scorescape.studio;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.Covariances;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ItemFieldTest {

    private static final GaussianComponent BELL =
            new GaussianComponent(0.5, 2, new Vec2(1, -2), new SymMat2(2, 0.5, 1));

    private final Map<String, ItemField> fields = ItemField.of(BELL).stream()
            .collect(Collectors.toMap(field -> field.parameter().name(), Function.identity()));

    @Test
    void axesAndAngleGiveTheEllipseOfACovariance() {
        Component typed = set("angle", set("sigma2", set("sigma1", BELL, 2), 1), 90);

        SymMat2 covariance = ((GaussianComponent) typed).covariance();
        assertEquals(1, covariance.xx(), 1e-14);
        assertEquals(0, covariance.xy(), 1e-14);
        assertEquals(4, covariance.yy(), 1e-14);
        assertEquals(2, Covariances.ellipse(covariance).major(), 1e-14);
    }

    private Component set(String name, Component component, double value) {
        return field(name).set().apply(component, value);
    }

    private ItemField field(String name) {
        return Objects.requireNonNull(fields.get(name));
    }
}
