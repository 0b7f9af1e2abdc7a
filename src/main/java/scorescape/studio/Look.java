package scorescape.studio;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.util.Subscription;
import scorescape.figure.Theme;
import scorescape.studio.Settings.Appearance;
import scorescape.studio.Settings.Motion;

/// The theme, for the controls and the picture alike: as the user chose, or light or dark as the system is.
final class Look {

    private static final String FONTS = "/scorescape/assets/fonts/";
    private static final String ICONS = "/scorescape/assets/icons/";
    private static final String STYLE_SHEET = "/scorescape/studio/studio.css";

    /// On the root of each scene of the window, for the style sheet.
    static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<Appearance> appearance;
    private final ObjectProperty<Double> scale;
    private final ObjectProperty<Double> sharpness;
    private final ObjectProperty<Motion> motion;
    private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper();
    private final Subscription system;
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);

    Look(Settings settings) {
        appearance = new SimpleObjectProperty<>(settings.appearance());
        appearance.subscribe((_, now) -> {
            settings.setAppearance(now);
            choose();
        });
        scale = new SimpleObjectProperty<>(settings.scale());
        scale.subscribe((_, now) -> settings.setScale(now));
        sharpness = new SimpleObjectProperty<>(settings.sharpness());
        sharpness.subscribe((_, now) -> settings.setSharpness(now));
        motion = new SimpleObjectProperty<>(settings.motion());
        motion.subscribe((_, now) -> settings.setMotion(now));
        still.bind(motion.flatMap(now -> switch (now) {
            case FULL -> new SimpleBooleanProperty(false);
            case REDUCED -> new SimpleBooleanProperty(true);
            case SYSTEM -> Platform.getPreferences().reducedMotionProperty();
        }));
        system = Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> choose());
        choose();
    }

    /// Loads the fonts of the window. To be called before the first control is made.
    static void loadFonts() {
        for (String name : List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")) {
            Font.loadFont(Look.class.getResourceAsStream(FONTS + name), 13);
        }
    }

    /// The program's icon, in the sizes that title bars and task bars ask for.
    static List<Image> icons() {
        return Stream.of(16, 32, 48, 128)
                .map(size -> new Image(
                        Objects.requireNonNull(Look.class.getResourceAsStream(ICONS + "scorescape-" + size + ".png"))))
                .toList();
    }

    ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /// How large everything in the window is, one of [Settings#SCALES].
    ObjectProperty<Double> scaleProperty() {
        return scale;
    }

    /// Pixels of the picture for each of the screen, one of [Settings#SHARPNESSES].
    ObjectProperty<Double> sharpnessProperty() {
        return sharpness;
    }

    ObjectProperty<Motion> motionProperty() {
        return motion;
    }

    /// Whether films stand still in each stage, as the user or the system wants it.
    ReadOnlyBooleanProperty stillProperty() {
        return still.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /// Dresses a scene, now and whenever theme or scale change. Its content becomes the content of a [ScaledRoot].
    ///
    /// @return to be given up by a window that goes before this look does
    Subscription dress(Scene scene) {
        var content = (Region) scene.getRoot();
        scene.setRoot(new Region());
        var root = new ScaledRoot(content);
        scene.setRoot(root);
        return Subscription.combine(scale.subscribe(factor -> {
            root.setScale(factor);
            scene.getStylesheets().setAll(STYLE_SHEET, popups(factor));
        }), theme.subscribe(now -> {
            root.pseudoClassStateChanged(DARK, now.isDark());
            root.setStyle(RoleColours.declarations(now));
        }));
    }

    /// Follows the system no longer.
    void close() {
        system.unsubscribe();
        still.unbind();
    }

    /// What has a window of its own is not in the scaled content: there the type grows, and most sizes with it.
    private static String popups(double factor) {
        String css = ".tooltip { -fx-font-size: %spx; -fx-max-width: %spx; } "
                .formatted(12 * factor, 340 * factor)
                + ".context-menu, .combo-box-popup, .choice-box-popup { -fx-font-size: %spx; }".formatted(13 * factor);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private void choose() {
        Theme chosen = switch (appearance.get()) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case PROJECTOR -> Theme.PROJECTOR;
            case PRINT -> Theme.PRINT;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
        };
        Application.setUserAgentStylesheet(chosen.isDark()
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
        theme.set(chosen);
    }
}
