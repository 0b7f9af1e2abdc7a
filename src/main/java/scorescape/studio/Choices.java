package scorescape.studio;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Choices among values that are shown by a title and never typed.
final class Choices {

    private Choices() {}

    /// A choice that begins with what was chosen before.
    ///
    /// @param remembered as the value's `toString` says it, from the settings
    /// @param otherwise what is chosen if nothing such is among the values
    static <T> ChoiceBox<T> of(List<T> values, Function<T, String> title, String remembered, T otherwise) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setConverter(titled(title));
        box.setValue(
                values.stream().filter(value -> value.toString().equals(remembered)).findFirst().orElse(otherwise));
        return box;
    }

    static <T> StringConverter<T> titled(Function<T, String> title) {
        return new StringConverter<>() {

            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public T fromString(String ignored) {
                throw new UnsupportedOperationException("a choice is not typed");
            }
        };
    }
}
