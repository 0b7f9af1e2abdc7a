package scorescape.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Study.Shown;
import scorescape.export.FileContent.OfLesson;
import scorescape.export.FileContent.OfScene;
import scorescape.export.FilmEstimate;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.FilmSubject;
import scorescape.export.PictureExport;
import scorescape.export.PictureFormat;
import scorescape.export.PictureOptions;
import scorescape.export.SceneKept;
import scorescape.figure.Backdrop;
import scorescape.figure.Lettering;
import scorescape.figure.Theme;

/// Paints a scene into a file.
@Command(name = "render", mixinStandardHelpOptions = true, sortOptions = false, description = "Paint a scene: its story as a film, or one moment of it as a picture. Or a lesson: its slides as a film, or each as a picture. What FILE ends in says which.", footer = {
    "", "Examples:", "  scorescape render default --out guidance.gif",
    "  scorescape render my.scorescape.json --out film.mp4 --size 1280x720 --fps 30 --theme dark",
    "  scorescape render default --out guidance.frames",
    "  scorescape render default --out guidance.gif --size 16:9 --estimate",
    "  scorescape render default --out step.gif --span 12 --ping-pong --size 4:3",
    "  scorescape render default --out amplify.png --at 12/amplify --scale 3 --background clear",
    "  scorescape render default --out moment.pdf --at 4.5s --size 480x270",
    "  scorescape render two-boxes --out figure.tex        (for LaTeX with TikZ)",
    "  scorescape render guidance-scale --out lesson.mp4    (--out slide.png: numbered stills)",
    "  scorescape render guidance-scale --slide 3 --out slide.pdf"})
final class RenderCommand implements Callable<Integer> {

