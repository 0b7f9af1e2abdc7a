package scorescape.export;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import scorescape.figure.ClassInk;
import scorescape.figure.Frame;
import scorescape.figure.FramePainter;
import scorescape.figure.Ink;
import scorescape.figure.MapInk;
import scorescape.figure.Mark;
import scorescape.figure.MixedInk;
import scorescape.figure.Raster;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.math.Bounds;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// Writes the marks of a picture as a document for LaTeX with TikZ.
///
/// An arrow becomes an arrow, a label its formula, a role a colour with a name, so the picture can be changed by hand
/// and takes the fonts of the paper it is put into. The density is left out, and so are the halos that set marks off from
/// it. Pictures at points and cells of plots have no names in TikZ: they are in the file as pieces of PDF, so that it is one
/// file and needs no other. The scene stands after the end of the document, as comments.
final class TikzPicture {

    static final String FIRST_LINE = "% A picture by Scorescape.";

    private static final String SCENE = "% " + SceneText.Kind.SCENE.id() + ":";
    private static final String COMMENT = "% ";

    /// Big points per pixel.
    private static final double UNIT = 0.75;

    /// Of TeX per big point.
    private static final double TEX_POINTS = 72.27 / 72;

    /// Of digits for pixels: short enough for every editor and for TeX.
    private static final int LINE = 96;

    /// Takes pixels as a piece of PDF to where it stands in the picture. `pgfsys` knows how each TeX is told of it.
    private static final String PIXELS = """
            \\makeatletter
            \\newcommand\\sspixels[8]{\\begin{scope}[shift={(#1)}, opacity=#2]\\pgflowlevelsynccm
              \\pgfsys@invoke{q #3 0 0 #4 0 0 cm BI /W #5 /H #6 /CS /RGB /BPC 8 /I #7 /F [/AHx /Fl] ID #8> EI Q}%
              \\end{scope}}
            \\makeatother""";

    /// Characters that mean something to LaTeX, or that its fonts lack.
    private static final Map<String, String> SPECIAL = Map.ofEntries(Map.entry("\\", "\\textbackslash{}"),
            Map.entry("{", "\\{"), Map.entry("}", "\\}"), Map.entry("$", "\\$"), Map.entry("&", "\\&"),
            Map.entry("#", "\\#"), Map.entry("_", "\\_"), Map.entry("%", "\\%"), Map.entry("^", "\\textasciicircum{}"),
            Map.entry("~", "\\textasciitilde{}"), Map.entry("·", "$\\cdot$"), Map.entry("−", "$-$"),
            Map.entry("…", "\\ldots{}"));

    private final Theme theme;
    private final double scale;

    /// Of the picture, or of the lane that is being written.
    private Viewport viewport;

    private final StringBuilder body = new StringBuilder();

    private boolean hasPixels;

    /// Every colour that is used, by its name.
    private final Map<String, Color> colors = new LinkedHashMap<>();

    private TikzPicture(Frame frame) {
        theme = frame.theme();
        viewport = frame.viewport();
        scale = viewport.scale();
    }

    static void write(Frame frame, @Nullable SceneText scene, OutputStream out) throws IOException {
        out.write(new TikzPicture(frame).text(frame, scene).getBytes(StandardCharsets.UTF_8));
    }

