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
        present = new Command("present", "Present", "Show the lesson, or the scene, on the whole of a screen.", "F5",
                presenting);
        presentHere = new Command("present-here", "Present from here", "Show the lesson from this slide on.",
                "Shift+F5", presentingHere);
        openNew = new Command("new-lesson", "New lesson from this scene",
                "Begin a lesson whose first slide is what is seen now.", "", desk::openNew);
        close = new Command("close-lesson", "Close lesson", "Go on with the scene alone.", "",
                () -> desk.whenSafe(desk::sceneOpened));
        capture = new Command("capture-slide", "Capture as next slide",
                "Add what is seen now, with its camera and moment, as the next slide.", "Shortcut+M", desk::capture);
        useView = new Command("use-view", "Use this view for the slide",
                "Give the slide what is seen now: scene, camera and moment.", "", desk::useView);
        duplicate = new Command("duplicate-slide", "Duplicate slide", "Add a copy of the slide after it.", "",
                desk::duplicate);
        up = new Command("slide-up", "Move slide up", "Show the slide earlier.", "", () -> desk.move(-1));
        down = new Command("slide-down", "Move slide down", "Show the slide later.", "", () -> desk.move(1));
        delete = new Command("delete-slide", "Delete slide", "Take the slide out of the lesson.", "", desk::delete);
        undo = new Command("undo-lesson", "Undo change of the lesson", "Take the last change of the lesson back.", "",
                desk::undo);
        redo = new Command("redo-lesson", "Redo change of the lesson", "Make the change of the lesson again.", "",
                desk::redo);
        beginHere = new Command("film-begins", "Film begins here", "Let the film of the slide begin with this stage.",
                "", desk::beginHere);
        endHere = new Command("film-ends", "Film ends here", "Let the film of the slide end with this stage.", "",
                desk::endHere);
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
