package scorescape.studio;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where the program keeps what is neither a document nor a setting: unsaved changes and its log.
final class StateFolder {

    private StateFolder() {}

    /// That of the user who runs the program. It may not be there yet.
    static Path ofUser() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System::getenv);
    }

    static Path of(String system, Path home, UnaryOperator<@Nullable String> environment) {
        if (system.startsWith("Windows")) {
            String local = environment.apply("LOCALAPPDATA");
            return (local == null ? home : Path.of(local)).resolve("Scorescape");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Scorescape");
        }
        String state = environment.apply("XDG_STATE_HOME");
        return (state == null || state.isBlank() ? home.resolve(".local/state") : Path.of(state)).resolve("scorescape");
    }
}
