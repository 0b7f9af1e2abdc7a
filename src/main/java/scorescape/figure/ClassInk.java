package scorescape.figure;

import java.awt.Color;

/// The colour of a class of the data.
///
/// @param index place of the class in the document's list of classes, not negative
public record ClassInk(int index) implements Ink {

    @Override
    public Color in(Theme theme) {
        return theme.classColor(index);
    }
}
