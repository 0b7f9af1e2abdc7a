package scorescape.figure;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import scorescape.document.Document.Camera;
import scorescape.lesson.Markdown;
import scorescape.lesson.Markdown.Block;
import scorescape.lesson.Markdown.Span;
import scorescape.lesson.Markdown.Style;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.text.Texts;

/// The band below the picture of a slide, with what is said of it in type that the last row reads.
///
/// It is as high for every slide, so that pictures do not jump: two lines of large type, or more of smaller.
///
/// @param title of the slide
/// @param text what it says or asks: Markdown
/// @param asks whether it asks
/// @param place which slide of how many it is, such as `3 / 7`; may be empty
public record SlideBand(String title, String text, boolean asks, String place) {

    /// Lengths are for a page 540 pixels high.
    private static final double HEIGHT = 100;
    private static final double MARGIN = 24;
    private static final double TITLE = 14.5;
    private static final double TITLE_BASELINE = 24;
    private static final double TOP = 34;
    private static final double BOTTOM = 8;
    private static final double LARGEST = 21;
    private static final double SMALLEST = 9;

    /// How much narrower than its room a text may be for lines of even length.
    private static final double NARROWEST = 0.7;

    private static final double LEADING = 1.36;
    private static final double SPACE = 0.27;
    private static final double INDENT = 1.1;

    /// How much larger type and lines of the picture are than in a picture without a band.
    private static final double ENLARGEMENT = 1.12;

    /// Formulas that mean the same as an arrow or a dot have its colour.
    private static final Map<String, Role> ROLES = Map.ofEntries(Map.entry("\\delta", Role.DIFFERENCE),
            Map.entry("\\gamma\\delta", Role.SCALED_DIFFERENCE), Map.entry("\\gamma", Role.SCALED_DIFFERENCE),
            Map.entry("\\hat x_0", Role.UNCONDITIONAL), Map.entry("\\hat x_0|y", Role.CONDITIONAL),
            Map.entry("\\hat x_0+\\gamma\\delta", Role.COMBINED), Map.entry("\\varepsilon", Role.NOISE),
            Map.entry("\\nabla\\log p(y|x_t)", Role.DIFFERENCE),
            Map.entry("\\gamma\\nabla\\log p(y|x_t)", Role.SCALED_DIFFERENCE));

    /// What reads files, or changes what later formulas mean, is shown as it is written.
    private static final Pattern UNSAFE =
            Pattern.compile("\\\\(includegraphics|input|usepackage|jlm|def|(re)?new|Declare)");

    /// @param hanging the indent of all lines but the first, in em
    private record Paragraph(List<Word> words, double hanging) {}

    /// Something that is not broken between lines.
    private record Word(List<Piece> pieces) {

        double width(double size) {
            return pieces.stream().mapToDouble(piece -> piece.set().width(size)).sum();
        }
    }

    private record Piece(Typeset set, Ink ink) {}

    /// @param indent in em
    private record Line(List<Word> words, double indent) {}

    /// Height of the band of a page, in pixels.
    public static int height(int pageWidth, int pageHeight) {
        return (int) Math.round(HEIGHT * scale(pageWidth, pageHeight));
    }

    /// The part of a page above the band, which sees what `camera` sees.
    public static Viewport above(Camera camera, int pageWidth, int pageHeight) {
        Viewport above = Viewport.of(camera, pageWidth, pageHeight - height(pageWidth, pageHeight));
        return above.enlarged(enlargement(above.width(), above.height(), pageHeight));
    }

    /// How much larger than usual type and lines are in the picture of a page.
    public static double enlargement(int width, int height, int pageHeight) {
        return ENLARGEMENT * scale(width, pageHeight) / scale(width, height);
    }

    private static double scale(int width, int height) {
        return Math.min(height / 540.0, width / 720.0);
    }

    /// A whole page: a picture with the band below.
    ///
    /// @param picture as wide as the page, as high as what is above the band
    public Frame page(Frame picture, int pageHeight) {
        int width = picture.viewport().width();
        int top = picture.viewport().height();
        Raster above = picture.ground();
        int[] ground = Arrays.copyOf(above.pixels(), width * pageHeight);
        Arrays.fill(ground, width * top, ground.length, Role.PANEL.in(picture.theme()).getRGB() & 0xFFFFFF);
        Viewport plane = picture.viewport();
        var page = new Viewport(plane.centre(), plane.unitsPerPixel(), width, pageHeight,
                plane.scale() / scale(width, pageHeight));
        List<Mark> furniture = new ArrayList<>(picture.furniture());
        furniture.addAll(marks(width, top, pageHeight));
        return new Frame(page, picture.theme(), new Raster(width, pageHeight, ground), picture.strata(),
                picture.marks(), picture.labels(), furniture, picture.lanes());
    }

    /// The band alone.
    public Frame alone(int width, int pageHeight, Theme theme) {
        int height = height(width, pageHeight);
        int[] ground = new int[width * height];
        Arrays.fill(ground, Role.PANEL.in(theme).getRGB() & 0xFFFFFF);
        var viewport = new Viewport(Vec2.ZERO, 1, width, height, scale(width, pageHeight) / scale(width, height));
        return new Frame(viewport, theme, new Raster(width, height, ground), List.of(), List.of(), List.of(),
                marks(width, 0, height));
    }