    /// The scene in the text of such a file.
    static Optional<String> sceneIn(String text) {
        int start = text.indexOf("\n" + SCENE + "\n");
        if (start < 0) {
            return Optional.empty();
        }
        return Optional.of(text.substring(start + SCENE.length() + 2)
                .lines()
                .takeWhile(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()))
                .collect(Collectors.joining("\n")));
    }

    private String text(Frame frame, @Nullable SceneText scene) {
        String background = color(Role.BACKGROUND);
        add("\\fill[%s] (0,0) rectangle (%s,%s);".formatted(background, number(viewport.width()),
                number(viewport.height())));
        add("\\clip (0,0) rectangle (%s,%s);".formatted(number(viewport.width()), number(viewport.height())));
        addParts(frame);
        String definitions = colors.entrySet()
                .stream()
                .map(c -> "\\definecolor{%s}{HTML}{%s}".formatted(c.getKey(), hex(c.getValue())))
                .collect(Collectors.joining("\n", "", hasPixels ? "\n" + PIXELS : ""));
        return FIRST_LINE + """

                %% Compile it alone, or put the tikzpicture into a document with the same preamble.
                \\documentclass[tikz]{standalone}
                \\usepackage[utf8]{inputenc}
                \\usepackage[T1]{fontenc}
                \\usepackage{lmodern}
                \\usepackage{amsmath,amssymb}
                \\usetikzlibrary{arrows.meta}
                %s
                \\begin{document}
                \\begin{tikzpicture}[x=%sbp, y=%sbp, line join=round]
                %s\\end{tikzpicture}
                \\end{document}
                """.formatted(definitions, number(UNIT), number(UNIT), body) + (scene == null ? "" : scene(scene));
    }

    private void addParts(Frame frame) {
        for (Frame.Lane lane : frame.lanes()) {
            Viewport whole = viewport;
            viewport = lane.frame().viewport();
            add("\\begin{scope}[shift={(%s,%s)}]".formatted(number(lane.left()),
                    number(whole.height() - lane.top() - viewport.height())));
            add("\\clip (0,0) rectangle (%s,%s);".formatted(number(viewport.width()), number(viewport.height())));
            addParts(lane.frame());
            add("\\end{scope}");
            viewport = whole;
        }
        for (Frame.Stratum stratum : frame.strata()) {
            add("% " + stratum.layer().name().toLowerCase(Locale.ROOT));
            stratum.marks().forEach(this::add);
        }
        add("% marks");
        frame.marks().forEach(this::add);
        add("% labels");
        frame.labels().forEach(this::add);
        add("% caption, legend and scale");
        frame.furniture().forEach(this::add);
    }

    private static String scene(SceneText scene) {
        return "\n" + SCENE + "\n" + scene.json().lines().map(line -> COMMENT + line + "\n").collect(
                Collectors.joining());
    }

    private void add(String line) {
        body.append(line).append('\n');
    }

    private void add(Mark mark) {
        switch (mark) {
            case Mark.Arrow(Vec2 from, Vec2 to, double width, Ink ink, double opacity, _) -> {
                double length = from.distance(to);
                if (length > 0) {
                    double head = Math.min(Mark.Arrow.HEAD_LENGTH * width, Mark.Arrow.LARGEST_HEAD * length);
                    double half = Mark.Arrow.HEAD_HALF_WIDTH / Mark.Arrow.HEAD_LENGTH * head;
                    add("\\draw[%s, opacity=%s, line width=%s, -{Stealth[length=%s, width=%s, inset=%s]}] %s -- %s;"
                            .formatted(color(ink), number(opacity), size(width), size(head), size(2 * half),
                                    size(Mark.Arrow.NOTCH * head), point(from), point(to)));
                }
            }
            case Mark.DottedLine(Vec2 from, Vec2 to, double width, Ink ink, double opacity) ->
                add("\\draw[%s, opacity=%s, line width=%s, line cap=round, dash pattern=on 0pt off %s] %s -- %s;"
                        .formatted(color(ink), number(opacity), size(width), size(Mark.DottedLine.SPACING * width),
                                point(from),
                                point(to)));
            case Mark.Polyline(var points, double width, Ink ink, double opacity, _) ->
                add(path("\\draw", points, width, ink, opacity) + ";");
            case Mark.Curve(var points, double width, Ink ink, double opacity) ->
                add(path("\\draw", points, width, ink, opacity) + ";");
            case Mark.Area(var outlines, Ink ink, double opacity) ->
                add("\\fill[%s, opacity=%s] %s;".formatted(color(ink), number(opacity), outlines.stream()
                        .map(outline -> outline.stream().map(this::point).collect(Collectors.joining(" -- ")))
                        .collect(Collectors.joining(" -- cycle ")) + " -- cycle"));
            case Mark.Speck(Vec2 at, double radius, Ink ink, double opacity) -> add(disc(at, radius, ink, opacity));
            case Mark.Specks specks -> specks(specks);
            case Mark.Image(Bounds box, Raster raster, boolean smooth) -> pixels(raster, box, smooth, 1);
            case Mark.Picture(Raster raster, Bounds box, Ink frame, double opacity) -> {
                pixels(raster, box, true, opacity);
                add("\\draw[%s, opacity=%s, line width=%s] %s rectangle %s;".formatted(color(frame), number(opacity),
                        size(Mark.Picture.FRAME * scale), point(new Vec2(box.minX(), box.minY())),
                        point(new Vec2(box.maxX(), box.maxY()))));
            }
            case Mark.Clipped(Bounds box, var inner) -> {
                add("\\begin{scope}\\clip %s rectangle %s;".formatted(point(new Vec2(box.minX(), box.minY())),
                        point(new Vec2(box.maxX(), box.maxY()))));
                inner.forEach(this::add);
                add("\\end{scope}");
            }
            case Mark.Line(Vec2 from, Vec2 to, double width, Ink ink, double opacity) ->
                add("\\draw[%s, opacity=%s, line width=%s] %s -- %s;".formatted(color(ink), number(opacity),
                        size(width),
                        point(from), point(to)));
            case Mark.Dot(Vec2 at, double radius, Ink ink, double opacity) ->
                add("\\filldraw[fill=%s, draw=%s, opacity=%s, line width=%s] %s circle[radius=%s];".formatted(
                        color(ink),
                        color(Role.BACKGROUND), number(opacity), size(FramePainter.HALO * scale), point(at),
                        number(radius + 0.5 * FramePainter.HALO * scale)));
            case Mark.Ellipse(Vec2 centre, SymMat2 covariance, Ink ink, double opacity) ->
                ellipse(centre, covariance, ink, opacity);
            case Mark.Text text -> {
                double size = UNIT * TEX_POINTS * text.size();
                // Text in a box stands in its middle, however wide it is in the fonts of the paper.
                double half = text.halo() ? 0 : 0.5 * text.line().width(text.size());
                add(("\\node[%s, opacity=%s, anchor=%s, inner sep=0pt, font=\\sffamily\\fontsize{%s}{%s}\\selectfont]"
                        + " at %s {%s};").formatted(color(text.ink()), number(text.opacity()),
                                text.halo() ? "base west" : "base",
                                number(size), number(1.2 * size), point(text.baseline().plus(new Vec2(half, 0))),
                                latex(text.line().latex())));
            }
            case Mark.Panel(Bounds box, double radius, boolean edge, double opacity) ->
                add("\\path[fill=%s, fill opacity=%s, rounded corners=%s%s] %s rectangle %s;".formatted(
                        color(edge ? Role.PANEL : Role.BACKGROUND), number(opacity), size(radius),
                        edge ? ", draw=" + color(Role.PANEL_EDGE) + ", line width=" + size(scale) : "",
                        point(new Vec2(box.minX(), box.minY())), point(new Vec2(box.maxX(), box.maxY()))));
        }
    }

    /// Deflated and in hexadecimal digits, as an image within a page of PDF.
    private void pixels(Raster raster, Bounds box, boolean smooth, double opacity) {
        hasPixels = true;
        var deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(raster.rgb());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String digits = HexFormat.of().formatHex(deflated.toByteArray());
        add("\\sspixels{%s,%s}{%s}{%s}{%s}{%d}{%d}{%b}{%%".formatted(number(box.minX()),
                number(viewport.height() - box.maxY()), number(opacity), number(UNIT * box.width()),
                number(UNIT * box.height()), raster.width(), raster.height(), smooth));
        for (int i = 0; i < digits.length(); i += LINE) {
            add(digits.substring(i, Math.min(digits.length(), i + LINE)));
        }
        add("};");
    }

    private String path(String command, List<Vec2> points, double width, Ink ink, double opacity) {
        return points.stream().map(this::point).collect(Collectors.joining(" -- ", "%s[%s, opacity=%s, line width=%s] "
                .formatted(command, color(ink), number(opacity), size(width)), ""));
    }

    private String disc(Vec2 at, double radius, Ink ink, double opacity) {
        return "\\fill[%s, opacity=%s] %s circle[radius=%s];".formatted(color(ink), number(opacity), point(at),
                number(radius));
    }

    private void specks(Mark.Specks specks) {
        for (int i = 0; i < specks.count(); i++) {
            String color = color(specks.ink(i));
            String opacity = number(specks.opacity());
            String width = size(Mark.Specks.RING_WIDTH * specks.radius());
            switch (specks.shape()) {
                case DISC -> add(disc(specks.at(i), specks.radius(), specks.ink(i), specks.opacity()));
                case RING -> add("\\draw[%s, opacity=%s, line width=%s] %s circle[radius=%s];".formatted(color, opacity,
                        width, point(specks.at(i)), number(specks.radius())));
                case CROSS -> {
                    double arm = Math.sqrt(0.5) * specks.radius();
                    for (int side = -1; side <= 1; side += 2) {
                        Vec2 by = new Vec2(arm, side * arm);
                        add("\\draw[%s, opacity=%s, line width=%s] %s -- %s;".formatted(color, opacity, width,
                                point(specks.at(i).minus(by)), point(specks.at(i).plus(by))));
                    }
                }
            }
        }
    }

    private void ellipse(Vec2 centre, SymMat2 covariance, Ink ink, double opacity) {
        double middle = 0.5 * covariance.trace();
        double reach = Math.hypot(0.5 * (covariance.xx() - covariance.yy()), covariance.xy());
        double angle = 0.5 * Math.atan2(2 * covariance.xy(), covariance.xx() - covariance.yy());
        add(("\\filldraw[%s, fill opacity=%s, draw opacity=%s, line width=%s, rotate around={%s:%s}] %s"
                + " ellipse[x radius=%s, y radius=%s];").formatted(color(ink),
                        number(FramePainter.ELLIPSE_FILL * opacity), number(FramePainter.ELLIPSE_EDGE * opacity),
                        size(0.5 * FramePainter.HALO * scale), number(-Math.toDegrees(angle)), point(centre),
                        point(centre),
                        number(Math.sqrt(middle + reach)), number(Math.sqrt(Math.max(0, middle - reach)))));
    }

    /// The name of a colour, which the preamble defines.
    private String color(Ink ink) {
        String name = switch (ink) {
            case Role role -> Stream.of(role.name().toLowerCase(Locale.ROOT).split("_"))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining("", "ss", ""));
            case ClassInk(int index) -> "ssClass" + (index + 1);
            case MapInk _,MixedInk _ -> "ss" + hex(ink.in(theme));
        };
        colors.putIfAbsent(name, ink.in(theme));
        return name;
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "%06X", color.getRGB() & 0xffffff);
    }

    private String point(Vec2 pixel) {
        return "(" + number(pixel.x()) + "," + number(viewport.height() - pixel.y()) + ")";
    }

    private static String size(double pixels) {
        return number(UNIT * pixels) + "bp";
    }

    private static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
        return "-0".equals(digits) ? "0" : digits;
    }

    /// Text with formulas between dollar signs, as the program keeps it, in LaTeX: what has a meaning there is escaped.
    private static String latex(String line) {
        String[] parts = line.split("(?<!\\\\)\\$", -1);
        var text = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            text.append(i % 2 == 1 ? "$" + parts[i] + "$" : plain(parts[i].replace("\\$", "$")));
        }
        return text.toString();
    }

    private static String plain(String text) {
        return text.codePoints().mapToObj(c -> SPECIAL.getOrDefault(Character.toString(c), Character.toString(c)))
                .collect(Collectors.joining())
                .replaceAll(" {2,}", "\\\\enspace{}");
    }
}
