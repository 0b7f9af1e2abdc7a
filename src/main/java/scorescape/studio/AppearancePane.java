package scorescape.studio;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.scene.layout.VBox;
import scorescape.studio.Knob.Option;
import scorescape.studio.Settings.Appearance;
import scorescape.studio.Settings.Motion;

/// How the window looks to its user, whatever the scene: remembered, and no step to undo.
final class AppearancePane extends VBox {

    private static final List<Option<Appearance>> THEMES =
            Stream.of(Appearance.values()).map(a -> new Option<>(a.title(), a.help(), a)).toList();
    private static final List<Option<Double>> SCALES = Settings.SCALES.stream()
            .map(scale -> new Option<>(percent(scale), scale == 1 ? "As the system has it" : "Everything in the window",
                    scale))
            .toList();
    private static final List<Option<Motion>> MOTIONS =
            List.of(new Option<>("as the system", "Stands still if the system asks programs for less motion",
                    Motion.SYSTEM),
                    new Option<>("full", "Arrows grow and points move", Motion.FULL),
                    new Option<>("reduced", "Every stage is shown complete at once", Motion.REDUCED));
    private static final List<Option<Double>> SHARPNESSES =
            List.of(new Option<>("full", "A pixel of the picture for each pixel of the screen", 1.0),
                    new Option<>("three quarters", "About half of the work", 0.75),
                    new Option<>("half", "A quarter of the work, for large screens of slow machines", 0.5));
    private static final List<Option<Boolean>> CONVENTIONS =
            List.of(new Option<>("γ", "1 is the conditional prediction", false),
                    new Option<>("w = γ − 1", "0 is the conditional prediction, as in many papers", true));

    AppearancePane(Look look, BooleanProperty tellsWeight) {
        getStyleClass().add("pane");
        add("theme", "Theme", "The colours of the window and of the picture.", THEMES, look.appearanceProperty());
        add("interface-scale", "Interface scale", "How large everything in the window is.", SCALES,
                look.scaleProperty());
        add("motion", "Motion", "Whether films move between their stages.", MOTIONS, look.motionProperty());
        add("sharpness", "Resolution of the picture",
                "How finely the picture is painted in the window. Exported files are always as fine as they are asked for.",
                SHARPNESSES, look.sharpnessProperty());
        add("convention", "Guidance scale told as", "Which of the two conventions of papers the slider follows.",
                CONVENTIONS, tellsWeight);
    }

    private <T> void add(String id, String title, String help, List<Option<T>> options, Property<T> property) {
        ChoiceControl<T> control = new ChoiceControl<>(id, title, help, property::setValue);
        property.subscribe(now -> control.show(options, Knob.indexOf(options, now)));
        getChildren().add(control);
    }

    private static String percent(double scale) {
        return Math.round(100 * scale) + " %";
    }
}
