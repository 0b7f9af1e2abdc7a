package scorescape.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// Markdown as a column of texts, lists, tables and pictures, as wide as there is room. What it does not know, such as HTML,
/// is left out; links are plain words.
final class MarkdownView extends VBox {

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Function<String, Optional<Image>> pictures;

    /// @param pictures by the destination that the text gives
    MarkdownView(Function<String, Optional<Image>> pictures) {
        this.pictures = pictures;
        getStyleClass().add("markdown");
        // Else a picture that follows the width would keep it from becoming less.
        setMinWidth(0);
    }

    void show(String markdown) {
        getChildren().setAll(blocks(PARSER.parse(markdown)));
    }

    private List<javafx.scene.Node> blocks(Node parent) {
        return children(parent).flatMap(child -> block(child).stream()).toList();
    }

    private Optional<javafx.scene.Node> block(Node block) {
        return Optional.ofNullable(switch (block) {
            case Heading heading -> flow(heading, "heading-" + heading.getLevel());
            case Paragraph paragraph when paragraph.getFirstChild() instanceof org.commonmark.node.Image image ->
                picture(image);
            case Paragraph paragraph -> flow(paragraph, "paragraph");
            case BulletList list -> list(list, _ -> "•");
            case OrderedList list -> list(list, i -> i + 1 + ".");
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case TableBlock table -> table(table);
            default -> null;
        });
    }

    private javafx.scene.Node list(Node list, Function<Integer, String> mark) {
        var box = new VBox();
        box.getStyleClass().add("list");
        int i = 0;
        for (Node item : children(list).toList()) {
            var content = new VBox();
            content.getChildren().setAll(blocks(item));
            HBox.setHgrow(content, Priority.ALWAYS);
            var bullet = new Label(mark.apply(i++));
            bullet.getStyleClass().add("bullet");
            bullet.setMinWidth(USE_PREF_SIZE);
            box.getChildren().add(new HBox(bullet, content));
        }
        return box;
    }

    private static javafx.scene.Node code(String literal) {
        var label = new Label(literal.stripTrailing());
        label.getStyleClass().add("code-block");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private javafx.scene.Node table(TableBlock table) {
        var grid = new GridPane();
        grid.getStyleClass().add("table");
        List<TableRow> rows = children(table).flatMap(MarkdownView::children).map(TableRow.class::cast).toList();
        for (int r = 0; r < rows.size(); r++) {
            List<TableCell> cells = children(rows.get(r)).map(TableCell.class::cast).toList();
            for (int c = 0; c < cells.size(); c++) {
                TextFlow cell = flow(cells.get(c), cells.get(c).isHeader() ? "table-head" : "table-cell");
                GridPane.setHgrow(cell, Priority.ALWAYS);
                grid.add(cell, c, r);
            }
            if (r == 0) {
                widths(rows, cells.size()).forEach(width -> {
                    var column = new ColumnConstraints();
                    column.setPercentWidth(width);
                    grid.getColumnConstraints().add(column);
                });
            }
        }
        return grid;
    }

    /// In percent, by the longest text of a column, but none narrower than a word needs.
    private static List<Double> widths(List<TableRow> rows, int columns) {
        double[] longest = new double[columns];
        for (TableRow row : rows) {
            List<Node> cells = children(row).toList();
            for (int c = 0; c < Math.min(columns, cells.size()); c++) {
                int length = words(cells.get(c)).stream().mapToInt(word -> word.getText().length()).sum();
                longest[c] = Math.max(longest[c], Math.sqrt(Math.max(length, 20)));
            }
        }
        double sum = Arrays.stream(longest).sum();
        return Arrays.stream(longest).map(length -> 100 * length / sum).boxed().toList();
    }

    private javafx.scene.Node picture(org.commonmark.node.Image image) {
        String title = words(image).stream().map(Text::getText).reduce("", String::concat);
        return pictures.apply(image.getDestination()).<javafx.scene.Node>map(loaded -> {
            var view = new ImageView(loaded);
            view.setPreserveRatio(true);
            view.setSmooth(true);
            view.setAccessibleText(title);
            // A picture as wide as the text, if it has the pixels.
            view.fitWidthProperty().bind(widthProperty().map(width -> Math.min(width.doubleValue()
                    - getInsets().getLeft() - getInsets().getRight(), loaded.getWidth())));
            var caption = new Label(title);
            caption.getStyleClass().add("faint");
            caption.setWrapText(true);
            var box = new VBox(4, view, caption);
            box.setMinWidth(0);
            return box;
        }).orElseGet(() -> new Label(title));
    }

    private static TextFlow flow(Node block, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().add(style);
        flow.getChildren().setAll(words(block));
        return flow;
    }

    private static List<Text> words(Node parent) {
        List<Text> words = new ArrayList<>();
        children(parent).forEach(child -> {
            switch (child) {
                case org.commonmark.node.Text text -> words.add(word(text.getLiteral(), "word"));
                case Code code -> words.add(word(code.getLiteral(), "code"));
                case StrongEmphasis strong -> words(strong).forEach(w -> words.add(word(w.getText(), "strong")));
                case Emphasis emphasis -> words(emphasis).forEach(w -> words.add(word(w.getText(), "emphasis")));
                case SoftLineBreak _ -> words.add(word(" ", "word"));
                case HardLineBreak _ -> words.add(word("\n", "word"));
                default -> words.addAll(words(child));
            }
        });
        return words;
    }

    private static Text word(String text, String style) {
        var word = new Text(text);
        word.getStyleClass().addAll("text", style);
        return word;
    }

    private static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), child -> child != null, Node::getNext);
    }
}
