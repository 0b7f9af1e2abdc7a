package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import scorescape.diffusion.model.ErrorField;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.model.ScoreModel.Biased;
import scorescape.diffusion.model.ScoreModel.Blurred;
import scorescape.diffusion.model.ScoreModel.Erring;
import scorescape.diffusion.model.ScoreModel.Exact;
import scorescape.diffusion.model.ScoreModel.Rotated;
import scorescape.document.Parameters;
import scorescape.math.Vec2;
import scorescape.studio.Knob.Dial;
import scorescape.text.Texts;

/// What a model has in place of the exact score, as people choose it.
enum ModelKind {

    EXACT {
        @Override
        ScoreModel make() {
            return ScoreModel.EXACT;
        }
    },

    BLURRED {
        @Override
        ScoreModel make() {
            return new Blurred(Parameters.MODEL_BLUR.defaultValue());
        }
    },

    ERRING {
        @Override
        ScoreModel make() {
            return new Erring(ScoreModel.EXACT, new ErrorField(Parameters.MODEL_ERROR.defaultValue(),
                    Parameters.MODEL_LENGTH.defaultValue(), (long) Parameters.MODEL_SEED.defaultValue()));
        }
    },

    ROTATED {
        @Override
        ScoreModel make() {
            return new Rotated(ScoreModel.EXACT, Math.toRadians(Parameters.MODEL_ANGLE.defaultValue()));
        }
    },

    BIASED {
        @Override
        ScoreModel make() {
            return new Biased(ScoreModel.EXACT,
                    new Vec2(Parameters.MODEL_BIAS_X.defaultValue(), Parameters.MODEL_BIAS_Y.defaultValue()));
        }
    };

    String title() {
        return Texts.of(this);
    }

    /// What it is and what to look for, in a sentence or two.
    String help() {
        return Texts.of(this, "help");
    }

    /// A model of this kind with the usual numbers.
    abstract ScoreModel make();

    /// The kind of a model's outermost fault.
    static ModelKind of(ScoreModel model) {
        return switch (model) {
            case Exact() -> EXACT;
            case Blurred _ -> BLURRED;
            case Erring _ -> ERRING;
            case Rotated _ -> ROTATED;
            case Biased _ -> BIASED;
        };
    }

    /// What can be set of a model: of its outermost fault first, then of the model that it spoils.
    static List<Knob<ScoreModel>> knobs(ScoreModel model) {
        return switch (model) {
            case Exact() -> List.of();
            case Blurred(double blur) -> List.of(new Dial<>(Parameters.MODEL_BLUR, blur, Blurred::new));
            case Erring(ScoreModel spoilt, ErrorField f) -> with(spoilt, m -> new Erring(m, f), List.of(
                    new Dial<>(Parameters.MODEL_ERROR, f.size(),
                            v -> new Erring(spoilt, new ErrorField(v, f.length(), f.seed()))),
                    new Dial<>(Parameters.MODEL_LENGTH, f.length(),
                            v -> new Erring(spoilt, new ErrorField(f.size(), v, f.seed()))),
                    new Dial<>(Parameters.MODEL_SEED, (double) f.seed(),
                            v -> new Erring(spoilt, new ErrorField(f.size(), f.length(), (long) v)))));
            case Rotated(ScoreModel spoilt, double angle) -> with(spoilt, m -> new Rotated(m, angle), List.of(
                    new Dial<>(Parameters.MODEL_ANGLE, Math.toDegrees(angle),
                            v -> new Rotated(spoilt, Math.toRadians(v)))));
            case Biased(ScoreModel spoilt, Vec2 bias) -> with(spoilt, m -> new Biased(m, bias), List.of(
                    new Dial<>(Parameters.MODEL_BIAS_X, bias.x(), v -> new Biased(spoilt, new Vec2(v, bias.y()))),
                    new Dial<>(Parameters.MODEL_BIAS_Y, bias.y(), v -> new Biased(spoilt, new Vec2(bias.x(), v)))));
        };
    }

    private static List<Knob<ScoreModel>> with(ScoreModel spoilt, UnaryOperator<ScoreModel> fault,
            List<Knob<ScoreModel>> own) {
        List<Knob<ScoreModel>> all = new ArrayList<>(own);
        knobs(spoilt).forEach(knob -> all.add(knob.inside(fault)));
        return all;
    }
}