    private List<Mark> marks(int width, int top, int bottom) {
        double scale = (bottom - top) / HEIGHT;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Area(List.of(List.of(new Vec2(0, top), new Vec2(width, top), new Vec2(width, bottom),
                new Vec2(0, bottom))), Role.PANEL, 1));
        marks.add(new Mark.Line(new Vec2(0, top), new Vec2(width, top), scale, Role.PANEL_EDGE, 1));
        double left = MARGIN * scale;
        Typeset name = Typeset.line(Typeset.plain(title), Fonts.INTER_SEMI_BOLD);
        double small = TITLE * scale;
        double baseline = top + TITLE_BASELINE * scale;
        marks.add(new Mark.Text(name, new Vec2(left, baseline), small, Role.TEXT, 1, false));
        if (asks) {
            Typeset asked = Typeset.line(Texts.text("slide.question"), Fonts.INTER);
            double x = left + (title.isEmpty() ? 0 : name.width(small) + 0.8 * small);
            marks.add(new Mark.Text(asked, new Vec2(x, baseline), small, Role.MUTED, 1, false));
        }
        Typeset count = Typeset.line(Typeset.plain(place), Fonts.INTER);
        marks.add(new Mark.Text(count, new Vec2(width - left - count.width(small), baseline), small, Role.MUTED, 1,
                false));
        addText(marks, new Bounds(left, top + TOP * scale, Math.max(left + 1, width - left), bottom - BOTTOM * scale),
                scale);
        return marks;
    }

    /// In the largest type that there is room for.
    private void addText(List<Mark> marks, Bounds box, double scale) {
        List<Paragraph> paragraphs = Markdown.of(text).blocks().stream()
                .map(block -> new Paragraph(words(block), block.item() ? INDENT : 0))
                .toList();
        double size = LARGEST * scale;
        List<Line> lines = lines(paragraphs, box.width(), size);
        while (lines.size() * LEADING * size > box.height() && size > SMALLEST * scale) {
            size *= 0.95;
            lines = lines(paragraphs, box.width(), size);
        }
        lines = evenLines(paragraphs, box.width(), size);
        double y = box.minY() + 0.5 * (LEADING + 0.62) * size;
        for (Line line : lines) {
            double x = box.minX() + line.indent() * size;
            for (Word word : line.words()) {
                for (Piece piece : word.pieces()) {
                    marks.add(new Mark.Text(piece.set(), new Vec2(x, y), size, piece.ink(), 1, false));
                    x += piece.set().width(size);
                }
                x += SPACE * size;
            }
            y += LEADING * size;
        }
    }

    private static List<Line> lines(List<Paragraph> paragraphs, double width, double size) {
        return paragraphs.stream().flatMap(paragraph -> lines(paragraph, width, size).stream()).toList();
    }

    /// As many lines, but no last one of a word or two: each paragraph is as narrow as it can be, within reason.
    private static List<Line> evenLines(List<Paragraph> paragraphs, double width, double size) {
        List<Line> all = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            List<Line> even = lines(paragraph, width, size);
            double narrow = NARROWEST * width;
            for (double wide = width; wide - narrow > size;) {
                double middle = 0.5 * (narrow + wide);
                List<Line> here = lines(paragraph, middle, size);
                if (here.size() > even.size()) {
                    narrow = middle;
                } else {
                    even = here;
                    wide = middle;
                }
            }
            all.addAll(even);
        }
        return all;
    }

    private static List<Line> lines(Paragraph paragraph, double width, double size) {
        List<Line> lines = new ArrayList<>();
        double indent = 0;
        List<Word> line = new ArrayList<>();
        double used = 0;
        for (Word word : paragraph.words()) {
            double wide = word.width(size);
            if (!line.isEmpty() && used + wide > width) {
                lines.add(new Line(line, indent));
                line = new ArrayList<>();
                indent = paragraph.hanging();
                used = indent * size;
            }
            line.add(word);
            used += wide + SPACE * size;
        }
        lines.add(new Line(line, indent));
        return lines;
    }

    private static List<Word> words(Block block) {
        List<Word> words = new ArrayList<>();
        List<Piece> open = new ArrayList<>();
        if (block.item()) {
            words.add(new Word(List.of(new Piece(Typeset.line("•", Fonts.INTER), Role.MUTED))));
        }
        for (Span span : block.spans()) {
            if (span.style() == Style.FORMULA) {
                open.add(new Piece(formula(span.text()), roleOf(span.text())));
                continue;
            }
            Font font = switch (span.style()) {
                case STRONG -> Fonts.INTER_SEMI_BOLD;
                case EMPHASIS -> Fonts.INTER_MEDIUM;
                default -> Fonts.INTER;
            };
            String[] parts = span.text().split(" ", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0 && !open.isEmpty()) {
                    words.add(new Word(List.copyOf(open)));
                    open.clear();
                }
                if (!parts[i].isEmpty()) {
                    open.add(new Piece(Typeset.line(Typeset.plain(parts[i]), font), Role.TEXT));
                }
            }
        }
        if (!open.isEmpty()) {
            words.add(new Word(List.copyOf(open)));
        }
        return words;
    }

    /// Whether the text is a formula that can be typeset, and not something that reads files or changes other formulas.
    public static boolean isFormula(String latex) {
        if (UNSAFE.matcher(latex).find()) {
            return false;
        }
        try {
            Formula.of(latex);
            return true;
        } catch (RuntimeException e) {
            // The library has an exception of its own for each of its many parts.
            return false;
        }
    }

    /// What a formula stands for in the picture, or [Role#TEXT].
    public static Role roleOf(String latex) {
        return ROLES.getOrDefault(latex, Role.TEXT);
    }

    /// The formula, or its source where that is none.
    private static Typeset formula(String latex) {
        return isFormula(latex)
                ? Typeset.line("$" + latex + "$", Fonts.INTER)
                : Typeset.line(Typeset.plain("$" + latex + "$"), Fonts.INTER_MEDIUM);
    }
}
