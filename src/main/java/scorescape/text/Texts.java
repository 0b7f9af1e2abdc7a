package scorescape.text;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/// What the program says to people in its window and in its pictures, in the user's language where there is a translation
/// and in English otherwise. The package's page says how a text is added.
public final class Texts {

    /// English has no name of its own: it is what every other language falls back to, text by text.
    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("scorescape.text.messages",
            Locale.getDefault(Locale.Category.DISPLAY), Control.getNoFallbackControl(Control.FORMAT_DEFAULT));

    private Texts() {}

    /// The text of a key, with the arguments in the places of its format specifiers. Numbers look the same in every
    /// language. A text without arguments is taken as it stands.
    ///
    /// @param key such as `timeline.speed`
    /// @param arguments as many as the text has specifiers
    /// @throws java.util.MissingResourceException if there is no such text
    public static String text(String key, @Nullable Object... arguments) {
        String text = MESSAGES.getString(key);
        return arguments.length == 0 ? text : String.format(Locale.ROOT, text, arguments);
    }

    /// The title of a constant: `layer.density` of `Layer.DENSITY`, `filmDialog.kind.gif` of `FilmDialog.Kind.GIF`.
    public static String of(Enum<?> constant) {
        return text(key(constant));
    }

    /// Another text of a constant: `layer.density.help` for the part `help` of `Layer.DENSITY`.
    public static String of(Enum<?> constant, String part) {
        return text(key(constant) + "." + part);
    }

    /// What the keys of a constant's texts begin with.
    static String key(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : uncapitalised(outer) + ".") + uncapitalised(type) + "." + camel(constant.name());
    }

    private static String uncapitalised(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /// `CLASSIFIER_FREE` as `classifierFree`.
    private static String camel(String constant) {
        var name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
