package scorescape.export;

import java.util.Objects;

/// What the program calls itself, in files that it makes too.
public final class ProgramName {

    private ProgramName() {}

    /// With the version that the manifest of the jar says.
    public static String withVersion() {
        String version = ProgramName.class.getPackage().getImplementationVersion();
        return "Scorescape " + Objects.requireNonNullElse(version, "(not packaged)");
    }
}
