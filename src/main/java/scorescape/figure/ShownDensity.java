package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.mixture.ClassGrid;
import scorescape.document.Layers.ColourMap;
import scorescape.document.Layers.Density;
import scorescape.document.Layers.Scaling;
import scorescape.math.Vec2;

/// The density that a picture shows, on a grid, with what it is compared to.
///
/// Shades and lines are relative to the highest density anywhere, also outside the picture, so that nothing flickers when
/// the camera moves. A tilted density has its modes elsewhere than the data, so there it is the highest in the picture.
///
/// @param grid whose nodes the density is known at
/// @param logDensity there
/// @param peak `ln` of the highest density
/// @param spread standard deviation of the noise, in heights of the picture
@SuppressWarnings("ArrayRecordComponent") // never compared
record ShownDensity(LawGrid grid, double[] logDensity, double peak, double spread) {

    /// Where the theme's one hue fades to the background, a shade is the relative density to this power: below 1, so that
    /// the flanks and the lesser modes show. The tabulated maps need none.
    private static final double POWER = 0.75;

    /// Noise of this standard deviation, in heights of the picture, is coloured 0.7 times as strongly as little noise.
    private static final double WIDE_NOISE = 0.6;

    /// How many factors of e below the highest density a logarithmic picture shows.
    private static final int LOG_RANGE = 12;

    /// Lines of equal density in a linear picture: at 1/10, 2/10, … of the highest one.
    private static final int LINES = 10;

    private static final double LINE_WIDTH = 1.1;

    /// Of data, or of one class of it.
    static ShownDensity of(LawGrid grid, double spread) {
        return new ShownDensity(grid, grid.logDensity(), grid.peak(), spread);
    }

    /// `p_t(x) p_t(y|x)^γ`, up to a constant.
    static ShownDensity tilted(LawGrid grid, int label, double gamma, double spread) {
        ClassGrid classes = grid.classes();
        double[] logs = new double[classes.size()];
        classes.logTilted(label, gamma, logs);
        return new ShownDensity(grid, logs, 0, spread);
    }

    /// From 0 for none to 1 for the highest, at the nodes.
    double[] shades(Density density) {
        double[] shades = new double[logDensity.length];
        boolean calm = density.colours() == ColourMap.THEME;
        double power = calm ? POWER : 1;
        double strength = calm ? strength() : 1;
        for (int i = 0; i < shades.length; i++) {
            shades[i] = strength * switch (density.scaling()) {
                case LINEAR -> Math.min(1, Math.exp(power * (logDensity[i] - peak)));
                case LOGARITHMIC -> Math.clamp(1 + (logDensity[i] - peak) / LOG_RANGE, 0, 1);
            };
        }
        return shades;
    }

    /// How strongly the peak is coloured. Where noise is as wide as the picture there is little to see, and an even wash
    /// would only take contrast from what is drawn on it.
    private double strength() {
        return 1 / Math.sqrt(1 + Math.pow(spread / WIDE_NOISE, 2));
    }

    /// Lines of equal density: at tenths of the highest one, or a factor of e apart.
    List<Mark> lines(Density density, double opacity, Viewport viewport) {
        var contours = new Contours(logDensity, grid.columns(), grid.rows(), grid.cell());
        List<Mark> marks = new ArrayList<>();
        int count = density.scaling() == Scaling.LINEAR ? LINES : LOG_RANGE;
        for (int i = 1; i < count; i++) {
            double share = (double) i / count;
            double level = switch (density.scaling()) {
                case LINEAR -> peak + Math.log(share);
                case LOGARITHMIC -> peak - (count - i);
            };
            for (List<Vec2> line : contours.at(level, (_, _) -> true)) {
                marks.add(new Mark.Polyline(line, LINE_WIDTH * viewport.scale(),
                        new MapInk(density.colours(), share), opacity, false));
            }
        }
        return marks;
    }
}
