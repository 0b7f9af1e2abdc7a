package scorescape.studio;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What is thrown on the JavaFX thread while a random user is at work, without what the platform itself cannot do.
final class ThrownOnJavaFx {

    private ThrownOnJavaFx() {}

    /// To be called on that thread, and [#toldAsBefore()] when the test has ended: the thread serves all tests.
    static void toldTo(Consumer<Throwable> listener) {
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> {
            if (!isOfThePlatform(e)) {
                listener.accept(e);
            }
        });
    }

    /// From now on the JavaFX thread, which calls this, tells whom all threads tell. What the platform cannot do it may still
    /// find out: the windows are there until the next picture.
    static void toldAsBefore() {
        toldTo(e -> {
            Thread.UncaughtExceptionHandler all = Thread.getDefaultUncaughtExceptionHandler();
            if (all != null) {
                all.uncaughtException(Thread.currentThread(), e);
            }
        });
    }

    /// The Headless platform cannot show windows that reach beyond its small screen, nor let them grow: it copies their pixels to
    /// outside of it, and clears them there.
    static boolean isOfThePlatform(Throwable e) {
        return e instanceof IndexOutOfBoundsException && Stream.of(e.getStackTrace())
                .dropWhile(frame -> "java.base".equals(frame.getModuleName()))
                .findFirst()
                .filter(frame -> frame.getClassName().endsWith(".headless.HeadlessWindow")
                        && List.of("blit", "clearRect").contains(frame.getMethodName()))
                .isPresent();
    }
}
