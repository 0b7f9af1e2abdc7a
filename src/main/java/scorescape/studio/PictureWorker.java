package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.document.Document;
import scorescape.figure.Frame;
import scorescape.figure.FrameComputer;
import scorescape.figure.FramePainter;
import scorescape.figure.Role;
import scorescape.figure.Theme;
import scorescape.figure.Viewport;
import scorescape.lesson.Playhead;
import scorescape.math.Bounds;

/// Computes and paints pictures on a thread of its own, always the newest one asked for.
///
/// There are three sheets: one on show, one painted and waiting to be shown, one being painted. A painted picture that
/// a newer one overtakes before it was shown is painted over.
///
/// While nothing is asked for it can compute ahead what will be. Each scene that was prepared keeps a computer of its own, so
/// what is remembered of it is there when its turn comes, and what is remembered of the one on show stays.
final class PictureWorker implements AutoCloseable {

    private static final int SHEETS = 3;

    /// The scene on show, the one that is prepared, and the one before.
    private static final int SCENES = 3;

    /// A picture to make.
    ///
    /// @param width in pixels of the screen
    /// @param height in pixels of the screen
    /// @param scale pixels of the screen per unit of the window
    /// @param lit what stands out, or null
    /// @param pointed what stands out in the equation alone, or null
    /// @param enlargement how much larger than usual type and lines are
    record Request(Document document, Playhead playhead, int width, int height, double scale, Theme theme,
            @Nullable Role lit, @Nullable Role pointed, double enlargement) {

        /// The map from the plane to the units of the window.
        Viewport viewport() {
            return Viewport.of(document.camera(), Math.max(1, (int) Math.round(width / scale)),
                    Math.max(1, (int) Math.round(height / scale)));
        }
    }

    /// A picture made.
    record Picture(Request request, Trajectory trajectory, Frame frame, PixelSheet sheet) {

        /// Where the lanes of a comparison are, in units of the window; none if nothing is compared.
        List<Bounds> lanes() {
            double scale = request.scale();
            return frame.lanes().stream().map(lane -> {
                double left = lane.left() / scale;
                double top = lane.top() / scale;
                Viewport shown = lane.frame().viewport();
                return new Bounds(left, top, left + shown.width() / scale, top + shown.height() / scale);
            }).toList();
        }

        /// The map from the plane to the units of the window, from the upper left corner of the scene's own lane.
        Viewport viewport() {
            if (frame.lanes().isEmpty()) {
                return request.viewport();
            }
            Bounds lane = lanes().get(request.document().view().comparison().place());
            return Viewport.of(request.document().camera(), Math.max(1, (int) Math.round(lane.width())),
                    Math.max(1, (int) Math.round(lane.height())));
        }
    }

    private final LatestTask<Order> task;
    private final Consumer<Picture> deliver;
    private final Consumer<Runnable> hop;
    private final BlockingQueue<PixelSheet> free = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Picture> painted = new AtomicReference<>();

    /// Pictures to compute: one to show, or some that are not to be shown yet.
    ///
    /// @param ready told of the last one if they are not to be shown yet, else null
    private record Order(List<Request> requests, @Nullable Consumer<Frame> ready) {}

    /// What remembers a scene, whatever has become of it since.
    private record Easel(@Nullable Document scene, FrameComputer computer) {}

    /// Confined to the worker thread; the last one is that of the picture on show.
    private final List<Easel> easels = new ArrayList<>();

    /// Whether the present work may be given up for a newer one.
    private volatile boolean ahead;

    /// What was computed ahead last.
    private volatile List<Request> prepared = List.of();

    /// @param hop takes an action to the thread that shows pictures
    /// @param deliver called there with each new picture; the one before must be given back by [#release]
    PictureWorker(Consumer<Runnable> hop, Consumer<Picture> deliver, Consumer<RuntimeException> failed) {
        this.hop = hop;
        this.deliver = deliver;
        for (int i = 0; i < SHEETS; i++) {
            free.add(new PixelSheet(1, 1));
        }
        task = new LatestTask<>("pictures", this::work, failed);
        easels.add(easel(null));
    }

