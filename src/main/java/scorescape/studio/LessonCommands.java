package scorescape.studio;

import java.util.List;
import java.util.stream.Stream;

/// Everything the user can do with lessons.
final class LessonCommands {

    final Command present;
    final Command presentHere;
    final Command openNew;
    final Command close;
    final Command capture;
    final Command useView;
    final Command duplicate;
    final Command up;
    final Command down;
    final Command delete;
    final Command undo;
    final Command redo;
    final Command beginHere;
    final Command endHere;

    /// @param presenting gives the lesson from its first slide
    /// @param presentingHere gives it from the slide on show
    LessonCommands(LessonDesk desk, Runnable presenting, Runnable presentingHere) {
        present = new Command("present", "F5", presenting);
        presentHere = new Command("present-here", "Shift+F5", presentingHere);
        openNew = new Command("new-lesson", "", desk::openNew);
        close = new Command("close-lesson", "", () -> desk.whenSafe(desk::sceneOpened));
        capture = new Command("capture-slide", "Shortcut+M", desk::capture);
        useView = new Command("use-view", "", desk::useView);
        duplicate = new Command("duplicate-slide", "", desk::duplicate);
        up = new Command("slide-up", "", () -> desk.move(-1));
        down = new Command("slide-down", "", () -> desk.move(1));
        delete = new Command("delete-slide", "", desk::delete);
        undo = new Command("undo-lesson", "", desk::undo);
        redo = new Command("redo-lesson", "", desk::redo);
        beginHere = new Command("film-begins", "", desk::beginHere);
        endHere = new Command("film-ends", "", desk::endHere);
        desk.stateProperty().subscribe(state -> {
            boolean open = state != null;
            Stream.of(close, presentHere, capture, useView, duplicate, beginHere, endHere).forEach(
                    command -> command.setEnabled(open));
            int count = state == null ? 0 : state.lesson().slides().size();
            up.setEnabled(state != null && state.slide() > 0);
            down.setEnabled(state != null && state.slide() < count - 1);
            delete.setEnabled(count > 1);
            undo.setEnabled(open && desk.canUndo());
            redo.setEnabled(open && desk.canRedo());
        });
    }

    /// Those that change the lesson.
    List<Command> editing() {
        return List.of(capture, useView, duplicate, up, down, delete, beginHere, endHere, undo, redo);
    }
}
