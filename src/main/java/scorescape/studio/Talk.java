package scorescape.studio;

import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Lesson;
import scorescape.document.Slide;
import scorescape.document.Transition;
import scorescape.figure.RunShapes;
import scorescape.lesson.Playhead;

/// A lesson being given: which slide is on show, whether its answer is, and the way from one slide to the next.
///
/// It has a store and a playback of its own, so what the lecturer does to a slide is gone when it is shown again. Knows no
/// clock: whoever has one calls [#advance].
final class Talk {

    private final Lesson lesson;
    private final DocumentStore store;
    private final Playback playback = new Playback();
    private final Runnable beforeCut;
    private final ReadOnlyIntegerWrapper slide = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();
    private final BooleanProperty still = new SimpleBooleanProperty();

    /// On the way to a slide, else null.
    private @Nullable Transition transition;

    /// How much of the way has passed.
    private double share;

    /// Whether the slide is to be shown as it is in the end.
    private boolean complete;

    /// @param beforeCut called before one picture takes the place of another that it cannot grow out of
    Talk(Lesson lesson, int first, Runnable beforeCut) {
        this.lesson = lesson;
        this.beforeCut = beforeCut;
        store = new DocumentStore(lesson.slides().get(first).shown());
        var shapes = new RunShapes();
        store.subscribe(d -> playback.follow(shapes.of(d)));
        store.subscribe(d -> away.set(transition == null && !d.equals(current().shown())));
        playback.loopingProperty().set(false);
        still.subscribe(playback::showStills);
        slide.set(first);
        asking.set(current().asks());
        arrive();
    }

    Lesson lesson() {
        return lesson;
    }

    DocumentStore store() {
        return store;
    }

    Playback playback() {
        return playback;
    }

    /// The place of the slide on show, from 0.
    ReadOnlyIntegerProperty slideProperty() {
        return slide.getReadOnlyProperty();
    }

    Slide current() {
        return lesson.slides().get(slide.get());
    }

    /// Whether the question of the slide is on show, and its answer not.
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// Whether the lecturer has left the slide as it is written.
    ReadOnlyBooleanProperty awayProperty() {
        return away.getReadOnlyProperty();
    }

    /// Whether one slide is becoming another.
    ReadOnlyBooleanProperty movingProperty() {
        return moving.getReadOnlyProperty();
    }

    /// Whether nothing moves by itself, for people who asked for less motion.
    BooleanProperty stillProperty() {
        return still;
    }

    /// To whatever comes next: the end of what moves, the answer, the next slide.
    void forward() {
        if (transition != null) {
            arrive();
        } else if (asking.get()) {
            asking.set(false);
            play();
        } else if (playback.isPlaying()) {
            playback.playingProperty().set(false);
            playback.showEnd();
        } else {
            show(slide.get() + 1, false);
        }
    }

    /// To the slide before, as it is in the end.
    void back() {
        show(slide.get() - 1, true);
    }

    /// To a slide from its beginning, if there is one at that place.
    void goTo(int index) {
        show(index, false);
    }

    /// The slide as it is written, whatever was done to it.
    void restore() {
        begin(slide.get(), !asking.get());
        arrive();
    }

    /// Makes the guidance of the slide stronger or weaker, if it has a scale.
    void changeScale(double by) {
        store.edit("scale", document -> RuleStack.of(document.guidance()).base() instanceof ScaledGuidance scaled
                ? document.withGuidance(RuleStack.withScale(document.guidance(),
                        Math.clamp(scaled.scale() + by, ScaledGuidance.MIN_SCALE, ScaledGuidance.MAX_SCALE)))
                : document);
    }

    /// The γ of what is on show, empty if it has none.
    OptionalDouble scale() {
        return RuleStack.of(store.current().guidance()).base() instanceof ScaledGuidance scaled
                ? OptionalDouble.of(scaled.scale())
                : OptionalDouble.empty();
    }

    /// Stops what moves by itself, as when something is grabbed.
    void stop() {
        if (transition != null) {
            arrive();
        }
    }

    /// Lets the way to a slide go on by `elapsed` seconds of the wall clock.
    void advance(double elapsed) {
        if (transition != null) {
            share += elapsed / Transition.SECONDS;
            if (share >= 1) {
                arrive();
            } else {
                pass(transition, share);
            }
        }
    }

    private void show(int index, boolean atItsEnd) {
        if (index < 0 || index >= lesson.slides().size()) {
            return;
        }
        begin(index, atItsEnd);
        if (still.get()) {
            arrive();
        }
    }

    private void begin(int index, boolean atItsEnd) {
        Slide next = lesson.slides().get(index);
        playback.playingProperty().set(false);
        complete = atItsEnd;
        var way = new Transition(store.current(), playback.playhead(), next.shown(),
                atItsEnd ? next.to().end() : next.opening());
        boolean cuts = way.fades() && !still.get();
        if (cuts) {
            beforeCut.run();
        }
        transition = way;
        share = 0;
        moving.set(true);
        asking.set(!atItsEnd && next.asks());
        slide.set(index);
        if (cuts) {
            arrive();
        }
    }

    private void pass(Transition way, double at) {
        Document document = way.document(at);
        Playhead moment = way.playhead(at);
        store.open(document);
        playback.pass(moment);
    }

    private void arrive() {
        Slide here = current();
        transition = null;
        moving.set(false);
        store.open(here.shown());
        playback.tellPart(here.story(), here.shown().toldStep());
        if (complete || here.standsStill()) {
            playback.showEnd();
        } else if (!asking.get()) {
            play();
        }
    }

    private void play() {
        if (!current().standsStill()) {
            playback.playingProperty().set(true);
        }
    }
}
