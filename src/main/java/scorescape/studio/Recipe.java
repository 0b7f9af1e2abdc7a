package scorescape.studio;

import java.util.List;
import java.util.function.BiFunction;
import scorescape.diffusion.generator.Checkerboard;
import scorescape.diffusion.generator.Generator;
import scorescape.diffusion.generator.Letters;
import scorescape.diffusion.generator.Pinwheel;
import scorescape.diffusion.generator.Spiral;
import scorescape.diffusion.generator.SwissRoll;
import scorescape.diffusion.generator.Tree;
import scorescape.diffusion.generator.TwoMoons;
import scorescape.document.Parameter;
import scorescape.document.Parameter.Numbers;
import scorescape.math.Vec2;
import scorescape.studio.canvas.LetterShapes;

/// A generator of the gallery and the numbers it asks for.
///
/// @param id for tests and style sheets
/// @param takesText whether it is made of typed letters
/// @param make the generator for a text, which most do not read, and the values of the parameters in turn
record Recipe(String id, String name, boolean takesText, List<Parameter> parameters,
        BiFunction<String, List<Double>, Generator> make) {

    private static final Parameter POINTS = whole("points", "Points of a class", 20, Generator.MAX_POINTS, 400,
            "How many points are drawn for each class.");
    private static final Parameter RADIUS =
            real("radius", "Radius", 0.01, 1000, 2.5, "How large it is, in data units.");
    private static final Parameter THICKNESS = real("thickness", "Thickness", 0.001, 100, 0.12,
            "Standard deviation across the lines, in data units.");

    static final List<Recipe> ALL = List.of(
            new Recipe("moons", "Two moons", false, List.of(POINTS, RADIUS, THICKNESS),
                    (_, v) -> new TwoMoons(v.get(0).intValue(), v.get(1), v.get(2))),
            new Recipe("spiral", "Spiral", false,
                    List.of(whole("arms", "Arms", 1, 12, 2, "How many arms there are, one class each."),
                            real("turns", "Turns", 0.1, 10, 1.25, "How often an arm goes round."), POINTS, RADIUS,
                            THICKNESS),
                    (_, v) -> new Spiral(v.get(0).intValue(), v.get(1), v.get(2).intValue(), v.get(3), v.get(4))),
            new Recipe("checkerboard", "Checkerboard", false,
                    List.of(whole("squares", "Squares along a side", 2, 16, 4,
                            "How many squares a row has, dark and light."),
                            real("width", "Width", 0.01, 1000, 5, "Of the board, in data units.")),
                    (_, v) -> new Checkerboard(v.get(0).intValue(), v.get(1))),
            new Recipe("pinwheel", "Pinwheel", false,
                    List.of(whole("blades", "Blades", 2, 12, 5, "How many blades there are, one class each."), POINTS,
                            RADIUS, real("twist", "Twist", -10, 10, 0.8, "Turn of a blade at its middle, in radians."),
                            THICKNESS),
                    (_, v) -> new Pinwheel(v.get(0).intValue(), v.get(1).intValue(), v.get(2), v.get(3), v.get(4))),
            new Recipe("swiss-roll", "Swiss roll", false, List.of(POINTS, RADIUS, THICKNESS),
                    (_, v) -> new SwissRoll(v.get(0).intValue(), v.get(1), v.get(2))),
            new Recipe("tree", "Tree", false,
                    List.of(whole("depth", "Generations", 1, 7, 6,
                            "How often a branch divides; each generation doubles the branches."),
                            whole("gaussians", "Gaussians in a branch", 1, 8, 8,
                                    "How many Gaussians a branch is made of.")),
                    (_, v) -> new Tree(v.get(0).intValue(), v.get(1).intValue())),
            new Recipe("letters", "Text", true,
                    List.of(whole("points", "Points of a letter", 20, Generator.MAX_POINTS, 300,
                            "How many points are drawn for each letter."),
                            real("size", "Size", 0.01, 1000, 2.5, "Of the type, in data units."),
                            real("blur", "Blur", 0.001, 100, 0.04,
                                    "Standard deviation around the points, in data units.")),
                    Recipe::letters));

    Generator generator(String text, List<Double> values) {
        return make.apply(text, values);
    }

    private static Generator letters(String text, List<Double> values) {
        return new Letters(LetterShapes.of(text.strip(), Vec2.ZERO, values.get(1)), values.get(0).intValue(),
                values.get(2));
    }

    private static Parameter whole(String name, String title, double min, double max, double value, String help) {
        return new Parameter(name, title, "", "", Numbers.WHOLE, min, max, min, max, value, List.of(), help);
    }

    private static Parameter real(String name, String title, double min, double max, double value, String help) {
        return new Parameter(name, title, "", "", Numbers.REAL, min, max, min, max, value, List.of(), help);
    }
}
