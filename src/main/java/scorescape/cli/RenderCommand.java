package scorescape.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
import scorescape.document.Study.Shown;
import scorescape.export.GifExport;
import scorescape.export.GifOptions;
import scorescape.export.PngExport;
import scorescape.export.Progress;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;

/// Paints a scene into a file.
@Command(name = "render", mixinStandardHelpOptions = true, sortOptions = false, description = "Paint a scene: its story as an animated GIF, or one moment of it as a PNG.", footer = {
    "", "Examples:", "  scorescape render default --out guidance.gif",
    "  scorescape render my.scorescape.json --out film.gif --size 1280x720 --fps 30 --theme dark",
    "  scorescape render default --out amplify.png --at 12/amplify",
    "  scorescape render default --out moment.png --at 4.5s"})
final class RenderCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to: FILE.gif or FILE.png. A file "
            + "of that name is replaced.")
    @SuppressWarnings("NullAway.Init") // picocli demands it
    private Path out;

    @Option(names = "--at", paramLabel = "MOMENT", converter = Moment.Converter.class, description = "For a PNG: seconds of the film such as 4.5s, a step such as 18, or the end of a stage of a "
            + "step such as 18/amplify. By default the told step, told to its end.")
    private @Nullable Moment at;

    @Option(names = "--size", paramLabel = "WxH", converter = PictureSize.Converter.class, description = "Size in pixels, 960x540 by default.")
    private PictureSize size = new PictureSize(GifOptions.DEFAULT.width(), GifOptions.DEFAULT.height());

    @Option(names = "--fps", paramLabel = "RATE", description = "For a GIF: frames per second from 1 to 50, 25 by "
            + "default.")
    private @Nullable Integer framesPerSecond;

    @Option(names = "--theme", paramLabel = "light|dark", description = "Colours, light by default.")
    private Theme theme = GifOptions.DEFAULT.theme();

    @Option(names = "--quality", paramLabel = "faithful|small", description = "For a GIF: 'small' files may be off by about ten levels of colour; faithful by default.")
    private @Nullable GifQuality quality;

    @Option(names = "--view", paramLabel = "VIEW", description = "For a PNG: the picture, 'scene', or a plot of the population: projection, samples, sweep, promised, law, "
            + "commitment, methods, errors, factors or dimensions. By default what the scene says.")
    private @Nullable Shown view;

    @Option(names = {"-q", "--quiet"}, description = "Say nothing when all went well.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException, BadInput {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gif")) {
            gif();
        } else if (name.endsWith(".png")) {
            png();
        } else {
            throw new BadInput("--out must end in .gif or .png, but is '" + out + "'");
        }
        if (!quiet) {
            spec.commandLine().getOut().printf(Locale.ROOT, "%s: %.2f MB%n", out, Files.size(out) / 1e6);
        }
        return 0;
    }

    private void gif() throws IOException, BadInput {
        if (at != null) {
            throw new BadInput("--at is a moment for a PNG, but --out is a GIF, which shows the whole story");
        }
        if (view != null) {
            throw new BadInput("--view is for a PNG, but --out is a GIF, which shows the story of the scene");
        }
        int rate = framesPerSecond == null ? GifOptions.DEFAULT.framesPerSecond() : framesPerSecond;
        GifOptions options;
        try {
            options = new GifOptions(size.width(), size.height(), rate, theme,
                    quality == null ? GifOptions.DEFAULT.quality() : quality);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        Document document = scene.read();
        GifExport.write(document, options, out, progress());
    }

    private void png() throws IOException, BadInput {
        if (framesPerSecond != null) {
            throw new BadInput("--fps is a rate for a GIF, but --out is a PNG, which is one picture");
        }
        if (quality != null) {
            throw new BadInput("--quality is for a GIF, but --out is a PNG, which loses nothing");
        }
        Document read = scene.read();
        Document document = view == null ? read : read.withStudy(read.study().withShown(view));
        Moment moment = at == null ? new Moment.WholeStep(document.toldStep()) : at;
        Playhead playhead = moment.in(document);
        PngExport.write(document, playhead, size.width(), size.height(), theme, out);
    }

    private Progress progress() {
        PrintWriter err = spec.commandLine().getErr();
        return quiet || !isTerminal()
                ? Progress.NONE
                : new TerminalProgress(err);
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
