package scorescape.studio;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import scorescape.figure.Theme;
import scorescape.studio.Settings.Appearance;

/// The theme, for the controls and the picture alike: as the user chose, or light or dark as the system is.
final class Look {

    private static final String FONTS = "/scorescape/assets/fonts/";
    private static final String ICONS = "/scorescape/assets/icons/";
    private static final String STYLE_SHEET = "/scorescape/studio/studio.css";

    /// On the root of each scene of the window, for the style sheet.
    static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<Appearance> appearance;
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);

    Look(Settings settings) {
        appearance = new SimpleObjectProperty<>(settings.appearance());
        appearance.subscribe((_, now) -> {
            settings.setAppearance(now);
            choose();
        });
        Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> choose());
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

    ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /// Dresses a scene, now and whenever the theme changes.
    void dress(Scene scene) {
        scene.getStylesheets().add(STYLE_SHEET);
        theme.subscribe(now -> {
            Parent root = scene.getRoot();
            root.pseudoClassStateChanged(DARK, now.isDark());
            root.setStyle(RoleColours.declarations(now));
        });
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
