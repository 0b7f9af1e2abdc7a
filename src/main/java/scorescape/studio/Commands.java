package scorescape.studio;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Parameters;

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

    Commands(DocumentStore store, Playback playback, SceneDesk scenes, ExportDesk exports, Runnable quitting,
            Runnable openPalette, Runnable toggleInspector, Runnable toggleSidePane, Runnable openGuide,
            Runnable openNews,
            Runnable copyingDiagnostics, Runnable keepingNoise,
            CanvasCommands canvas, Runnable toggleCurve) {
        this.canvas = canvas;
        openNew = new Command("new", "New", "Begin a scene with one Gaussian.", "Shortcut+N", scenes::openNew);
        revert = new Command("revert", "Revert to the saved file…", "Show again what the file holds.", "",
                scenes::revert);
        importImage = new Command("import-image", "Import image…",
                "Let a PNG or JPEG be the image of the selected components.", "",
                () -> scenes.chooseImage(canvas.selected()));
        open = new Command("open", "Open…", "Open a scene.", "Shortcut+O", scenes::open);
        save = new Command("save", "Save", "Save the scene.", "Shortcut+S", scenes::save);
        saveAs = new Command("save-as", "Save as…", "Save the scene in another file.", "Shortcut+Shift+S",
                scenes::saveAs);
        importPoints =
                new Command("import-points", "Import points…", "Add the points of a CSV or JSON file to the scene.",
                        "Shortcut+I", scenes::importPoints);
        exportFilm =
                new Command("export", "Export film…", "Export the film as GIF, APNG, MP4 or PNG files.", "Shortcut+E",
                        exports::exportFilm);
        exportPicture =
                new Command("export-picture", "Export picture…", "Export the picture on show as PNG, SVG, PDF or TikZ.",
                        "Shortcut+Shift+E", exports::exportPicture);
        exportNumbers = new Command("export-numbers", "Export numbers…",
                "Export the run, the population, its statistics or fields as CSV or JSON.", "Shortcut+Alt+E",
                exports::exportNumbers);
        copyPicture = new Command("copy-picture", "Copy picture", "Put the picture on show on the clipboard.",
                "Shortcut+Shift+C", exports::copyPicture);
        copySvg = new Command("copy-svg", "Copy picture as SVG", "Put the picture on show on the clipboard, as SVG.",
                "Shortcut+Alt+C", exports::copySvg);
        quit = new Command("quit", "Quit", "Close the program.", "Shortcut+Q", quitting);

        undo = new Command("undo", "Undo", "Take the last change back.", "Shortcut+Z", store::undo);
        redo = new Command("redo", "Redo", "Make the change again.", "Shortcut+Shift+Z", store::redo);
        newNoise = new Command("new-noise", "New noise", "Draw other noise, by another seed.", "N",
                () -> edit(store, d -> d.withSampling(
                        d.sampling().withSeed(otherSeed(d.seed())).withRecorded(Map.of()))));
        keepNoise = new Command("keep-noise", "Keep this noise",
                "Record the noise of this run in the scene, so that another seed, step count or sampler finds it again.",
                "Shift+N", keepingNoise);
        forgetNoise = new Command("forget-noise", "Forget the kept noise", "Take all noise from the seed again.", "",
                () -> edit(store, d -> d.withSampling(d.sampling().withRecorded(Map.of()))));
        letGo = new Command("let-go", "Let go of xₜ", "Let the run go its own way again, from the noise.", "Shift+R",
                () -> edit(store, d -> d.withPlacement(null)));

        play = new Command("play", "Play", "Play the film.", "Space", playback::togglePlaying);
        stageBack = new Command("stage-back", "Stage back", "Go back one stage.", "Left", playback::stageBack);
        stageForward = new Command("stage-forward", "Stage forward", "Go on to the next stage.", "Right",
                playback::stageForward);
        stepBack = new Command("step-back", "Step back", "Go back one step, towards the noise.", "Shift+Left",
                playback::stepBack);
        stepForward = new Command("step-forward", "Step forward", "Go on to the next step, towards the data.",
                "Shift+Right", playback::stepForward);
        beginning = new Command("beginning", "To the noise", "Go to the first step.", "Home",
                playback::goToBeginning);
        end = new Command("end", "To the data", "Go to the end of the run.", "End", playback::goToEnd);
        tell = new Command("tell", "Tell this step in the film",
                "Make the present step the one that exported films tell in stages.", "Shift+T", () -> {
                    int step = playback.playhead().step();
                    edit(store, d -> d.withToldStep(step));
                    playback.tellFromStart(step);
                });

        slower = new Command("slower", "Slower", "Let the film run slower.", "Comma", () -> playback.changeSpeed(-1));
        faster = new Command("faster", "Faster", "Let the film run faster.", "Period", () -> playback.changeSpeed(1));
        loop = new Command("loop", "Loop", "Let the film begin again after its end, or not.", "L",
                () -> playback.loopingProperty().set(!playback.loopingProperty().get()));

        palette = new Command("palette", "Find a command or setting…", "Find a command or setting by its name.",
                "Shortcut+K", openPalette);
        inspector = new Command("inspector", "Show or hide the inspector", "Show or hide the inspector.", "F9",
                toggleInspector);
        sidePane =
                new Command("data-panel", "Show or hide the data", "Show or hide the list of classes and components.",
                        "F8", toggleSidePane);
        guide = new Command("guide", "User guide", "Read what everything is and how it is used.", "F1", openGuide);
        news = new Command("news", "What’s new", "Read what has changed from version to version.", "", openNews);
        copyDiagnostics = new Command("copy-diagnostics", "Copy diagnostics",
                "Copy what a report of a mistake in the program needs: versions, system, and the end of the log.", "",
                copyingDiagnostics);

        lanes = new LaneCommands(store);
        curve = new Command("curve", "Show or hide the curve", "Show or hide the curve of a number along the run.",
                "F7",
                toggleCurve);

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
                .subscribe(playing -> play.rename(playing ? "Pause" : "Play",
                        playing ? "Pause the film." : "Play the film."));
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
