package scorescape.figure;

import java.awt.Color;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import scorescape.document.Layers.ColourMap;
import scorescape.math.Numerics;

/// Colour maps that readers with any colour vision can order, from the table that comes with the program.
final class ColourMaps {

    /// How many shades a ramp has.
    static final int SHADES = 1024;

    private static final String TABLE = "/scorescape/assets/colours/maps.txt";

    /// Up to here a map fades in from the background, so that the empty plane stays as calm as paper.
    private static final double FADE = 0.14;

    private static final Map<ColourMap, int[]> MAPS = read();

    private ColourMaps() {}

    /// @param value from 0 to 1
    static Color colour(ColourMap map, double value) {
        int[] table = MAPS.getOrDefault(map, new int[]{0});
        double place = Math.clamp(value, 0, 1) * (table.length - 1);
        int below = (int) Math.min(place, table.length - 2.0);
        return Pen.mix(new Color(table[below]), new Color(table[below + 1]), place - below);
    }

    /// The colours of densities from none to the most, [#SHADES] of them and the last one again.
    ///
    /// @param opacity what is left of them over the background
    static int[] ramp(ColourMap map, Theme theme, double opacity) {
        Color background = Role.BACKGROUND.in(theme);
        int[] shades = new int[SHADES + 1];
        for (int i = 0; i <= SHADES; i++) {
            double value = Math.min(1, (double) i / (SHADES - 1));
            Color shade = map == ColourMap.THEME
                    ? Pen.mix(background, Role.DENSITY.in(theme), value * opacity)
                    : Pen.mix(background, colour(map, value), Numerics.smoothstep(value / FADE) * opacity);
            shades[i] = shade.getRGB();
        }
        return shades;
    }

    private static Map<ColourMap, int[]> read() {
        Map<ColourMap, int[]> maps = new EnumMap<>(ColourMap.class);
        try (InputStream in = ColourMaps.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the program comes without its colour maps " + TABLE);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int[] table = new int[0];
            int filled = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                if (line.matches("[a-z]+")) {
                    table = new int[256];
                    filled = 0;
                    maps.put(ColourMap.valueOf(line.toUpperCase(Locale.ROOT)), table);
                } else {
                    for (String colour : line.split(" ", -1)) {
                        table[filled++] = Integer.parseInt(colour, 16);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the colour maps " + TABLE, e);
        }
        return maps;
    }
}
