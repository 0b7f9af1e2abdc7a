package scorescape.figure;

import java.util.List;
import java.util.stream.Stream;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.Trajectory.Placement;
import scorescape.diffusion.schedule.CosineSchedule;
import scorescape.diffusion.schedule.TimeGrid;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;
import scorescape.document.Document.DataClass;
import scorescape.document.Sampling;
import scorescape.document.View;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;

/// The scene of the picture tests. It stays as it is, whatever scene the program opens with.
final class Scenes {

    static final int TOLD = 10;

    /// Three classes, guided towards the second, with x_t far out at the right: the predictions lie together at the
    /// left, as in a textbook figure.
    static final Document THREE_CLASSES = new Document("Three classes",
            List.of(new DataClass(0, "A"), new DataClass(1, "B"), new DataClass(2, "C")),
            Stream.of(
                    new GaussianComponent(1, 0, new Vec2(-2.9, 1.5), new SymMat2(0.12, 0.05, 0.1)),
                    new GaussianComponent(1, 0, new Vec2(-1.5, 2.15), new SymMat2(0.1, -0.01, 0.06)),
                    new GaussianComponent(1, 1, new Vec2(-0.9, -0.75), new SymMat2(0.13, -0.05, 0.09)),
                    new RectangleComponent(1, 1, new Vec2(0.35, -1.75), new Vec2(0.5, 0.28), 0.35),
                    new GaussianComponent(1, 2, new Vec2(-3.5, -0.5), new SymMat2(0.07, -0.01, 0.13)),
                    new GaussianComponent(1, 2, new Vec2(-2.5, -1.7), new SymMat2(0.13, 0.05, 0.08))).map(DataItem::of)
                    .toList(),
            new Sampling(new CosineSchedule(), TimeGrid.LEADING, new DdpmSampler(DdpmSampler.Variance.SMALL), 25, 107),
            new ClassifierFreeGuidance(1, 3), new Placement(TOLD, new Vec2(2.15, 0.925)), TOLD,
            new View(new Camera(Vec2.ZERO, 10), Coordinates.RESCALED));

    private Scenes() {}

    static Document withState(double x, double y) {
        return THREE_CLASSES.withPlacement(new Placement(TOLD, new Vec2(x, y)));
    }

    static Document withGamma(double gamma) {
        return THREE_CLASSES.withGuidance(new ClassifierFreeGuidance(1, gamma));
    }
}
