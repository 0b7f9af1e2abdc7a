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
import static org.junit.jupiter.api.Assertions.assertThrows;

class ItemFieldTest {

    private static final GaussianComponent BELL =
            new GaussianComponent(0.5, 2, new Vec2(1, -2), new SymMat2(2, 0.5, 1));

    private final Map<String, ItemField> fields = ItemField.of(BELL).stream()
            .collect(Collectors.toMap(field -> field.parameter().name(), Function.identity()));

    @Test
    void aCovarianceIsReadAndTypedExactly() {
        assertEquals(0.5, get("covariance12", BELL));

        Component typed = set("covariance22", set("covariance12", set("covariance11", BELL, 3.25), -0.125), 0.1);

        assertEquals(new GaussianComponent(0.5, 2, new Vec2(1, -2), new SymMat2(3.25, -0.125, 0.1)), typed);
    }

    @Test
    void aCovarianceThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> set("covariance12", BELL, 1.5));
    }

    @Test
    void covarianceAndAxesAreTheSameEllipse() {
        Component typed = set("angle", set("sigma2", set("sigma1", BELL, 2), 1), 90);

        assertEquals(1, get("covariance11", typed), 1e-14);
        assertEquals(0, get("covariance12", typed), 1e-14);
        assertEquals(4, get("covariance22", typed), 1e-14);
        assertEquals(2, Covariances.ellipse(((GaussianComponent) typed).covariance()).major(), 1e-14);
    }

    private double get(String name, Component component) {
        return field(name).get().applyAsDouble(component);
    }

    private Component set(String name, Component component, double value) {
        return field(name).set().apply(component, value);
    }

    private ItemField field(String name) {
        return Objects.requireNonNull(fields.get(name));
    }
}
