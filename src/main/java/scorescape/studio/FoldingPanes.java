package scorescape.studio;

import javafx.scene.Scene;
import javafx.scene.layout.Region;

/// Which panes the window shows: those that the user wants, as far as there is room beside the picture.
final class FoldingPanes {

    /// In a narrower window the inspector folds away, until it is asked for.
    private static final double ROOM_FOR_INSPECTOR = 900;

    /// In a narrower window the list of the data folds away first.
    private static final double ROOM_FOR_BOTH = 1100;

    /// In a lower window the curve under the scrubber gives its room to the picture.
    private static final double ROOM_FOR_CURVE = 620;

    private final Inspector inspector;
    private final SidePane sidePane;
    private final Timeline timeline;
    private final Settings settings;
    private final Look look;

    FoldingPanes(Inspector inspector, SidePane sidePane, Timeline timeline, Settings settings, Look look) {
        this.inspector = inspector;
        this.sidePane = sidePane;
        this.timeline = timeline;
        this.settings = settings;
        this.look = look;
    }

    /// @param content of the scene, in units of the interface's scale
    void follow(Scene scene, Region content) {
        content.widthProperty().subscribe((before, now) -> fold(before.doubleValue(), now.doubleValue()));
        scene.heightProperty().subscribe((_, _) -> showCurve());
        double room = scene.getWidth() / look.scaleProperty().get();
        inspector.setVisible(settings.showsInspector() && room >= ROOM_FOR_INSPECTOR);
        sidePane.setVisible(settings.showsSidePane() && room >= ROOM_FOR_BOTH);
    }

    void toggleInspector() {
        inspector.setVisible(!inspector.isVisible());
        settings.setShowsInspector(inspector.isVisible());
    }

    void toggleSidePane() {
        sidePane.setVisible(!sidePane.isVisible());
        settings.setShowsSidePane(sidePane.isVisible());
    }

    void toggleCurve() {
        settings.setShowsCurve(!settings.showsCurve());
        showCurve();
    }

    /// Slides and data beside each other would leave little room for the picture.
    void lessonOpened(boolean isOpen) {
        sidePane.setVisible(!isOpen && settings.showsSidePane());
    }

    void showCurve() {
        Scene scene = timeline.getScene();
        timeline.showCurve(
                settings.showsCurve() && scene.getHeight() / look.scaleProperty().get() >= ROOM_FOR_CURVE);
    }

    private void fold(double before, double now) {
        if ((before >= ROOM_FOR_INSPECTOR) != (now >= ROOM_FOR_INSPECTOR)) {
            inspector.setVisible(now >= ROOM_FOR_INSPECTOR && settings.showsInspector());
        }
        if ((before >= ROOM_FOR_BOTH) != (now >= ROOM_FOR_BOTH)) {
            sidePane.setVisible(now >= ROOM_FOR_BOTH && settings.showsSidePane());
        }
    }
}
