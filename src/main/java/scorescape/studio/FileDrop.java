package scorescape.studio;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import scorescape.math.Vec2;

/// Takes files that are dropped on the window.
final class FileDrop {

    private final PictureView picture;
    private final SceneDesk scenes;

    FileDrop(PictureView picture, SceneDesk scenes) {
        this.picture = picture;
        this.scenes = scenes;
    }

    void listen(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, FileDrop::offer);
        scene.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    private static void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        Dragboard dropped = event.getDragboard();
        if (dropped.hasFiles()) {
            take(dropped.getFiles(), event.getSceneX(), event.getSceneY());
        }
        event.setDropCompleted(dropped.hasFiles());
        event.consume();
    }

    /// Takes files that were dropped at a place of the window.
    void take(List<File> files, double sceneX, double sceneY) {
        List<Path> paths = files.stream().map(File::toPath).toList();
        // Not inside the event: a question to the user would block the program that the files come from.
        Vec2 place = picture.planeAt(sceneX, sceneY);
        Platform.runLater(() -> scenes.drop(paths, place));
    }
}