    private static final String KINDS = "FILE.gif, .apng, .mp4 or .frames (a new folder of PNG files) for the film; "
            + "FILE.png, .svg, .pdf or .tex for one moment";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to: " + KINDS
            + ". A file of that name is replaced.")
    @SuppressWarnings("NullAway.Init") // picocli demands it
    private Path out;

    @Option(names = "--at", paramLabel = "MOMENT", converter = MomentArgument.Converter.class, description = "For a picture: seconds of the film such as 4.5s, a step such as 18, or the end of a stage of a "
            + "step such as 18/amplify. By default the told step, told to its end.")
    private @Nullable MomentArgument at;

    @Option(names = "--size", paramLabel = "WxH", converter = PictureSize.Converter.class, description = "Size in pixels, 960x540 by default, or by its use: message, figure, 720p, 16:9, 4:3, a4, text or "
            + "column (of LaTeX).")
    private PictureSize size = new PictureSize(FilmOptions.DEFAULT.width(), FilmOptions.DEFAULT.height());

    @Option(names = "--scale", paramLabel = "S", description = "For a PNG: so many times as many pixels in each direction, 1 by default.")
    private @Nullable Double scale;

    @Option(names = "--theme", paramLabel = "light|dark|projector|print", description = "Colours, light by default.")
    private Theme theme = FilmOptions.DEFAULT.theme();

    @Option(names = "--background", paramLabel = "opaque|clear", description = "'clear' lets through what the picture is laid on; opaque by default. Of a GIF a pixel is there or not.")
    private @Nullable Backdrop backdrop;

    @Option(names = "--text", paramLabel = "outlines|text", description = "For SVG and PDF: 'text' can be searched and edited; outlines by default. Formulas stay outlines.")
    private @Nullable Lettering lettering;

    @Option(names = "--view", paramLabel = "VIEW", description = "Of a picture: that of the scene, 'scene', or a plot of the population: projection, samples, sweep, promised, law, "
            + "commitment, methods, errors, factors or dimensions. By default what the scene says.")
    private @Nullable Shown view;

    @Option(names = "--slide", paramLabel = "N", description = "For a lesson: one slide of it, 1 the first. By default all: in one film, or as pictures FILE-1.png, FILE-2.png and so on.")
    private @Nullable Integer slide;

    @Option(names = "--scene", paramLabel = "inside|beside|none", description = "Where the scene (of several slides, the lesson) is kept: 'inside' the file, which can then be opened as one, by "
            + "default; in a file of its own 'beside' it.")
    private SceneKept kept = SceneKept.INSIDE;

    @Mixin
    private FilmArguments filmArguments = new FilmArguments();

    @Mixin
    private Report report = new Report();

    @Override
    public Integer call() throws IOException, BadInput {
        Optional<PictureFormat> picture = PictureFormat.named(out);
        switch (scene.content()) {
            case OfScene(Document document, _) -> {
                refuse(slide != null, "--slide is for a lesson, but this is a scene");
                if (picture.isPresent()) {
                    picture(document, picture.get());
                } else {
                    run(document, filmFormat());
                }
            }
            case OfLesson(Lesson lesson, _) -> {
                refuse(at != null || view != null || scene.isChanged(),
                        "--at, --view and --step are for scenes, but this is a lesson");
                lesson(lesson, picture);
            }
        }
        return 0;
    }

    private FilmFormat filmFormat() throws BadInput {
        return FilmFormat.named(out, filmArguments.quality(), filmArguments.framesPerSecond())
                .orElseThrow(() -> new BadInput("--out must be " + KINDS + ", but is '" + out + "'"));
    }

    private void lesson(Lesson lesson, Optional<PictureFormat> picture) throws IOException, BadInput {
        int count = lesson.slides().size();
        refuse(slide != null && (slide < 1 || slide > count),
                "--slide must be from 1 to " + count + " in this lesson, but is " + slide);
        int first = slide == null ? 0 : slide - 1;
        int end = slide == null ? count : slide;
        if (picture.isPresent()) {
            PictureOptions options = pictureOptions(picture.get());
            for (int i = first; i < end; i++) {
                Path file = slide == null && count > 1 ? numbered(i + 1, count) : out;
                PictureExport.write(lesson, i, picture.get(), options, file);
                report.written(file, spec.commandLine().getOut());
            }
            return;
        }
        FilmFormat format = filmFormat();
        refuse(filmArguments.hasCut() || backdrop == Backdrop.CLEAR,
                "--span, --hold, --ping-pong and --background are for scenes, but this is a lesson");
        film(new FilmSubject.Slides(lesson, first, end), format, filmOptions(format));
    }

    /// `FILE-03.png` for `FILE.png`, so that names sort as slides follow each other.
    private Path numbered(int number, int count) {
        String name = String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        String digits = String.format(Locale.ROOT, "%0" + String.valueOf(count).length() + "d", number);
        return out.resolveSibling(name.substring(0, dot) + "-" + digits + name.substring(dot));
    }

    private FilmOptions filmOptions(FilmFormat format) throws BadInput {
        String kind = format.name();
        refuse(at != null, "--at is a moment for a picture, but --out is " + kind + ", which shows the whole story");
        refuse(view != null,
                "--view is for a picture, but --out is " + kind + ", which shows the story of the scene");
        refuse(scale != null, "--scale is for a PNG, but --out is " + kind + ": give it another --size");
        refuse(lettering != null, "--text is for SVG and PDF, but --out is " + kind);
        refuse(backdrop == Backdrop.CLEAR && !format.canBeClear(),
                "--background clear is for formats that can be transparent, but --out is " + kind);
        refuse(filmArguments.hasQuality() && !(format instanceof FilmFormat.Gif),
                "--quality is for a GIF, but --out is " + kind);
        refuse(filmArguments.hasPlays() && !(format instanceof FilmFormat.Gif || format instanceof FilmFormat.Apng),
                "--plays is for a GIF or an APNG, but --out is " + kind);
        return filmArguments.options(size, theme, backdrop);
    }

    private void run(Document document, FilmFormat format) throws IOException, BadInput {
        FilmOptions options = filmOptions(format);
        try {
            options.span().in(document);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--span: " + e.getMessage());
        }
        film(new FilmSubject.Run(document), format, options);
    }

    private void film(FilmSubject subject, FilmFormat format, FilmOptions options) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        format.rateInstead(options).ifPresent(sentence -> report.remark(sentence, err));
        if (filmArguments.isEstimate()) {
            FilmEstimate estimate = subject.estimate(format, options, kept, () -> false).orElseThrow();
            report.estimated(estimate, spec.commandLine().getOut());
        } else {
            subject.write(format, options, kept, out, report.progress(out, err));
            report.written(out, spec.commandLine().getOut());
        }
    }

    private PictureOptions pictureOptions(PictureFormat format) throws BadInput {
        String kind = switch (format) {
            case PNG -> "a PNG";
            case SVG -> "an SVG";
            case PDF -> "a PDF";
            case TIKZ -> "a TikZ picture";
        };
        refuse(!filmArguments.isEmpty(),
                "--fps, --quality, --span, --hold, --ping-pong, --plays and --estimate are for films, but --out is "
                        + kind
                        + ", which is one picture");
        refuse(scale != null && format != PictureFormat.PNG,
                "--scale is for a PNG, but --out is " + kind + ", which has no pixels");
        refuse(lettering != null && format != PictureFormat.SVG && format != PictureFormat.PDF,
                "--text is for SVG and PDF, but --out is " + kind);
        refuse(backdrop != null && format == PictureFormat.TIKZ,
                "--background is for PNG, SVG and PDF, but --out is " + kind);
        double factor = scale == null ? 1 : scale;
        refuse(!(factor > 0 && factor <= PictureOptions.MAX_SIZE),
                "--scale must be above 0 and at most " + PictureOptions.MAX_SIZE + ", but is " + factor);
        try {
            return new PictureOptions((int) Math.round(factor * size.width()),
                    (int) Math.round(factor * size.height()), theme, backdrop == null ? Backdrop.OPAQUE : backdrop,
                    lettering == null ? Lettering.OUTLINES : lettering, kept);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private void picture(Document read, PictureFormat format) throws IOException, BadInput {
        PictureOptions options = pictureOptions(format);
        Document document = view == null ? read : read.withStudy(read.study().withShown(view));
        MomentArgument moment = at == null ? new MomentArgument.WholeStep(document.toldStep()) : at;
        PictureExport.write(document, moment.in(document), format, options, out);
        report.written(out, spec.commandLine().getOut());
    }

    private static void refuse(boolean wrong, String sentence) throws BadInput {
        if (wrong) {
            throw new BadInput(sentence);
        }
    }
}
