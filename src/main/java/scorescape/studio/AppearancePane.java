package scorescape.studio;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.scene.layout.VBox;
import scorescape.studio.Knob.Option;
import scorescape.studio.Settings.Appearance;
import scorescape.studio.Settings.Motion;

import static scorescape.text.Texts.text;

/// How the window looks to its user, whatever the scene: remembered, and no step to undo.
final class AppearancePane extends VBox {

    private static final List<Option<Appearance>> THEMES =
            Stream.of(Appearance.values()).map(a -> new Option<>(a.title(), a.help(), a)).toList();
    private static final List<Option<Double>> SCALES = Settings.SCALES.stream()
            .map(scale -> new Option<>(percent(scale),
                    scale == 1 ? text("appearance.scale.system.help") : text("appearance.scale.other.help"),
                    scale))
            .toList();
    private static final List<Option<Motion>> MOTIONS =
            List.of(new Option<>(text("appearance.motion.system"), text("appearance.motion.system.help"),
                    Motion.SYSTEM),
                    new Option<>(text("appearance.motion.full"), text("appearance.motion.full.help"), Motion.FULL),
                    new Option<>(text("appearance.motion.reduced"), text("appearance.motion.reduced.help"),
                            Motion.REDUCED));
    private static final List<Option<Double>> SHARPNESSES =
            List.of(new Option<>(text("appearance.resolution.full"), text("appearance.resolution.full.help"), 1.0),
                    new Option<>(text("appearance.resolution.threeQuarters"),
                            text("appearance.resolution.threeQuarters.help"), 0.75),
                    new Option<>(text("appearance.resolution.half"), text("appearance.resolution.half.help"), 0.5));
    private static final List<Option<Boolean>> CONVENTIONS =
            List.of(new Option<>("γ", text("appearance.convention.gamma.help"), false),
                    new Option<>("w = γ − 1", text("appearance.convention.w.help"), true));

    AppearancePane(Look look, BooleanProperty tellsWeight) {
        getStyleClass().add("pane");
        add("theme", text("appearance.theme"), text("appearance.theme.help"), THEMES, look.appearanceProperty());
        add("interface-scale", text("appearance.interfaceScale"), text("appearance.interfaceScale.help"), SCALES,
                look.scaleProperty());
        add("motion", text("appearance.motion"), text("appearance.motion.help"), MOTIONS, look.motionProperty());
        add("sharpness", text("appearance.resolution"),
                text("appearance.resolution.help"),
                SHARPNESSES, look.sharpnessProperty());
        add("convention", text("appearance.convention"), text("appearance.convention.help"), CONVENTIONS, tellsWeight);
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
