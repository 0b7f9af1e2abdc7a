package scorescape.studio;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import scorescape.math.SymMat2;

import static scorescape.text.Texts.text;

/// A typed covariance, all of it at once, so that no half of a change is refused: `Σ₁₁ Σ₁₂ Σ₂₂`, or a matrix from elsewhere
/// such as `[[0.2, 0.1], [0.1, 0.3]]`. Enter or leaving the field takes it, Escape brings back what was there.
final class CovarianceField extends TextField {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Consumer<SymMat2> accepted;
    private final Consumer<String> refused;
    private SymMat2 value = SymMat2.scalar(1);

    /// @param accepted told a covariance that was typed
    /// @param refused told a sentence about what was typed instead
    CovarianceField(Consumer<SymMat2> accepted, Consumer<String> refused) {
        this.accepted = accepted;
        this.refused = refused;
        setId("field-covariance");
        getStyleClass().addAll("number-field", "covariance-field");
        setAccessibleText(text("item.covariance") + " Σ");
        setTooltip(new Tooltip(text("item.covariance.help")));
        setOnAction(_ -> commit());
        focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                commit();
            }
        });
        textProperty().subscribe((_, text) -> pseudoClassStateChanged(ERROR, !isCovariance(text)));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showValue();
                selectAll();
                event.consume();
            }
        });
        setValue(value);
    }

    /// Shows a value, without telling anyone. What is being typed stays when the value is the same as before.
    void setValue(SymMat2 newValue) {
        boolean isTyped = isFocused() && newValue.equals(value);
        value = newValue;
        if (!isTyped) {
            showValue();
        }
    }

    /// Shows the value in place of what is typed.
    void showValue() {
        String text = CovarianceText.text(value);
        if (!getText().equals(text)) {
            setText(text);
        }
    }

    /// Takes what is typed, or refuses it with a sentence.
    void commit() {
        String typed = getText();
        if (typed.equals(CovarianceText.text(value))) {
            return;
        }
        try {
            SymMat2 covariance = CovarianceText.parse(typed);
            accepted.accept(covariance);
            showValue();
        } catch (IllegalArgumentException e) {
            showValue();
            refused.accept(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isCovariance(String text) {
        try {
            CovarianceText.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
