package scorescape.studio;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import scorescape.text.Texts;

/// A value that is shown and typed: Enter, Tab or leaving the field takes it, Escape brings back what was there. What is no
/// such value is refused with a sentence, and the value stays. A field that is in no window, though it may have the
/// keyboard for a moment longer, takes nothing.
abstract class TypedField<T> extends TextField {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Consumer<String> refused;

    /// Null where it stands for several that differ.
    private @Nullable T value;

    /// The value is not on show before [#setValue] is called.
    ///
    /// @param refused told a sentence about what was typed instead
    TypedField(T value, Consumer<String> refused) {
        this.value = value;
        this.refused = refused;
        getStyleClass().add("number-field");
        setOnAction(_ -> commit());
        focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                commit();
            }
        });
        textProperty().subscribe((_, text) -> pseudoClassStateChanged(ERROR, !text.equals(shown()) && !isValue(text)));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showValue();
                selectAll();
                event.consume();
            } else if (event.getCode() == KeyCode.TAB) {
                // Before the next field is looked for: what is taken may change which fields are there.
                commit();
            } else if (event.getCode() == KeyCode.Z && event.isShortcutDown() && getText().equals(shown())) {
                undo(event);
            }
        });
    }

    /// How a value is shown.
    abstract String text(T shown);

    /// Whether what is typed is a value, to mark it at once if not.
    abstract boolean isValue(String typed);

    /// Takes what is typed.
    ///
    /// @return a sentence on why not, empty if it was taken
    abstract String take(String typed);

    final @Nullable T value() {
        return value;
    }

    /// Shows a value, without telling anyone. What is being typed stays when the value is the same as before.
    ///
    /// @param newValue null if the field is for several values that differ
    final void setValue(@Nullable T newValue) {
        boolean isTyped = isFocused() && Objects.equals(newValue, value);
        value = newValue;
        setPromptText(newValue == null ? Texts.text("number.mixed") : "");
        if (!isTyped) {
            showValue();
        }
    }

    /// Shows the value in place of what is typed.
    final void showValue() {
        String text = shown();
        // A field lays itself out and is painted anew even for the text that it has.
        if (!getText().equals(text)) {
            setText(text);
        }
    }

    /// With nothing typed there is nothing of its own to undo: the scene undoes what was taken before.
    private void undo(KeyEvent event) {
        if (getScene() == null) {
            // Gone, with the focus still on it.
            return;
        }
        getScene().getAccelerators().entrySet().stream()
                .filter(entry -> entry.getKey().match(event))
                .findFirst()
                .ifPresent(entry -> {
                    event.consume();
                    entry.getValue().run();
                });
    }

    private String shown() {
        return value == null ? "" : text(value);
    }

    /// Takes what is typed, or refuses it with a sentence.
    final void commit() {
        String typed = getText();
        if (getScene() == null || typed.equals(shown())) {
            return;
        }
        String complaint = take(typed);
        showValue();
        if (!complaint.isEmpty()) {
            refused.accept(complaint);
        }
    }
}
