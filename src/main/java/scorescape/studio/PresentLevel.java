package scorescape.studio;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Sampling;

/// The noise level of the step under the playhead. The levels of a run are computed once for all who ask.
final class PresentLevel {

    private final Playback playback;
    private final ReadOnlyObjectWrapper<NoiseLevel> level = new ReadOnlyObjectWrapper<>(NoiseLevel.CLEAN);
    private Sampling sampling;
    private List<NoiseLevel> levels;

    PresentLevel(DocumentStore store, Playback playback) {
        this.playback = playback;
        sampling = store.current().sampling();
        levels = sampling.levels();
        store.subscribe(this::follow);
        playback.playheadProperty().subscribe(_ -> show());
    }

    ReadOnlyObjectProperty<NoiseLevel> levelProperty() {
        return level.getReadOnlyProperty();
    }

    NoiseLevel level() {
        return level.get();
    }

    /// Of the whole run, from noise to clean data.
    List<NoiseLevel> levels() {
        return levels;
    }

    private void follow(Document document) {
        if (!document.sampling().equals(sampling)) {
            sampling = document.sampling();
            levels = sampling.levels();
        }
        show();
    }

    private void show() {
        // The document may be told of a shorter run before the playhead is.
        level.set(levels.get(Math.min(playback.playhead().step(), levels.size() - 2)));
    }
}
