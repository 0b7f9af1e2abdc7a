package scorescape.document;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.document.Document.Camera;
import scorescape.document.Study.Shown;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.math.Numerics;

/// How one scene at one moment becomes another: camera, guidance scale, `x_t`, the strength of layers and the time of the
/// run change steadily. Where anything else differs, the pictures are faded over.
///
/// @param start what is shown of `from`
/// @param end what is shown of `to`
public record Transition(Document from, Playhead start, Document to, Playhead end) {

    /// How long it takes, in seconds.
    public static final double SECONDS = 0.9;

    /// Whether the two are too different for a steady change.
    public boolean fades() {
        boolean plots = from.study().shown() != Shown.SCENE || to.study().shown() != Shown.SCENE;
        return plots || !mixed(1).equals(to);
    }

    /// The scene on the way.
    ///
    /// @param share in `[0, 1]`
    public Document document(double share) {
        return fades() ? to : share == 0 ? from : mixed(Numerics.smoothstep(share));
    }

    /// The moment on the way. Time of the process goes evenly, since easing would lie about its speed.
    ///
    /// @param share in `[0, 1]`
    public Playhead playhead(double share) {
        if (share == 1 || fades()) {
            return end;
        }
        double first = start.position();
        double last = end.position();
        if (first == last || share == 0) {
            return start;
        }
        double position = first + share * (last - first);
        int step = Math.clamp((int) position, 0, to.steps() - 1);
        return new Playhead(step, Stage.MOVE, Math.clamp(position - step, 0, 1));
    }

    private Document mixed(double share) {
        return from.withTitle(to.title())
                .withToldStep(Math.min(to.toldStep(), from.steps() - 1))
                .withCamera(mixed(from.camera(), to.camera(), share))
                .withGuidance(mixed(from.guidance(), to.guidance(), share))
                .withPlacement(mixed(from.placement(), to.placement(), share))
                .withLayers(mixed(from.layers(), to.layers(), share));
    }

    /// The width changes by the same factor in equal times.
    private static Camera mixed(Camera a, Camera b, double share) {
        if (share == 1) {
            return b;
        }
        double width = a.width() * Math.pow(b.width() / a.width(), share);
        // The centre keeps its place in the picture while that grows.
        double along = a.width() == b.width() ? share : (a.width() - width) / (a.width() - b.width());
        return new Camera(a.centre().lerp(b.centre(), along), width);
    }

    private static Guidance mixed(Guidance a, Guidance b, double share) {
        if (a instanceof ScaledGuidance from && b instanceof ScaledGuidance to
                && from.withScale(to.scale()).equals(to)) {
            return from.withScale(from.scale() + share * (to.scale() - from.scale()));
        }
        return a;
    }

    private static @Nullable Placement mixed(
            @Nullable Placement a, @Nullable Placement b,
            double share) {
        return a != null && b != null && a.step() == b.step()
                ? new Placement(a.step(), a.at().lerp(b.at(), share))
                : a;
    }

    private static Layers mixed(Layers a, Layers b, double share) {
        Layers mixed = a;
        for (Layer layer : Layer.values()) {
            double opacity = a.opacity(layer) + share * (b.opacity(layer) - a.opacity(layer));
            if (share == 1 || Objects.equals(a.look(layer), b.look(layer))) {
                mixed = mixed.withLook(layer, b.look(layer));
            } else {
                mixed = mixed.withLook(layer, new Layers.Look(true, opacity));
            }
        }
        return mixed;
    }
}
