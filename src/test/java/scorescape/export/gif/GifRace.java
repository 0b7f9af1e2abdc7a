package scorescape.export.gif;

import com.sun.management.OperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Races the encoder against others on the same frames, and prints what came of it as a table. Not a test: it needs
/// ffmpeg, and takes gifsicle and gifski into the race where they are installed. CONTRIBUTING tells how to run it.
///
/// The arguments are folders of PNGs to take as films, besides or instead of the films of [RaceFilms] and [RaceScenes]:
/// `[--size WxH,WxH] [--into FOLDER] [--films name,name|none] [--curve] [FOLDER…]`. With `--curve` the small quality is run
/// at several prices too, which shows what it reaches at the size of another encoder's file.
public final class GifRace {

    private static final int CENTISECONDS = 4;
    private static final double[] PRICES = {0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.5};

    private final Path into;
    private final boolean curve;

    private GifRace(Path into, boolean curve) {
        this.into = into;
        this.curve = curve;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        if (arguments.length > 0 && arguments[0].equals("encode")) {
            encode(Path.of(arguments[1]), trade(arguments[2]), Path.of(arguments[3]));
            return;
        }
        String sizes = "800x600";
        Path into = Path.of("target", "race");
        boolean curve = false;
        List<String> films = List.of();
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--size" -> sizes = arguments[++i];
                case "--into" -> into = Path.of(arguments[++i]);
                case "--films" -> films = List.of(arguments[++i].split(","));
                case "--curve" -> curve = true;
                default -> folders.add(Path.of(arguments[i]));
            }
        }
        Files.createDirectories(into);
        for (String size : sizes.split(",", -1)) {
            int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
            int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
            Map<String, RaceFilms.Painter> all = RaceFilms.all(width, height);
            all.putAll(RaceScenes.all(width, height));
            for (var film : all.entrySet()) {
                if (films.isEmpty() || films.contains(film.getKey())) {
                    folders.add(rendered(film.getValue(), into.resolve(film.getKey() + "_" + size), width, height));
                }
            }
        }
        System.out.println(
                "| film | encoder | MB | PSNR | SSIM | flicker | CPU s a frame, resident MB | frames differ |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Path folder : folders) {
            new GifRace(into, curve).run(folder);
        }
    }

    private static Path rendered(RaceFilms.Painter film, Path folder, int width, int height) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int frame = 0; frame < RaceFilms.FRAMES; frame++) {
                film.paint(image, frame);
                ImageIO.write(image, "png", folder.resolve(String.format(Locale.ROOT, "f%04d.png", frame)).toFile());
            }
        }
        return folder;
    }

    private void run(Path folder) throws IOException, InterruptedException {
        String film = String.valueOf(folder.getFileName());
        List<Path> frames = frames(folder);
        BufferedImage first = ImageIO.read(frames.getFirst().toFile());
        for (var other : others(film, frames, first.getWidth(), first.getHeight()).entrySet()) {
            System.out.println(RaceScore.of(other.getValue(), frames).row(film, other.getKey(), "|"));
        }
        List<String> ours = new ArrayList<>(Stream.of(GifQuality.values()).map(Enum::name).toList());
        if (curve) {
            Arrays.stream(PRICES).mapToObj(price -> "SMALL:" + price).forEach(ours::add);
        }
        for (String quality : ours) {
            Path gif = into.resolve(film + "." + quality.replace(':', '-') + ".gif");
            String more = ownProcess(folder, quality, gif);
            System.out.println(RaceScore.of(gif, frames).row(film, quality.toLowerCase(Locale.ROOT),
                    more + " | " + RaceDecoders.differing(gif)));
        }
    }

    /// The files of the other encoders that are there; they are kept for the next race.
    private Map<String, Path> others(String film, List<Path> frames, int width, int height)
            throws IOException, InterruptedException {
        Map<String, Path> files = new LinkedHashMap<>();
        Path plain = into.resolve(film + ".ffmpeg.gif");
        if (!Files.exists(plain)) {
            // Named anew, since ffmpeg wants numbers.
            Path list = into.resolve(film + ".frames.txt");
            Files.write(list, frames.stream().map(f -> "file '" + f.toAbsolutePath() + "'\nduration 0.04").toList());
            run("ffmpeg", "-v", "error", "-nostdin", "-y", "-f", "concat", "-safe", "0", "-i", list.toString(), "-vf",
                    "split[a][b];[a]palettegen=stats_mode=full[p];[b][p]paletteuse=dither=none:diff_mode=rectangle",
                    "-fps_mode", "passthrough", plain.toString());
        }
        for (String option : List.of("", "--lossy=10", "--lossy=20", "--lossy=30", "--lossy=60",
                "--lossy=100")) {
            Path file = into.resolve(film + ".gifsicle" + option + ".gif");
            List<String> command = new ArrayList<>(List.of("gifsicle", "-w", "-O3"));
            if (!option.isEmpty()) {
                command.add(option);
            }
            command.addAll(List.of(plain.toString(), "-o", file.toString()));
            if (Files.exists(file) || run(command.toArray(String[]::new))) {
                files.put("ffmpeg, gifsicle -O3 " + option, file);
            }
        }
        for (int quality : new int[]{100, 90}) {
            Path file = into.resolve(film + ".gifski" + quality + ".gif");
            List<String> command = new ArrayList<>(List.of("gifski", "-q", "-r", "25", "-Q", String.valueOf(quality),
                    "-W", String.valueOf(width), "-H", String.valueOf(height), "-o", file.toString()));
            frames.forEach(frame -> command.add(frame.toString()));
            if (Files.exists(file) || run(command.toArray(String[]::new))) {
                files.put("gifski Q" + quality, file);
                Path packed = into.resolve(film + ".gifski" + quality + "-O3.gif");
                if (Files.exists(packed) || run("gifsicle", "-w", "-O3", file.toString(), "-o", packed.toString())) {
                    files.put("gifski Q" + quality + ", gifsicle -O3", packed);
                }
            }
        }
        return files;
    }

    /// @return false if there is no such program
    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            System.err.println(command[0] + " is not installed");
            return false;
        }
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return true;
    }

    /// Encodes in a process of its own, so that its time and memory are those of the encoder.
    private static String ownProcess(Path folder, String quality, Path gif) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), GifRace.class.getName(), "encode",
                folder.toString(), quality, gif.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the encoder failed");
        }
        return said.strip();
    }

    private static void encode(Path folder, Trade trade, Path gif) throws IOException {
        var source = new PngFrames(frames(folder));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(gif))) {
            GifEncoder.encode(source, trade, null, out, _ -> true);
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double seconds = 1e-9 * (system.getProcessCpuTime() - source.nanos);
        Path status = Path.of("/proc/self/status");
        String resident = Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .map(kilobytes -> String.valueOf(Long.parseLong(kilobytes) / 1000))
                        .findFirst()
                        .orElse("?")
                : "?";
        System.out.printf(Locale.ROOT, "%.3f, %s%n", seconds / source.frames(), resident);
    }

    /// `BEST`, `FAITHFUL` or `SMALL`, then another price to begin with: `:price`.
    private static Trade trade(String text) {
        String[] parts = text.split(":", 2);
        Trade trade = GifQuality.valueOf(parts[0]).trade();
        return new Trade(parts.length > 1 ? Double.parseDouble(parts[1]) : trade.bitsPerSquaredLevel(),
                trade.priceRule(), trade.maxExcess(), trade.onlyFlatExact(), trade.ownTables(), trade.closer(),
                trade.metric(), trade.evenWeight(), trade.evenAtFirst());
    }

    private static List<Path> frames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
    }

    /// Reads frames from files, and counts the time that this takes.
    private static final class PngFrames implements FrameSource {

        private final List<Path> files;
        private final int width;
        private final int height;
        private long nanos;

        PngFrames(List<Path> files) throws IOException {
            this.files = files;
            BufferedImage first = ImageIO.read(files.getFirst().toFile());
            width = first.getWidth();
            height = first.getHeight();
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        @Override
        public int frames() {
            return files.size();
        }

        @Override
        public int delayCentiseconds(int frame) {
            return CENTISECONDS;
        }

        @Override
        public void paint(int frame, int[] argb) {
            var threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            try {
                ImageIO.read(files.get(frame).toFile()).getRGB(0, 0, width, height, argb, 0, width);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            nanos += threads.getCurrentThreadCpuTime() - start;
        }
    }
}