    void request(Request request) {
        task.request(new Order(List.of(request), null));
    }

    /// Computes pictures of one scene that will be asked for later, unless something else is asked for meanwhile. To be
    /// called when the picture that was asked for is there.
    ///
    /// @param ready told on the worker thread of the last of them, once for the same requests
    void prepare(List<Request> requests, Consumer<Frame> ready) {
        if (!requests.equals(prepared)) {
            task.requestIfNoneWaits(new Order(requests, ready));
        }
    }

    private Easel easel(@Nullable Document scene) {
        return new Easel(scene, new FrameComputer(() -> ahead && task.isOvertaken()));
    }

    /// Gives back a picture that is no longer on show.
    void release(Picture picture) {
        free.add(picture.sheet());
    }

    private void work(Order order) {
        if (order.ready() != null) {
            computeAhead(order.requests(), order.ready());
        } else {
            make(order.requests().getFirst());
        }
    }

    private void computeAhead(List<Request> requests, Consumer<Frame> ready) {
        ahead = true;
        try {
            FrameComputer computer = computerAhead(requests.getFirst().document());
            for (Request request : requests.subList(0, requests.size() - 1)) {
                compute(computer, request);
                if (task.isOvertaken()) {
                    return;
                }
            }
            ready.accept(compute(computer, requests.getLast()));
            prepared = requests;
        } catch (CancellationException e) {
            // Something is wanted now.
        } finally {
            ahead = false;
        }
    }

    /// That of the scene, or one in the place of the scene whose turn was longest ago.
    private FrameComputer computerAhead(Document scene) {
        for (Easel easel : easels) {
            if (scene.equals(easel.scene())) {
                return easel.computer();
            }
        }
        if (easels.size() == SCENES) {
            easels.removeFirst();
        }
        Easel added = easel(scene);
        easels.add(easels.size() - 1, added);
        return added.computer();
    }

    /// That of the scene if it was prepared, else that of the picture on show.
    private FrameComputer computer(Document scene) {
        for (int i = 0; i < easels.size() - 1; i++) {
            if (scene.equals(easels.get(i).scene())) {
                easels.add(easels.remove(i));
            }
        }
        return easels.getLast().computer();
    }

    private static Frame compute(FrameComputer computer, Request request) {
        return computer.compute(request.document(), request.playhead(),
                Viewport.of(request.document().camera(), request.width(), request.height())
                        .enlarged(request.enlargement()),
                request.theme());
    }

    private void make(Request request) {
        FrameComputer computer = computer(request.document());
        Frame frame = compute(computer, request);
        Trajectory trajectory = computer.trajectory(request.document());
        PixelSheet sheet = takeSheet(request.width(), request.height());
        try {
            FramePainter.paint(sheet.painted(), emphasised(frame, request));
        } catch (RuntimeException e) {
            free.add(sheet);
            throw e;
        }
        Picture overtaken = painted.getAndSet(new Picture(request, trajectory, frame, sheet));
        if (overtaken == null) {
            hop.accept(this::deliverNewest);
        } else {
            free.add(overtaken.sheet());
        }
    }

    private static Frame emphasised(Frame frame, Request request) {
        Role lit = request.lit();
        Role pointed = request.pointed();
        return lit != null ? frame.lit(lit) : pointed != null ? frame.termLit(pointed) : frame;
    }

    private void deliverNewest() {
        deliver.accept(Objects.requireNonNull(painted.getAndSet(null)));
    }

    /// Waits at most for the moment in which one picture takes the place of another.
    private PixelSheet takeSheet(int width, int height) {
        try {
            PixelSheet sheet = free.take();
            return sheet.hasSize(width, height) ? sheet : new PixelSheet(width, height);
        } catch (InterruptedException e) {
            throw new CancellationException("the window is closing");
        }
    }

    @Override
    public void close() {
        task.close();
    }
}
