package scorescape.studio;

import scorescape.figure.Role;
import scorescape.lesson.Stage;

import static scorescape.text.Texts.text;

/// What the window calls a stage: shorter than the caption in the picture.
///
/// @param name for the pill
/// @param help one sentence for the tooltip
/// @param role whose colour the pill takes
record StageText(String name, String help, Role role) {

    static StageText of(Stage stage) {
        return switch (stage) {
            case START -> new StageText(text("stage.start"), text("stage.start.help"), Role.STATE);
            case PREDICT -> new StageText(text("stage.predict"), text("stage.predict.help"), Role.UNCONDITIONAL);
            case PREDICT_GIVEN_CLASS ->
                new StageText(text("stage.predictGivenClass"), text("stage.predictGivenClass.help"), Role.CONDITIONAL);
            case CHURN -> new StageText(text("stage.churn"), text("stage.churn.help"), Role.NOISE);
            case PREDICT_REFERENCE -> new StageText(text("stage.predictReference"),
                    text("stage.predictReference.help"), Role.STATE);
            case GRADIENT -> new StageText(text("stage.gradient"), text("stage.gradient.help"), Role.SCALED_DIFFERENCE);
            case SCALE -> new StageText(text("stage.scale"), text("stage.scale.help"), Role.SCALED_DIFFERENCE);
            case COMBINE -> new StageText(text("stage.combine"), text("stage.combine.help"), Role.COMBINED);
            case CORRECT -> new StageText(text("stage.correct"), text("stage.correct.help"), Role.COMBINED);
            case PREDICT_AGAIN -> new StageText(text("stage.predictAgain"), text("stage.predictAgain.help"),
                    Role.UNCONDITIONAL);
            case NEXT -> new StageText(text("stage.repeat"), text("stage.next.help"), Role.STATE);
            case DIFFERENCE -> new StageText(text("stage.difference"), text("stage.difference.help"),
                    Role.SCALED_DIFFERENCE);
            case AMPLIFY -> new StageText(text("stage.amplify"), text("stage.amplify.help"), Role.SCALED_DIFFERENCE);
            case STEP -> new StageText(text("stage.step"), text("stage.step.help"), Role.COMBINED);
            case NOISE -> new StageText(text("stage.noise"), text("stage.noise.help"), Role.NOISE);
            case MOVE -> new StageText(text("stage.repeat"), text("stage.move.help"), Role.STATE);
            case END -> new StageText(text("stage.done"), text("stage.done.help"), Role.STATE);
        };
    }
}
