package scorescape.export;

import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Slide;
import scorescape.document.Study.Shown;
import scorescape.figure.Frame;
import scorescape.figure.FrameComputer;
import scorescape.figure.SlideBand;
import scorescape.figure.Theme;
import scorescape.figure.plot.StudyComputer;
import scorescape.lesson.Playhead;

/// The slides of a lesson as pages: the picture or the plot, and below it what is said. Confined to one thread.
public final class SlidePages {

    private final Lesson lesson;
    private final int width;
    private final int height;
    private final Theme theme;
    private final FrameComputer pictures = new FrameComputer();
    private final StudyComputer plots = new StudyComputer();

    public SlidePages(Lesson lesson, int width, int height, Theme theme) {
        this.lesson = lesson;
        this.width = width;
        this.height = height;
        this.theme = theme;
    }

    /// What stays on show of a slide, with its answer.
    Frame still(int slide) {
        Slide shown = lesson.slides().get(slide);
        return page(slide, shown.shown(), shown.to().end(), false);
    }

    /// A slide on the way.
    ///
    /// @param scene what is shown of it or on the way to it
    /// @param asking whether its question is shown in place of the caption
    Frame page(int slide, Document scene, Playhead playhead, boolean asking) {
        Frame picture = scene.study().shown() == Shown.SCENE
                ? pictures.compute(scene, playhead, SlideBand.above(scene.camera(), width, height), theme)
                : plots.compute(scene, width, height - SlideBand.height(width, height), theme);
        return band(lesson, slide, asking).page(picture, height);
    }

    /// What is said of a slide.
    ///
    /// @param asking whether its question is shown in place of the caption
    public static SlideBand band(Lesson lesson, int slide, boolean asking) {
        Slide shown = lesson.slides().get(slide);
        return new SlideBand(shown.title(), asking ? shown.question() : shown.caption(), asking,
                (slide + 1) + " / " + lesson.slides().size());
    }
}
