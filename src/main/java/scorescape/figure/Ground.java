package scorescape.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.ClassGrid;

/// Paints what lies under everything: the density in colours, and over it the regions of the classes.
///
/// Both are interpolated between the nodes of a grid in their own values, so that they are smooth. Rows of pixels go to all
/// cores.
final class Ground {

    /// How strongly regions are coloured.
    private static final double REGIONS = 0.2;

    /// Rows of pixels that one thread paints at a time.
    private static final int BAND = 32;

    /// The density as shades of a ramp of colours.
    ///
    /// @param values from 0 to 1, at the nodes of the grid
    /// @param ramp from [ColourMaps#ramp]
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Shades(LawGrid grid, double[] values, int[] ramp) {}

    /// The posterior probabilities of the classes at the nodes, mixed as colours.
    ///
    /// @param channels red, green and blue from 0 to 255, at the nodes
    /// @param opacity of the layer
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Regions(LawGrid grid, double[][] channels, double opacity) {

        /// @param inks of the classes, in the order of the grid's labels
        static Regions of(LawGrid grid, List<ClassInk> inks, Theme theme, double opacity) {
            ClassGrid classes = grid.classes();
            double[][] channels = new double[3][classes.size()];
            double[] posterior = new double[classes.size()];
            for (int c = 0; c < inks.size(); c++) {
                classes.posteriors(classes.labels().get(c), posterior);
                Color colour = inks.get(c).in(theme);
                addProduct(colour.getRed(), posterior, channels[0]);
                addProduct(colour.getGreen(), posterior, channels[1]);
                addProduct(colour.getBlue(), posterior, channels[2]);
            }
            return new Regions(grid, channels, opacity);
        }

        private static void addProduct(int factor, double[] values, double[] out) {
            for (int i = 0; i < values.length; i++) {
                out[i] = Math.fma(factor, values[i], out[i]);
            }
        }
    }

    private Ground() {}

    /// The plain background.
    private static Raster plain(Viewport viewport, Theme theme) {
        int[] pixels = new int[viewport.width() * viewport.height()];
        Arrays.fill(pixels, Role.BACKGROUND.in(theme).getRGB());
        return new Raster(viewport.width(), viewport.height(), pixels);
    }

    static Raster paint(Viewport viewport, Theme theme, @Nullable Shades shades, @Nullable Regions regions) {
        int width = viewport.width();
        int[] pixels = plain(viewport, theme).pixels();
        if (shades == null && regions == null) {
            return new Raster(width, viewport.height(), pixels);
        }
        double[] scaled = shades == null ? new double[0] : scaled(shades.values());
        IntStream.range(0, Math.ceilDiv(viewport.height(), BAND)).parallel().forEach(band -> {
            double[] values = new double[width];
            double[][] mixed = new double[3][regions == null ? 0 : width];
            int end = Math.min(viewport.height(), (band + 1) * BAND);
            for (int y = band * BAND; y < end; y++) {
                if (shades != null) {
                    shades.grid().interpolate(scaled, y, values);
                    shade(values, shades.ramp(), pixels, y * width);
                }
                if (regions != null) {
                    for (int channel = 0; channel < 3; channel++) {
                        regions.grid().interpolate(regions.channels()[channel], y, mixed[channel]);
                    }
                    blend(mixed, (int) Math.round(256 * REGIONS * regions.opacity()), pixels, y * width);
                }
            }
        });
        return new Raster(width, viewport.height(), pixels);
    }

    private static double[] scaled(double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.clamp(values[i], 0, 1) * (ColourMaps.SHADES - 1);
        }
        return scaled;
    }

    private static void shade(double[] values, int[] ramp, int[] pixels, int start) {
        for (int x = 0; x < values.length; x++) {
            pixels[start + x] = ramp[(int) (values[x] + 0.5)];
        }
    }

    /// @param share of the mixed colour, of 256
    private static void blend(double[][] mixed, int share, int[] pixels, int start) {
        double[] red = mixed[0];
        double[] green = mixed[1];
        double[] blue = mixed[2];
        for (int x = 0; x < red.length; x++) {
            int under = pixels[start + x];
            int r = blend((under >> 16) & 0xFF, (int) red[x], share);
            int g = blend((under >> 8) & 0xFF, (int) green[x], share);
            int b = blend(under & 0xFF, (int) blue[x], share);
            pixels[start + x] = 0xFF000000 | (r << 16) | (g << 8) | b;
        }
    }

    private static int blend(int under, int over, int share) {
        return under + (((over - under) * share) >> 8);
    }
}
