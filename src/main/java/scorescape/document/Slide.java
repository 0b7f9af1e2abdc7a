package scorescape.document;

import scorescape.lesson.Playhead;
import scorescape.lesson.RunShape;
import scorescape.lesson.Story;
import scorescape.lesson.Story.Beat;

/// One picture or short film of a lesson, with what is said about it.
///
/// @param title a line of at most [Lesson#MAX_TITLE_LENGTH] characters, may be empty
/// @param scene what is shown
/// @param from the stage at whose beginning its film begins
/// @param to the stage at whose end its film ends, and which stays on show; the same as `from` for a slide that stands still
/// @param caption what the slide says, Markdown with formulas between dollar signs; may be empty
/// @param question asked before the film is shown and answered by the caption, which is hidden until then: Markdown, or
///        empty if nothing is asked
/// @param notes for the speaker, Markdown, may be empty
public record Slide(String title, Document scene, Beat from, Beat to, String caption, String question, String notes) {

    /// How long a film rests on its last picture, and a still is shown, in seconds.
    public static final double REST = 4;

    /// How long a question waits for its answer where nobody presses a key, in seconds.
    public static final double THINKING = 5;

    public Slide {
        Check.that(Document.isLine(title, Lesson.MAX_TITLE_LENGTH), "title",
                "a line of at most " + Lesson.MAX_TITLE_LENGTH + " characters", Json.inline(title));
        requireText(caption, "caption");
        requireText(question, "question");
        requireText(notes, "notes");
        Check.that(from.step() < scene.steps() && to.step() < scene.steps(), "show",
                "stages of steps from 1 to " + scene.steps(), from + " and " + to);
        Check.that(
                from.step() < to.step() || (from.step() == to.step() && from.stage().compareTo(to.stage()) <= 0),
                "show", "two stages of which the second is not before the first", from + " and " + to);
    }

    static void requireText(String text, String place) {
        Check.that(text.length() <= Lesson.MAX_TEXT_LENGTH, place, "at most " + Lesson.MAX_TEXT_LENGTH + " characters",
                text.length() + " of them");
    }

    /// A slide of a scene as it stands, without words.
    public static Slide of(Document scene, Beat at) {
        return new Slide("", scene, at, at, "", "", "");
    }

    public boolean standsStill() {
        return from.equals(to);
    }

    public boolean asks() {
        return !question.isBlank();
    }

    /// What its film tells: one stage for a slide that stands still.
    public Story story() {
        return Story.between(runOf(scene), from, to);
    }

    /// What is shown first of it.
    public Playhead opening() {
        return standsStill() ? to.end() : story().at(0);
    }

    /// The scene with the step told that the slide shows, which is what is to be painted.
    public Document shown() {
        return from.stage().isTold()
                ? scene.withToldStep(from.step())
                : to.stage().isTold() ? scene.withToldStep(to.step()) : scene;
    }

    /// How long the slide takes, in seconds, if nobody presses a key.
    public double seconds() {
        return (asks() ? THINKING : 0) + (standsStill() ? 0 : story().seconds()) + REST;
    }

    /// The slide with another scene. In another number of steps, its film stays at the same share of the run.
    public Slide withScene(Document newScene) {
        return new Slide(title, newScene, scaled(from, newScene.steps()), scaled(to, newScene.steps()), caption,
                question,
                notes);
    }

    public Slide withFilm(Beat newFrom, Beat newTo) {
        return new Slide(title, scene, newFrom, newTo, caption, question, notes);
    }

    public Slide withTitle(String newTitle) {
        return new Slide(newTitle, scene, from, to, caption, question, notes);
    }

    public Slide withCaption(String newCaption) {
        return new Slide(title, scene, from, to, newCaption, question, notes);
    }

    public Slide withQuestion(String newQuestion) {
        return new Slide(title, scene, from, to, caption, newQuestion, notes);
    }

    public Slide withNotes(String newNotes) {
        return new Slide(title, scene, from, to, caption, question, newNotes);
    }

    static RunShape runOf(Document scene) {
        return RunShape.of(scene.levels(), scene.sampler(), scene.guidance());
    }

    private Beat scaled(Beat beat, int newSteps) {
        return new Beat(Math.toIntExact((long) beat.step() * newSteps / scene.steps()), beat.stage());
    }
}
