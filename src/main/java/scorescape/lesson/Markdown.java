package scorescape.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people write about a slide: paragraphs and lists of Markdown, with `**strong**` and `*emphasised*` text and formulas in
/// LaTeX between dollar signs.
///
/// Nothing is an error: a marker without its partner stands for itself, and so does one after a backslash.
///
/// @param blocks paragraphs and items of lists
public record Markdown(List<Block> blocks) {

    /// @param item whether it is an item of a list
    public record Block(boolean item, List<Span> spans) {

        public Block {
            spans = List.copyOf(spans);
        }
    }

    /// @param text without its markers
    public record Span(Style style, String text) {}

    public enum Style {
        PLAIN, STRONG, EMPHASIS, FORMULA
    }

    private static final Pattern BETWEEN_BLOCKS = Pattern.compile("\\n[ \\t]*\\n|\\n(?=[ \\t]*[-*] )");
    private static final Pattern ITEM = Pattern.compile("^[-*] +");
    private static final Pattern SPAN = Pattern.compile("\\\\(?<escaped>[\\\\$*])|\\$(?<formula>[^$]+)\\$"
            + "|\\*\\*(?<strong>[^*]+)\\*\\*|\\*(?<emphasis>[^*]+)\\*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public Markdown {
        blocks = List.copyOf(blocks);
    }

    public static Markdown of(String text) {
        List<Block> blocks = new ArrayList<>();
        for (String part : BETWEEN_BLOCKS.split(text, -1)) {
            String line = SPACE.matcher(part).replaceAll(" ").strip();
            Matcher item = ITEM.matcher(line);
            boolean isItem = item.find();
            List<Span> spans = spans(isItem ? line.substring(item.end()) : line);
            if (!spans.isEmpty()) {
                blocks.add(new Block(isItem, spans));
            }
        }
        return new Markdown(blocks);
    }

    private static List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        var plain = new StringBuilder();
        Matcher matcher = SPAN.matcher(line);
        int done = 0;
        while (matcher.find()) {
            plain.append(line, done, matcher.start());
            done = matcher.end();
            if (matcher.group("escaped") != null) {
                plain.append(matcher.group("escaped"));
                continue;
            }
            flush(plain, spans);
            for (Style style : List.of(Style.FORMULA, Style.STRONG, Style.EMPHASIS)) {
                String found = matcher.group(style.name().toLowerCase(Locale.ROOT));
                if (found != null) {
                    spans.add(new Span(style, found));
                }
            }
        }
        plain.append(line, done, line.length());
        flush(plain, spans);
        return spans;
    }

    private static void flush(StringBuilder plain, List<Span> spans) {
        if (!plain.isEmpty()) {
            spans.add(new Span(Style.PLAIN, plain.toString()));
            plain.setLength(0);
        }
    }
}
