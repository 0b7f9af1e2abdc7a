package scorescape.figure;

import java.awt.Color;
import scorescape.document.Layers.ColourMap;

/// A colour of a colour map.
///
/// @param value where in the map, from 0 to 1
public record MapInk(ColourMap map, double value) implements Ink {

    /// How much of the colour of text is in the lines of the theme's own map, which would be too pale as lines.
    private static final double LEAST_TEXT = 0.3;
    private static final double MOST_TEXT = 0.6;

    @Override
    public Color in(Theme theme) {
        return map == ColourMap.THEME
                ? Pen.mix(Role.DENSITY.in(theme), Role.TEXT.in(theme), LEAST_TEXT + (MOST_TEXT - LEAST_TEXT) * value)
                : ColourMaps.colour(map, value);
    }
}
