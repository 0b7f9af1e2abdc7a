package scorescape.figure;

import java.awt.Color;

/// What a mark stands for. Each role has one colour in a theme, the same in every arrow, label, legend row, equation
/// term and slider.
public enum Role implements Ink {

    /// `x_t`, `x_{t−1}`, `x₀` and the step taken.
    STATE,
    /// The unconditional prediction `x̂₀`.
    UNCONDITIONAL,
    /// The prediction for the class, `x̂₀|y`.
    CONDITIONAL,
    /// The posterior `p(x₀ | x_t)` around `x̂₀`.
    POSTERIOR,
    /// `δ`, before scaling.
    DIFFERENCE,
    /// `γδ`.
    SCALED_DIFFERENCE,
    /// The guided prediction `x̂₀ + γδ` and the way to it.
    COMBINED,
    /// The noise `ε` that the step adds.
    NOISE,
    /// Noise that the step might have added.
    OTHER_NOISE,

    /// The density of `p_t` where it is highest; it fades to [#BACKGROUND].
    DENSITY,
    BACKGROUND,
    TEXT,
    /// Text and lines of lesser importance.
    MUTED,
    /// Boxes with text on them.
    PANEL,
    PANEL_EDGE,
    /// Lines at round coordinates.
    GRID,
    /// The grid of noises that the flow carries.
    FLOW;

    /// Whether a mark in `ink` is about this.
    boolean covers(Ink ink) {
        return ink == this || (this == NOISE && ink == OTHER_NOISE) || (this == UNCONDITIONAL && ink == POSTERIOR);
    }

    @Override
    public Color in(Theme theme) {
        return theme.color(this);
    }
}
