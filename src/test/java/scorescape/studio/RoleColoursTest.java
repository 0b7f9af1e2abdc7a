package scorescape.studio;

import java.awt.Color;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescape.figure.Role;
import scorescape.figure.Theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RoleColoursTest {

    /// Contrast of black and of white by the formula of WCAG 2.2: blue 4.05 and 5.19, orange 9.33 and 2.25.
    @ParameterizedTest
    @CsvSource({"0072B2, white", "E69F00, black", "000000, white", "FFFFFF, black"})
    void textOnAColourHasTheLargerContrast(String colour, String text) {
        assertEquals(text, RoleColours.readableOn(new Color(Integer.parseInt(colour, 16))));
    }

    @Test
    void styleSheetIsToldEveryRole() {
        String declarations = RoleColours.declarations(Theme.LIGHT);

        for (Role role : Role.values()) {
            String name = "-role-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-') + ": #";
            assertTrue(declarations.contains(name), () -> name + " in " + declarations);
        }
    }
}
