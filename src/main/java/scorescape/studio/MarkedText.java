package scorescape.studio;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import scorescape.figure.Equation.Term;
import scorescape.figure.Role;
import scorescape.figure.SlideBand;
import scorescape.figure.Theme;
import scorescape.lesson.Markdown;
import scorescape.lesson.Markdown.Block;
import scorescape.lesson.Markdown.Span;
import scorescape.lesson.Stage;

/// What people write about a slide, as a column of paragraphs with typeset formulas.
final class MarkedText extends VBox {

    MarkedText() {
        getStyleClass().add("marked-text");
    }

    /// @param scale pixels of the screen per unit of the window
    void show(String markdown, Theme theme, double scale) {
        getChildren().setAll(Markdown.of(markdown).blocks().stream().map(block -> flow(block, theme, scale)).toList());
    }

    private static TextFlow flow(Block block, Theme theme, double scale) {
        var flow = new TextFlow();
        if (block.item()) {
            flow.getChildren().add(new Text("•  "));
        }
        block.spans().forEach(span -> flow.getChildren().add(node(span, theme, scale)));
        return flow;
    }

    private static Node node(Span span, Theme theme, double scale) {
        return switch (span.style()) {
            case FORMULA -> {
                if (SlideBand.isFormula(span.text())) {
                    var view = new FormulaView();
                    Role role = SlideBand.roleOf(span.text());
                    view.show(List.of(new Term(span.text(), role, Stage.START)), _ -> 1, theme, scale, 1);
                    yield view;
                }
                yield new Text("$" + span.text() + "$");
            }
            case STRONG, EMPHASIS -> {
                var text = new Text(span.text());
                text.getStyleClass().add("strong");
                yield text;
            }
            case PLAIN -> new Text(span.text());
        };
    }
}
