package scorescape.figure;

import java.awt.Color;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ThemeTest {

    /// WCAG 2.2, success criterion 1.4.3: contrast of text.
    private static final double TEXT_CONTRAST = 4.5;

    /// WCAG 2.2, success criterion 1.4.11: contrast of what one must see to understand a graphic.
    private static final double GRAPHIC_CONTRAST = 3;

    @ParameterizedTest
    @EnumSource
    void textIsLegibleOnEveryGround(Theme theme) {
        for (Role ground : new Role[]{Role.BACKGROUND, Role.PANEL, Role.DENSITY}) {
            assertTrue(contrast(theme.color(Role.TEXT), theme.color(ground)) >= TEXT_CONTRAST, ground::name);
        }
        assertTrue(contrast(theme.color(Role.MUTED), theme.color(Role.BACKGROUND)) >= TEXT_CONTRAST);
    }

    @ParameterizedTest
    @EnumSource
    void arrowsAndDotsStandOutFromTheBackground(Theme theme) {
        for (Role role : EnumSet.of(Role.STATE, Role.UNCONDITIONAL, Role.CONDITIONAL, Role.SCALED_DIFFERENCE,
                Role.COMBINED, Role.NOISE)) {
            assertTrue(contrast(theme.color(role), theme.color(Role.BACKGROUND)) >= GRAPHIC_CONTRAST, role::name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rolesInOnePictureHaveColoursOfTheirOwn(Theme theme) {
        Set<Role> roles = EnumSet.range(Role.STATE, Role.OTHER_NOISE);
        roles.remove(Role.POSTERIOR);
        Set<Color> colours = new HashSet<>();
        roles.forEach(role -> colours.add(theme.color(role)));

        assertEquals(roles.size(), colours.size());
    }

    @Test
    void theEighthClassHasTheColourOfTheFirst() {
        assertEquals(Theme.LIGHT.classColor(0), Theme.LIGHT.classColor(7));
    }

    /// The ratio of relative luminances as WCAG 2.2 defines it.
    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
