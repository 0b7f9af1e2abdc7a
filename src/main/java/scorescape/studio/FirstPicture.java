package scorescape.studio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import scorescape.studio.PictureWorker.Picture;

/// Tells when the first picture was shown, for whoever measures the start of the program: at the log level of debugging, or,
/// where the program is to run until then only, on standard output.
final class FirstPicture {

    private static final Logger LOG = System.getLogger(FirstPicture.class.getName());

    private final Stage stage;

    FirstPicture(Stage stage) {
        this.stage = stage;
    }

    void shown(@Nullable Picture before, @Nullable Picture now) {
        if (before != null || now == null) {
            return;
        }
        boolean last = "painted".equals(System.getProperty("scorescape.until"));
        if (last || LOG.isLoggable(Level.DEBUG)) {
            long wall = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
            long cpu = ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
            LOG.log(Level.DEBUG, "first picture shown after {0} ms, with {1} ms of processor time", wall, cpu);
            if (last) {
                System.out.println("first picture shown after " + wall + " ms, with " + cpu + " ms of processor time");
                Platform.runLater(stage::hide);
            }
        }
    }
}
