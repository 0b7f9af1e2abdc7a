package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.model.ErrorField;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.model.ScoreModel.Biased;
import scorescape.diffusion.model.ScoreModel.Blurred;
import scorescape.diffusion.model.ScoreModel.Erring;
import scorescape.diffusion.model.ScoreModel.Exact;
import scorescape.diffusion.model.ScoreModel.Rotated;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// How pictures tell that what they show comes from a model that errs.
public final class ModelText {

    private ModelText() {}

    /// `the model is blurred by 0.3, turned by 20°`, empty for the exact one.
    public static String of(ScoreModel model) {
        List<String> faults = new ArrayList<>();
        add(faults, model);
        return faults.isEmpty() ? "" : text("modelText.model", String.join(", ", faults));
    }

    /// Adds the faults of a model, the innermost first.
    private static void add(List<String> faults, ScoreModel model) {
        switch (model) {
            case Exact() -> {
                // No fault.
            }
            case Blurred(double blur) -> faults.add(text("modelText.blurredBy", Furniture.number(blur)));
            case Erring(ScoreModel spoilt, ErrorField field) -> {
                add(faults, spoilt);
                faults.add(text("modelText.wrongBy", Furniture.number(100 * field.size())));
            }
            case Rotated(ScoreModel spoilt, double angle) -> {
                add(faults, spoilt);
                faults.add(text("modelText.turnedBy", Furniture.number(Math.toDegrees(angle))));
            }
            case Biased(ScoreModel spoilt, Vec2 bias) -> {
                add(faults, spoilt);
                faults.add(text("modelText.offBy", Furniture.number(bias.x()), Furniture.number(bias.y())));
            }
        }
    }
}
