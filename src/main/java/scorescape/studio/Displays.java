package scorescape.studio;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

import static scorescape.text.Texts.text;

/// What is shown where during a talk: the audience sees one display, the speaker another one if there is one.
///
/// Displays are told apart by their place, since they have no names.
///
/// @param speaker null if there is only one
record Displays(Rectangle2D audience, @Nullable Rectangle2D speaker) {

    /// @param all at least one
    /// @param home the one with the window that the talk is given from
    /// @param wanted the [#place] of that for the audience; one that is not there, or empty, means one that is not `home`
    static Displays of(List<Rectangle2D> all, Rectangle2D home, String wanted) {
        Rectangle2D audience = all.stream().filter(display -> place(display).equals(wanted)).findFirst()
                .or(() -> other(all, home))
                .orElse(all.getFirst());
        Rectangle2D speaker = all.contains(home) && !home.equals(audience)
                ? home
                : other(all, audience).orElse(null);
        return new Displays(audience, speaker);
    }

    private static Optional<Rectangle2D> other(List<Rectangle2D> all, Rectangle2D one) {
        return all.stream().filter(display -> !display.equals(one)).findFirst();
    }

    /// Those of the machine.
    static List<Rectangle2D> all() {
        return Screen.getScreens().stream().map(Screen::getBounds).toList();
    }

    /// That with the upper left corner of a window, or else the main one.
    static Rectangle2D of(Window window) {
        List<Screen> there = Screen.getScreensForRectangle(window.getX(), window.getY(), 1, 1);
        return (there.isEmpty() ? Screen.getPrimary() : there.getFirst()).getBounds();
    }

    /// A display in a setting, such as `1280 0 1920 1080`.
    static String place(Rectangle2D display) {
        return String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f", display.getMinX(), display.getMinY(),
                display.getWidth(), display.getHeight());
    }

    /// A display as users tell it from the others.
    static String title(List<Rectangle2D> all, Rectangle2D display) {
        Rectangle2D first = all.getFirst();
        int number = all.indexOf(display) + 1;
        double width = display.getWidth();
        double height = display.getHeight();
        if (display.equals(first)) {
            return text("display.main", number, width, height);
        } else if (display.getMinX() >= first.getMaxX()) {
            return text("display.right", number, width, height);
        } else if (display.getMaxX() <= first.getMinX()) {
            return text("display.left", number, width, height);
        } else if (display.getMaxY() <= first.getMinY()) {
            return text("display.above", number, width, height);
        }
        return text("display.below", number, width, height);
    }
}
