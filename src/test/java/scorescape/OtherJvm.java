package scorescape;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program in a process of its own, with the class path of the tests and no display.
public final class OtherJvm {

    /// What a window needs besides.
    public static final List<String> WINDOW =
            List.of("--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw");

    private OtherJvm() {}

    /// @param options of the virtual machine
    public static ProcessBuilder of(List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for a second or two, in which the second compiler costs more than it gains.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
