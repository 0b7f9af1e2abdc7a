package scorescape.studio;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window stood when it was closed, in pixels of the desktop.
///
/// @param bounds with its frame, while it was not maximized
record WindowPlace(Rectangle2D bounds, boolean maximized) {

    private static final String MAXIMIZED = " maximized";
    private static final String FORM = "-?\\d{1,6} -?\\d{1,6} \\d{2,6} \\d{2,6}(" + MAXIMIZED + ")?";

    /// Reads what [#asSetting] gives; empty for anything else.
    static Optional<WindowPlace> of(String setting) {
        if (!setting.matches(FORM)) {
            return Optional.empty();
        }
        String[] parts = setting.split(" ", -1);
        return Optional.of(new WindowPlace(new Rectangle2D(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]), Integer.parseInt(parts[3])), setting.endsWith(MAXIMIZED)));
    }

    /// Such as `40 60 1280 800`.
    String asSetting() {
        return Displays.place(bounds) + (maximized ? MAXIMIZED : "");
    }

    /// Where a window is now.
    ///
    /// @param before its place when it was opened: a maximized window does not tell where else it would be
    static WindowPlace of(Stage stage, Optional<WindowPlace> before) {
        boolean fills = stage.isMaximized() || stage.isFullScreen();
        Rectangle2D now = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        return new WindowPlace(fills ? before.map(WindowPlace::bounds).orElse(now) : now, stage.isMaximized());
    }

    /// Puts a window there that is not shown yet.
    void apply(Stage stage) {
        Rectangle2D place = inside(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        stage.setMaximized(maximized);
    }

    /// The place, moved and made smaller as far as it must be to lie in the display that holds the middle of its upper edge,
    /// or in the first, since displays come and go.
    Rectangle2D inside(List<Rectangle2D> displays) {
        Rectangle2D display = displays.stream()
                .filter(one -> one.contains(bounds.getMinX() + bounds.getWidth() / 2, bounds.getMinY()))
                .findFirst()
                .orElse(displays.getFirst());
        double width = Math.min(bounds.getWidth(), display.getWidth());
        double height = Math.min(bounds.getHeight(), display.getHeight());
        return new Rectangle2D(Math.clamp(bounds.getMinX(), display.getMinX(), display.getMaxX() - width),
                Math.clamp(bounds.getMinY(), display.getMinY(), display.getMaxY() - height), width, height);
    }
}
