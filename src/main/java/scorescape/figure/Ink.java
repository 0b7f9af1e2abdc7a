package scorescape.figure;

import java.awt.Color;

/// A colour by its meaning: what is drawn says what it is, the theme says what that looks like.
public sealed interface Ink permits Role, ClassInk, MapInk, MixedInk {

    Color in(Theme theme);
}
