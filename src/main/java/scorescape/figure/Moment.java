package scorescape.figure;

import java.util.OptionalInt;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.diffusion.model.NoisedModel;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document.Coordinates;
import scorescape.math.Vec2;

/// What the layers that fill the plane know of the moment that is shown.
///
/// @param model with what it keeps of this level
/// @param guidance the rule of the run
/// @param position of the step under way
/// @param level the noise of the states shown, at least as much as a picture can show
/// @param coordinates in which they are shown
record Moment(NoisedModel model, Guidance guidance, GuidancePosition position, NoiseLevel level,
        Coordinates coordinates, Viewport viewport) {

    /// The class of which a layer shows something: that of the guidance.
    OptionalInt label() {
        return guidance.guidingClass();
    }

    /// γ of the rule, or of the one inside it, at this level: 0 without guidance.
    double gamma() {
        return gamma(guidance.atLevel(level));
    }

    private static double gamma(Guidance rule) {
        return switch (rule) {
            case NoGuidance() -> 0;
            case ScaledGuidance scaled -> scaled.scale();
            case WrappingGuidance wrapping -> gamma(wrapping.rule());
        };
    }

    /// The state that is shown at a pixel.
    Vec2 state(Vec2 pixel) {
        return Plane.state(coordinates, level, viewport.toData(pixel));
    }
}
