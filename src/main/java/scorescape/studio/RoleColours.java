package scorescape.studio;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import scorescape.figure.Role;
import scorescape.figure.Theme;

/// The colours of the picture for the controls around it, so that a slider and its arrow have one colour.
///
/// The style sheet knows them as `-role-state`, `-role-unconditional`, ….
final class RoleColours {

    /// How opaque a halo is: three quarters. As a colour, since the opacity of a node is painted by way of an image.
    private static final String HALO = "bf";

    private RoleColours() {}

    /// The style class of a control that takes the colour of `role`.
    static String styleClass(Role role) {
        return "role-" + name(role);
    }

    /// CSS that declares every colour of `theme`, and that of halos, for the root of a scene.
    static String declarations(Theme theme) {
        return Arrays.stream(Role.values())
                .map(role -> "-role-" + name(role) + ": " + css(theme.color(role)) + ";")
                .collect(Collectors.joining(" ", "-halo: " + css(theme.color(Role.BACKGROUND)) + HALO + "; ", ""));
    }

    static String css(Color colour) {
        return "#%02x%02x%02x".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    /// Black or white, whichever is easier to read on `colour`.
    ///
    /// Source: relative luminance and contrast as in WCAG 2.2, where the two are equally far at a luminance of 0.179.
    static String readableOn(Color colour) {
        double luminance = 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        return luminance > 0.179 ? "black" : "white";
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
