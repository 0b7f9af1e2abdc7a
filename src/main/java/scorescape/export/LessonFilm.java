package scorescape.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Slide;
import scorescape.document.Transition;
import scorescape.export.gif.FrameSource;
import scorescape.figure.Frame;
import scorescape.figure.FramePainter;
import scorescape.lesson.Playhead;
import scorescape.lesson.Story;

/// Slides of a lesson as painted frames: questions wait for their answers, films play and rest, and each slide becomes the
/// next. Confined to one thread.
final class LessonFilm implements FrameSource {

    /// What one frame shows.
    ///
    /// @param faded how much is left of the slide before, which lies over this one
    private record Shot(int slide, Document scene, Playhead playhead, boolean asking, double faded, double until) {}

    private static final int CHANNEL = 0xFF;

    private final Lesson lesson;
    private final SlidePages pages;
    private final FilmOptions options;
    private final List<Shot> shots = new ArrayList<>();
    private final BufferedImage image;

    /// Where the plan has come to, in seconds.
    private double time;

    /// The last picture of a slide that is faded over, so that it is painted once, and which slide's.
    private int[] last = {};
    private int lastOf = -1;

    /// @param first of the slides that the film shows
    /// @param end of them: the one after the last
    LessonFilm(Lesson lesson, int first, int end, FilmOptions options) {
        this.lesson = lesson;
        this.options = options;
        pages = new SlidePages(lesson, options.width(), options.height(), options.theme());
        image = new BufferedImage(options.width(), options.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = first; i < end; i++) {
            if (i > first) {
                pass(i);
            }
            show(i);
        }
    }

    private void pass(int index) {
        Slide before = lesson.slides().get(index - 1);
        Slide slide = lesson.slides().get(index);
        var transition = new Transition(before.shown(), before.to().end(), slide.shown(), slide.opening());
        int frames = (int) Math.round(Transition.SECONDS * options.pace().framesPerSecond());
        for (int k = 1; k < frames; k++) {
            double share = (double) k / frames;
            add(index, transition.document(share), transition.playhead(share), slide.asks(),
                    transition.fades() ? 1 - share : 0, 1 / options.pace().framesPerSecond());
        }
    }

    private void show(int index) {
        Slide slide = lesson.slides().get(index);
        Document scene = slide.shown();
        if (slide.asks()) {
            add(index, scene, slide.opening(), true, 0, Slide.THINKING);
        }
        if (!slide.standsStill()) {
            Story story = slide.story();
            int frames = (int) Math.round(story.seconds() * options.pace().framesPerSecond());
            for (int k = 0; k < frames; k++) {
                add(index, scene, story.at(k / options.pace().framesPerSecond()), false, 0,
                        1 / options.pace().framesPerSecond());
            }
        }
        add(index, scene, slide.to().end(), false, 0, Slide.REST);
    }

    private void add(int slide, Document scene, Playhead playhead, boolean asking, double faded, double seconds) {
        time += seconds;
        shots.add(new Shot(slide, scene, playhead, asking, faded, time));
    }

    @Override
    public int width() {
        return options.width();
    }

    @Override
    public int height() {
        return options.height();
    }

    @Override
    public int frames() {
        return shots.size();
    }

    @Override
    public int plays() {
        return options.pace().plays();
    }

    @Override
    public int delayCentiseconds(int frame) {
        return centiseconds(shots.get(frame).until())
                - (frame == 0 ? 0 : centiseconds(shots.get(frame - 1).until()));
    }

    private static int centiseconds(double seconds) {
        return Math.toIntExact(Math.round(100 * seconds));
    }

    @Override
    public void paint(int frame, int[] argb) {
        Shot shot = shots.get(frame);
        paint(pages.page(shot.slide(), shot.scene(), shot.playhead(), shot.asking()), argb);
        if (shot.faded() > 0) {
            if (lastOf != shot.slide() - 1) {
                last = new int[argb.length];
                paint(pages.still(shot.slide() - 1), last);
                lastOf = shot.slide() - 1;
            }
            for (int i = 0; i < argb.length; i++) {
                argb[i] = mix(argb[i], last[i], shot.faded());
            }
        }
    }

    private void paint(Frame page, int[] argb) {
        Graphics2D g = image.createGraphics();
        try {
            FramePainter.paint(g, page);
        } finally {
            g.dispose();
        }
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, argb, 0, pixels.length);
    }

    private static int mix(int below, int above, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int b = (below >> shift) & CHANNEL;
            int a = (above >> shift) & CHANNEL;
            mixed |= (int) Math.round(b + share * (a - b)) << shift;
        }
        return mixed;
    }
}
