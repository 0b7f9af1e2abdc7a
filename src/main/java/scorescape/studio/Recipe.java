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

import static scorescape.text.Texts.text;

/// A generator of the gallery and the numbers it asks for.
///
/// @param id for tests and style sheets
/// @param takesText whether it is made of typed letters
/// @param make the generator for a text, which most do not read, and the values of the parameters in turn
record Recipe(String id, String name, boolean takesText, List<Parameter> parameters,
        BiFunction<String, List<Double>, Generator> make) {

    private static final Parameter POINTS = whole("points", text("recipe.points"), 20, Generator.MAX_POINTS, 400,
            text("recipe.points.help"));
    private static final Parameter RADIUS =
            real("radius", text("recipe.radius"), 0.01, 1000, 2.5, text("recipe.radius.help"));
    private static final Parameter THICKNESS = real("thickness", text("recipe.thickness"), 0.001, 100, 0.12,
            text("recipe.thickness.help"));

    static final List<Recipe> ALL = List.of(
            new Recipe("moons", text("recipe.moons"), false, List.of(POINTS, RADIUS, THICKNESS),
                    (_, v) -> new TwoMoons(v.get(0).intValue(), v.get(1), v.get(2))),
            new Recipe("spiral", text("recipe.spiral"), false,
                    List.of(whole("arms", text("recipe.arms"), 1, 12, 2, text("recipe.arms.help")),
                            real("turns", text("recipe.turns"), 0.1, 10, 1.25, text("recipe.turns.help")), POINTS,
                            RADIUS,
                            THICKNESS),
                    (_, v) -> new Spiral(v.get(0).intValue(), v.get(1), v.get(2).intValue(), v.get(3), v.get(4))),
            new Recipe("checkerboard", text("recipe.checkerboard"), false,
                    List.of(whole("squares", text("recipe.squares"), 2, 16, 4,
                            text("recipe.squares.help")),
                            real("width", text("recipe.width"), 0.01, 1000, 5, text("recipe.width.help"))),
                    (_, v) -> new Checkerboard(v.get(0).intValue(), v.get(1))),
            new Recipe("pinwheel", text("recipe.pinwheel"), false,
                    List.of(whole("blades", text("recipe.blades"), 2, 12, 5, text("recipe.blades.help")), POINTS,
                            RADIUS, real("twist", text("recipe.twist"), -10, 10, 0.8, text("recipe.twist.help")),
                            THICKNESS),
                    (_, v) -> new Pinwheel(v.get(0).intValue(), v.get(1).intValue(), v.get(2), v.get(3), v.get(4))),
            new Recipe("swiss-roll", text("recipe.swissRoll"), false, List.of(POINTS, RADIUS, THICKNESS),
                    (_, v) -> new SwissRoll(v.get(0).intValue(), v.get(1), v.get(2))),
            new Recipe("tree", text("recipe.tree"), false,
                    List.of(whole("depth", text("recipe.generations"), 1, 7, 6,
                            text("recipe.generations.help")),
                            whole("gaussians", text("recipe.gaussians"), 1, 8, 8,
                                    text("recipe.gaussians.help"))),
                    (_, v) -> new Tree(v.get(0).intValue(), v.get(1).intValue())),
            new Recipe("letters", text("recipe.letters"), true,
                    List.of(whole("points", text("recipe.letterPoints"), 20, Generator.MAX_POINTS, 300,
                            text("recipe.letterPoints.help")),
                            real("size", text("recipe.size"), 0.01, 1000, 2.5, text("recipe.size.help")),
                            real("blur", text("recipe.blur"), 0.001, 100, 0.04,
                                    text("recipe.blur.help"))),
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
