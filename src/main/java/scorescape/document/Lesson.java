package scorescape.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A talk in slides, which a lecturer gives and writes.
///
/// A lesson that exists is valid: its constructor refuses anything else with a sentence that begins with the place.
///
/// @param title a line of 1 to [#MAX_TITLE_LENGTH] characters
/// @param source where its figures and claims come from: Markdown, may be empty
/// @param notes what the lecturer should know before: Markdown, may be empty
/// @param slides at least one, at most [#MAX_SLIDES]
public record Lesson(String title, String source, String notes, List<Slide> slides) {

    public static final int MAX_SLIDES = 200;
    public static final int MAX_TITLE_LENGTH = 200;

    /// Longest of the other texts, in characters.
    public static final int MAX_TEXT_LENGTH = 5000;

    public Lesson {
        slides = List.copyOf(slides);
        Check.that(!title.isBlank() && Document.isLine(title, MAX_TITLE_LENGTH), "title",
                "a line of 1 to " + MAX_TITLE_LENGTH + " characters", Json.inline(title));
        Slide.requireText(source, "source");
        Slide.requireText(notes, "notes");
        Check.that(!slides.isEmpty() && slides.size() <= MAX_SLIDES, "slides", "from 1 to " + MAX_SLIDES + " slides",
                slides.size());
    }

    /// How long the lesson takes, in seconds, if nobody presses a key.
    public double seconds() {
        return slides.stream().mapToDouble(Slide::seconds).sum();
    }

    public Lesson withTitle(String newTitle) {
        return new Lesson(newTitle, source, notes, slides);
    }

    public Lesson withSource(String newSource) {
        return new Lesson(title, newSource, notes, slides);
    }

    public Lesson withNotes(String newNotes) {
        return new Lesson(title, source, newNotes, slides);
    }

    public Lesson withSlides(List<Slide> newSlides) {
        return new Lesson(title, source, notes, newSlides);
    }

    /// @param index of the slide to change
    public Lesson withSlide(int index, UnaryOperator<Slide> change) {
        List<Slide> changed = new ArrayList<>(slides);
        changed.set(index, change.apply(slides.get(index)));
        return withSlides(changed);
    }
}
