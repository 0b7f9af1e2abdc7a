package scorescape.studio;

import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import scorescape.math.SymMat2;
import scorescape.text.Texts;

/// A typed covariance, all of it at once, so that no half of a change is refused: `Σ₁₁ Σ₁₂ Σ₂₂`, or a matrix from elsewhere
/// such as `[[0.2, 0.1], [0.1, 0.3]]`.
final class CovarianceField extends TypedField<SymMat2> {

    private final Consumer<SymMat2> accepted;

    /// @param accepted told a covariance that was typed; may refuse it with an [IllegalArgumentException]
    /// @param refused told a sentence about what was typed instead
    CovarianceField(Consumer<SymMat2> accepted, Consumer<String> refused) {
        super(SymMat2.scalar(1), refused);
        this.accepted = accepted;
        setId("field-covariance");
        getStyleClass().add("covariance-field");
        setAccessibleText(Texts.text("item.covariance") + " Σ");
        setTooltip(new Tooltip(Texts.text("item.covariance.help")));
        showValue();
    }

    @Override
    String text(SymMat2 shown) {
        return CovarianceText.text(shown);
    }

    @Override
    boolean isValue(String typed) {
        try {
            CovarianceText.parse(typed);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    String take(String typed) {
        try {
            accepted.accept(CovarianceText.parse(typed));
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
