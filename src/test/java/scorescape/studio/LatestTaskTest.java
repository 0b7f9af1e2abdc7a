package scorescape.studio;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LatestTaskTest {

    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void inputsThatAreOvertakenWhileTheyWaitAreSkipped() throws InterruptedException {
        var started = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var task = new LatestTask<String>("test", input -> {
            started.countDown();
            await(goOn);
            done.add(input);
        }, e -> done.add("failed"))) {
            task.request("first");
            await(started);
            task.request("overtaken");
            task.request("last");
            goOn.countDown();

            assertEquals(List.of("first", "last"), List.of(next(), next()));
        }
    }

    @Test
    void failureIsToldAndTheNextInputIsWorkedOn() throws InterruptedException {
        try (var task = new LatestTask<Integer>("test", input -> done.add("ten by it is " + 10 / input),
                e -> done.add(String.valueOf(e.getMessage())))) {
            task.request(0);
            assertEquals("/ by zero", next());

            task.request(5);
            assertEquals("ten by it is 2", next());
        }
    }

    private String next() throws InterruptedException {
        return String.valueOf(done.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
