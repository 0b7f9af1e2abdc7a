package scorescape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scorescape.document.Document;
import scorescape.document.Parameters;
import scorescape.document.Study.Shown;
import scorescape.export.DataFormat;
import scorescape.export.PictureFormat;
import scorescape.export.PictureOptions;
import scorescape.export.Progress;
import scorescape.export.Sweep;
import scorescape.figure.Theme;
import scorescape.figure.plot.StudyComputer;

/// Compares several values of one number of a scene.
@Command(name = "sweep", mixinStandardHelpOptions = true, sortOptions = false, description = "Compare several values of one number of a scene: as a table of what becomes of its population, or as pictures side by "
        + "side.", footer = {
            "", "Examples:", "  scorescape sweep default",
            "  scorescape sweep paper-boxes --over gamma=1,2,4,8,16 --out sweep.csv",
            "  scorescape sweep default --over steps=5,10,50 --particles 500 --format csv",
            "  scorescape sweep default --over gamma=0,1,3,10 --out guidance.pdf --size column",
            "  scorescape sweep default --over data.components[0].weight=0.2,1,5 --view samples --out weights.png"})
final class SweepCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private SceneArgument scene = new SceneArgument();

    @Option(names = "--over", paramLabel = "NAME=V,V,…", description = "gamma, steps, seed, eta, or where a number stands in the scene's file, such as sampler.eta or "
            + "data.components[0].weight, and its values. By default gamma with 21 values from 0 to the largest that the scene's plots compare.")
    private @Nullable String over;

    @Option(names = "--particles", paramLabel = "N", description = "How many for each value, by default as the scene says.")
    private @Nullable Integer particles;

    @Option(names = "--size", paramLabel = "WxH", converter = PictureSize.Converter.class, description = "With --out FILE.png, .svg or .pdf: size of each picture, 480x300 by default.")
    private PictureSize size = new PictureSize(480, 300);

    @Option(names = "--theme", paramLabel = "light|dark|projector|print", description = "Colours of pictures, light by default.")
    private Theme theme = Theme.LIGHT;

    @Option(names = "--view", paramLabel = "VIEW", description = "What each picture shows: 'scene', or a plot of the population such as samples. By default what the scene says.")
    private @Nullable Shown view;

    @Mixin
    private DataOutput output = new DataOutput();

    @Mixin
    private Quiet quiet = new Quiet();

    @Override
    public Integer call() throws IOException, BadInput {
        Path out = output.file();
        Optional<PictureFormat> picture = out == null ? Optional.empty() : PictureFormat.named(out);
        if (picture.equals(Optional.of(PictureFormat.TIKZ))) {
            throw new BadInput("--out: pictures side by side are PNG, SVG or PDF, not TikZ");
        }
        DataFormat format = picture.isPresent() ? DataFormat.JSON : output.format(DataFormat.CSV);
        Document document = document();
        Progress progress = quiet.progress("Sampling", out, spec.commandLine().getErr());
        try {
            Sweep sweep = sweep(document);
            if (picture.isPresent() && out != null) {
                sweep.writePictures(document.toldStep(), picture.get(),
                        new PictureOptions(size.width(), size.height(), theme), out);
            } else {
                output.write(spec.commandLine().getOut(), writer -> sweep.write(format, writer, progress));
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput((over == null ? "" : "--over: ") + e.getMessage());
        }
        return 0;
    }

    private Document document() throws IOException, BadInput {
        Document document = scene.read();
        if (particles != null) {
            if (!Parameters.PARTICLES.accepts(particles)) {
                throw new BadInput(
                        "--particles must be " + Parameters.PARTICLES.expectation() + ", but is " + particles);
            }
            document = document.withLayers(document.layers()
                    .withPopulation(document.layers().population().withParticles(particles)));
        }
        return view == null ? document : document.withStudy(document.study().withShown(view));
    }

    private Sweep sweep(Document document) {
        if (over == null) {
            return Sweep.of(document, "gamma", StudyComputer.scales(document));
        }
        int equals = over.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "must be a name, =, and values, such as gamma=0,1,3, but is '" + over + "'");
        }
        List<Double> values = new ArrayList<>();
        for (String value : over.substring(equals + 1).split(",", -1)) {
            values.add(number(value.strip()));
        }
        return Sweep.of(document, over.substring(0, equals).strip(), values);
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The sentence says it.
        }
        throw new IllegalArgumentException("must have numbers as values, but one is '" + text + "'");
    }
}
