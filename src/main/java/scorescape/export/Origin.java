package scorescape.export;

import java.util.Objects;

/// Which program made a file.
public final class Origin {

    private Origin() {}

    /// The program with its version, which the manifest of the jar says.
    public static String program() {
        String version = Origin.class.getPackage().getImplementationVersion();
        return "Scorescape " + Objects.requireNonNullElse(version, "(not packaged)");
    }
}
