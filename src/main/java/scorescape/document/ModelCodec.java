package scorescape.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scorescape.diffusion.model.ErrorField;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.model.ScoreModel.Biased;
import scorescape.diffusion.model.ScoreModel.Blurred;
import scorescape.diffusion.model.ScoreModel.Erring;
import scorescape.diffusion.model.ScoreModel.Exact;
import scorescape.diffusion.model.ScoreModel.Rotated;
import scorescape.math.Vec2;

/// Models that err in the file format. A fault says which model it spoils, unless that is the exact one.
final class ModelCodec {

    private ModelCodec() {}

    static Map<String, Object> encode(ScoreModel model) {
        Map<String, Object> object = new LinkedHashMap<>();
        switch (model) {
            case Exact() -> object.put("kind", "exact");
            case Blurred(double blur) -> {
                object.put("kind", "blurred");
                object.put("blur", blur);
            }
            case Erring(ScoreModel spoilt, ErrorField field) -> {
                object.put("kind", "erring");
                object.put("size", field.size());
                object.put("length", field.length());
                object.put("seed", field.seed());
                put(object, spoilt);
            }
            case Rotated(ScoreModel spoilt, double angle) -> {
                object.put("kind", "rotated");
                object.put("angle", angle);
                put(object, spoilt);
            }
            case Biased(ScoreModel spoilt, Vec2 bias) -> {
                object.put("kind", "biased");
                object.put("bias", List.of(bias.x(), bias.y()));
                put(object, spoilt);
            }
        }
        return object;
    }

    private static void put(Map<String, Object> object, ScoreModel spoilt) {
        if (!spoilt.equals(ScoreModel.EXACT)) {
            object.put("model", encode(spoilt));
        }
    }

    static ScoreModel decode(Place model) {
        return switch (model.member("kind").choice("exact", "blurred", "erring", "rotated", "biased")) {
            case "exact" -> {
                model.only("kind");
                yield ScoreModel.EXACT;
            }
            case "blurred" ->
                new Blurred(model.only("kind", "blur").member("blur").number(Parameters.MODEL_BLUR));
            case "erring" -> {
                model.only("kind", "size", "length", "seed", "model");
                yield new Erring(spoilt(model), new ErrorField(model.member("size").number(Parameters.MODEL_ERROR),
                        model.member("length").number(Parameters.MODEL_LENGTH),
                        (long) model.member("seed").number(Parameters.MODEL_SEED)));
            }
            case "rotated" -> {
                double angle = model.only("kind", "angle", "model").member("angle").number();
                ScoreModel spoilt = spoilt(model);
                yield model.valid(() -> new Rotated(spoilt, angle));
            }
            default -> {
                List<Double> bias = model.only("kind", "bias", "model").member("bias").pair(
                        "a pair of numbers [x, y]", place -> place.number(Parameters.MODEL_BIAS_X));
                yield new Biased(spoilt(model), new Vec2(bias.get(0), bias.get(1)));
            }
        };
    }

    private static ScoreModel spoilt(Place model) {
        return model.has("model") ? decode(model.member("model")) : ScoreModel.EXACT;
    }
}
