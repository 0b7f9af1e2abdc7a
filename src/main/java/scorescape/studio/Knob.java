package scorescape.studio;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import scorescape.document.Parameter;

/// Something of a value that people set: a number or a choice. Says what the value becomes; knows no controls.
sealed interface Knob<T> {

    /// The same knob of a larger value that holds this one.
    <U> Knob<U> inside(Function<T, U> holder);

    /// A number.
    ///
    /// @param with the value with another number
    record Dial<T>(Parameter parameter, double value, DoubleFunction<T> with) implements Knob<T> {

        @Override
        public <U> Dial<U> inside(Function<T, U> holder) {
            return new Dial<>(parameter, value, number -> holder.apply(with.apply(number)));
        }
    }

    /// One of a few.
    ///
    /// @param id of the control
    /// @param chosen index of the option that the value has, or −1
    record Choice<T>(String id, String title, String help, List<Option<T>> options, int chosen) implements Knob<T> {

        @Override
        public <U> Choice<U> inside(Function<T, U> holder) {
            return new Choice<>(id, title, help, options.stream()
                    .map(option -> new Option<>(option.name(), option.help(), holder.apply(option.value())))
                    .toList(), chosen);
        }
    }

    /// @param help what to look for, in a sentence or two
    /// @param value what the choice gives
    record Option<T>(String name, String help, T value) {}

    /// The index of the option that gives `value`, or −1.
    static <T> int indexOf(List<Option<T>> options, T value) {
        return options.stream().map(Option::value).toList().indexOf(value);
    }
}
