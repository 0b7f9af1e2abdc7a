package scorescape.studio;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.population.GuidanceSweep;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Parameters;
import scorescape.document.Sampling;
import scorescape.document.Study;
import scorescape.figure.plot.StudyComputer;

/// The largest γ whose mean path does not turn back, found on a thread of its own once the scene rests for a moment.
///
/// It does not depend on γ, so a drag of γ asks for nothing. Until the answer for a changed scene is there, there is none, and
/// the search for the old one stops.
final class MonotoneScale implements AutoCloseable {

    /// How long a scene must rest, so that drags do not compete with it.
    private static final Duration REST = Duration.millis(700);

    /// Scales beyond are not looked at: the slider ends there.
    private static final double MOST = Parameters.GUIDANCE_SCALE.usualMax();

    /// What the answer depends on.
    ///
    /// @param guidance with the scale 1
    private record Question(List<DataItem> items, Sampling sampling, Guidance guidance, Study.@Nullable Axis axis,
            int particles) {}

    private record Request(int number, Document document) {}

    private final ReadOnlyObjectWrapper<OptionalDouble> scale = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private final PauseTransition rest = new PauseTransition(REST);
    private final LatestTask<Request> task;

    /// What was asked last, null for a rule without a scale. Confined to the JavaFX thread.
    private @Nullable Question asked;

    /// Of the question asked last. Written on the JavaFX thread.
    private final AtomicInteger number = new AtomicInteger();

    /// Confined to the worker thread.
    private final StudyComputer computer = new StudyComputer();

    /// @param failed told on the JavaFX thread when it cannot be found
    MonotoneScale(DocumentStore store, Consumer<RuntimeException> failed) {
        task = new LatestTask<>("monotone-scale", this::find, e -> Platform.runLater(() -> failed.accept(e)));
        rest.setOnFinished(_ -> {
            if (asked != null) {
                task.request(new Request(number.get(), store.current()));
            }
        });
        store.subscribe(this::follow);
    }

    /// Empty while it is not known, if the mean turns back at γ = 1 already, and if it does nowhere on the slider.
    ReadOnlyObjectProperty<OptionalDouble> scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    private void follow(Document document) {
        Question question = !GuidanceSweep.hasScale(document.guidance())
                ? null
                : new Question(document.items(), document.sampling(),
                        GuidanceSweep.withScale(document.guidance(), 1), document.study().axis(),
                        document.layers().population().particles());
        if (!Objects.equals(question, asked)) {
            asked = question;
            number.incrementAndGet();
            scale.set(OptionalDouble.empty());
            rest.playFromStart();
        }
    }

    private void find(Request request) {
        try {
            OptionalDouble found = computer.largestMonotone(request.document(), MOST,
                    () -> request.number() != number.get() || task.isOvertaken());
            Platform.runLater(() -> {
                if (request.number() == number.get() && found.orElse(MOST) < MOST) {
                    scale.set(found);
                }
            });
        } catch (CancellationException e) {
            // The scene has changed.
        }
    }

    @Override
    public void close() {
        rest.stop();
        task.close();
    }
}
