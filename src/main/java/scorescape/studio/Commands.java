package scorescape.studio;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Parameters;

import static scorescape.text.Texts.text;

/// Everything the user can do, once: the menu, the buttons and the keys all run these.
final class Commands {

    final Command openNew;
    final Command open;
    final Command revert;
    final Command importImage;
    final Command save;
    final Command saveAs;
    final Command importPoints;
    final Command exportFilm;
    final Command exportPicture;
    final Command exportNumbers;
    final Command copyPicture;
    final Command copySvg;
    final Command quit;

    final Command undo;
    final Command redo;
    final Command newNoise;
    final Command keepNoise;
    final Command forgetNoise;
    final Command letGo;

    final Command play;
    final Command stageBack;
    final Command stageForward;
    final Command stepBack;
    final Command stepForward;
    final Command beginning;
    final Command end;
    final Command tell;
    final Command slower;
    final Command faster;
    final Command loop;

    final Command palette;
    final Command inspector;
    final Command sidePane;
    final Command guide;
    final Command news;
    final Command copyDiagnostics;
    final CanvasCommands canvas;
    final Command curve;
    final LaneCommands lanes;

    /// What only the window itself can do.
    interface Window {

        void quit();

        void openPalette();

        void toggleInspector();

        void toggleSidePane();

        void toggleCurve();

        void openGuide();

        void openNews();

        void copyDiagnostics();

        /// Records the noise of the run on show.
        void keepNoise();
    }

    Commands(DocumentStore store, Playback playback, SceneDesk scenes, ExportDesk exports, CanvasCommands canvas,
            Window window) {
        this.canvas = canvas;
        openNew = new Command("new", "Shortcut+N", scenes::openNew);
        revert = new Command("revert", "", scenes::revert);
        importImage = new Command("import-image", "",
                () -> scenes.chooseImage(canvas.selected()));
        open = new Command("open", "Shortcut+O", scenes::open);
        save = new Command("save", "Shortcut+S", scenes::save);
        saveAs = new Command("save-as", "Shortcut+Shift+S", scenes::saveAs);
        importPoints =
                new Command("import-points", "Shortcut+I", scenes::importPoints);
        exportFilm = new Command("export", "Shortcut+E", exports::exportFilm);
        exportPicture = new Command("export-picture", "Shortcut+Shift+E", exports::exportPicture);
        exportNumbers = new Command("export-numbers", "Shortcut+Alt+E", exports::exportNumbers);
        copyPicture = new Command("copy-picture", "Shortcut+Shift+C", exports::copyPicture);
        copySvg = new Command("copy-svg", "Shortcut+Alt+C", exports::copySvg);
        quit = new Command("quit", "Shortcut+Q", window::quit);

        undo = new Command("undo", "Shortcut+Z", store::undo);
        redo = new Command("redo", "Shortcut+Shift+Z", store::redo);
        newNoise = new Command("new-noise", "N",
                () -> edit(store, d -> d.withSampling(
                        d.sampling().withSeed(otherSeed(d.seed())).withRecorded(Map.of()))));
        keepNoise = new Command("keep-noise", "Shift+N", window::keepNoise);
        forgetNoise = new Command("forget-noise", "",
                () -> edit(store, d -> d.withSampling(d.sampling().withRecorded(Map.of()))));
        letGo = new Command("let-go", "Shift+R", () -> edit(store, d -> d.withPlacement(null)));

        play = new Command("play", "Space", playback::togglePlaying);
        stageBack = new Command("stage-back", "Left", playback::stageBack);
        stageForward = new Command("stage-forward", "Right", playback::stageForward);
        stepBack = new Command("step-back", "Shift+Left", playback::stepBack);
        stepForward = new Command("step-forward", "Shift+Right", playback::stepForward);
        beginning = new Command("beginning", "Home", playback::goToBeginning);
        end = new Command("end", "End", playback::goToEnd);
        tell = new Command("tell", "Shift+T", () -> {
            int step = playback.playhead().step();
            edit(store, d -> d.withToldStep(step));
            playback.tellFromStart(step);
        });

        slower = new Command("slower", "Comma", () -> playback.changeSpeed(-1));
        faster = new Command("faster", "Period", () -> playback.changeSpeed(1));
        loop = new Command("loop", "L", () -> playback.loopingProperty().set(!playback.loopingProperty().get()));

        palette = new Command("palette", "Shortcut+K", window::openPalette);
        inspector = new Command("inspector", "F9", window::toggleInspector);
        sidePane = new Command("data-panel", "F8", window::toggleSidePane);
        guide = new Command("guide", "F1", window::openGuide);
        news = new Command("news", "", window::openNews);
        copyDiagnostics = new Command("copy-diagnostics", "", window::copyDiagnostics);

        lanes = new LaneCommands(store);
        curve = new Command("curve", "F7", window::toggleCurve);

        scenes.fileProperty().subscribe(file -> revert.setEnabled(file != null));
        canvas.copy.enabledProperty().subscribe(importImage::setEnabled);
        store.subscribe(document -> {
            undo.setEnabled(store.canUndo());
            redo.setEnabled(store.canRedo());
            forgetNoise.setEnabled(!document.sampling().recorded().isEmpty());
            letGo.setEnabled(document.placement() != null);
        });
        exports.runningProperty().subscribe(running -> {
            exportFilm.setEnabled(running == null);
            exportPicture.setEnabled(running == null);
            exportNumbers.setEnabled(running == null);
        });
        playback.playingProperty()
                .subscribe(playing -> play.rename(text(playing ? "command.pause" : "command.play"),
                        text(playing ? "command.pause.help" : "command.play.help")));
    }

    /// The commands of the film, which answer to plain keys.
    List<Command> film() {
        return List.of(play, stageBack, stageForward, stepBack, stepForward, beginning, end, tell, newNoise, keepNoise,
                letGo, slower, faster, loop);
    }

    /// An edit that is an undo step of its own.
    private static void edit(DocumentStore store, UnaryOperator<Document> change) {
        store.edit(new Object(), change);
    }

    private static long otherSeed(long seed) {
        long limit = (long) Parameters.SEED.usualMax();
        return (seed + 1 + ThreadLocalRandom.current().nextLong(limit)) % (limit + 1);
    }
}
