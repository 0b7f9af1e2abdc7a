package scorescape.figure;

import java.awt.Color;

/// A colour between two others, for what has a size: a darker shade for a larger γ.
///
/// @param share of `to`, in `[0, 1]`
public record MixedInk(Ink from, Ink to, double share) implements Ink {

    @Override
    public Color in(Theme theme) {
        return Pen.mix(from.in(theme), to.in(theme), share);
    }
}
