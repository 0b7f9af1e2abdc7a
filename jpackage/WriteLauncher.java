import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes the launcher of the built program: fills the running JDK's home into the template.
///
/// Run by the build as `java WriteLauncher.java TEMPLATE TARGET`, in the JDK that compiled the program.
final class WriteLauncher {

    private WriteLauncher() {}

    static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(Path.of(args[0])).replace("@JAVA_HOME@", System.getProperty("java.home")));
        // Not by way of the file store, which Java does not find where no mount is listed, as in a plain chroot.
        var posix = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
