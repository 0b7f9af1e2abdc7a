package scorescape.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.prefs.Preferences;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import scorescape.document.Document;
import scorescape.document.Lesson;
import scorescape.document.Lessons;
import scorescape.document.Presets;
import scorescape.export.FilmFormat;
import scorescape.export.FilmOptions;
import scorescape.export.FilmSpan;
import scorescape.export.FilmSubject;
import scorescape.export.PictureFormat;
import scorescape.export.SceneKept;
import scorescape.export.gif.GifQuality;
import scorescape.figure.Backdrop;
import scorescape.figure.Theme;
import scorescape.lesson.Playhead;
import scorescape.lesson.Stage;
import scorescape.studio.ExportDesk.View;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the forms for exports say.
@ExtendWith(ApplicationExtension.class)
class ExportDialogTest {

    private static final Document SCENE = Presets.defaultScene().withSteps(12);
    private static final View VIEW = new View(SCENE, new Playhead(3, Stage.AMPLIFY, 1), 640, 400, Theme.DARK, null);

    /// How many parts of a run a film may show; slides are offered after them.
    private static final int PARTS_OF_RUN = 4;

    private final Preferences preferences = new MemoryPreferences();

    @Test
    void aFilmIsTheStoryAsAGifUntilSomethingElseIsChosen() {
        FilmDialog.Shown shown = here(() -> film().wish());

        assertEquals(new ExportDesk.Film(new FilmSubject.Run(SCENE), new FilmFormat.Gif(GifQuality.FAITHFUL),
                new FilmOptions(960, 540, 25, Theme.DARK), SceneKept.INSIDE), shown.film());
    }

    @Test
    void whatIsChosenIsMadeAndChosenAgainTheNextTime() {
        here(() -> {
            FilmDialog dialog = film();
            choose(dialog, "film-format", 1);
            choose(dialog, "film-size", 2);
            choose(dialog, "film-part", 1);
            choose(dialog, "film-pingpong", 1);
            choose(dialog, "film-backdrop", 1);
            choose(dialog, "film-scene", 2);
            number(dialog, "film-told").getValueFactory().setValue(7);
            press(dialog);
            return dialog;
        });

        FilmDialog.Shown again = here(() -> {
            FilmDialog dialog = film();
            number(dialog, "film-told").getValueFactory().setValue(7);
            return dialog.wish();
        });

        FilmOptions options = again.film().options();
        assertEquals(new FilmFormat.Apng(), again.film().format());
        assertEquals(1280, options.width());
        assertEquals(720, options.height());
        assertEquals(new FilmSpan.OneStep(6), options.span());
        assertTrue(options.pace().pingPong());
        assertEquals(Backdrop.CLEAR, options.backdrop());
        assertEquals(SceneKept.NONE, again.film().kept());
    }

    @Test
    void aFilmMayBeASlideOfTheLessonOrAllOfIt() {
        Lesson lesson = Lessons.named("guidance-scale").orElseThrow();
        var open = new View(SCENE, VIEW.playhead(), 640, 400, Theme.DARK, new LessonDesk.State(lesson, 2));

        ExportDesk.Film slide = here(() -> {
            var dialog = new FilmDialog(open, new Settings(preferences));
            choose(dialog, "film-part", PARTS_OF_RUN);
            return dialog.wish().film();
        });
        ExportDesk.Film all = here(() -> {
            var dialog = new FilmDialog(open, new Settings(preferences));
            choose(dialog, "film-part", PARTS_OF_RUN + 1);
            return dialog.wish().film();
        });

        assertEquals(new FilmSubject.Slides(lesson, 2), slide.subject());
        assertEquals(SceneKept.INSIDE, slide.kept());
        assertEquals(new FilmSubject.Slides(lesson), all.subject());
        assertEquals(SceneKept.INSIDE, all.kept());
    }

    /// The last choice may come from another version, or from a hand.
    @Test
    void choicesThatMakeNoSenseAreForgotten() {
        Settings settings = new Settings(preferences);
        settings.setLastExport("film.format", "TIFF");
        settings.setLastExport("film.width", "1e9");
        settings.setLastExport("film.hold", "ever");

        FilmDialog.Shown shown = here(() -> film().wish());

        assertEquals(new FilmOptions(960, 540, 25, Theme.DARK), shown.film().options());
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void picturesOfEveryFormatArePreviewed(PictureFormat format) {
        ExportDesk.Picture picture = here(() -> {
            PictureDialog dialog = new PictureDialog(VIEW, new Settings(preferences));
            choose(dialog, "picture-format", List.of(PictureFormat.values()).indexOf(format));
            return dialog.wish();
        });
        PictureDialog dialog = here(() -> new PictureDialog(VIEW, new Settings(preferences)));

        assertEquals(format, picture.format());
        assertEquals(2 * ExportDialog.PREVIEW_WIDTH, dialog.picture(picture).getWidth());
        assertTrue(String.valueOf(dialog.remark(picture)).startsWith(format == PictureFormat.PNG ? "960 ×" : "254 ×"));
    }

    /// Trials need a folder for temporary files; the film goes elsewhere.
    @Test
    void aFilmWhoseSizeCannotBeTriedIsNotRefused(@TempDir Path folder) {
        FilmDialog dialog = here(this::film);
        FilmDialog.Shown shown = here(dialog::wish);
        String before = System.setProperty("java.io.tmpdir", folder.resolve("missing").toString());
        try {
            String remark = String.valueOf(dialog.remark(shown));

            assertTrue(remark.contains("could not be tried") && remark.contains("missing"), remark);
        } finally {
            System.setProperty("java.io.tmpdir", String.valueOf(before));
        }
    }

    @Test
    void anotherFrameInThePreviewLeavesTheEstimate() throws TimeoutException {
        FilmDialog dialog = here(() -> {
            FilmDialog small = film();
            small.width.getValueFactory().setValue(96);
            small.height.getValueFactory().setValue(64);
            return small;
        });
        var remark = (Label) dialog.getDialogPane().lookup("#film-remark");
        var preview = (ImageView) dialog.getDialogPane().lookup(".image-view");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> remark.getText().endsWith(" to make."));
        String estimate = remark.getText();
        Image frame = preview.getImage();

        here(() -> {
            ((Slider) dialog.getDialogPane().lookup("#film-moment")).setValue(0.9);
            return dialog;
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !frame.equals(preview.getImage()));

        assertEquals(estimate, remark.getText());
    }

    private FilmDialog film() {
        return new FilmDialog(VIEW, new Settings(preferences));
    }

    private static <T> T here(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    }

    private static void press(Dialog<?> dialog) {
        ButtonType export = dialog.getDialogPane().getButtonTypes().getFirst();
        dialog.getResultConverter().call(export);
    }

    private static void choose(Dialog<?> dialog, String id, int index) {
        ((ChoiceBox<?>) dialog.getDialogPane().lookup("#" + id)).getSelectionModel().select(index);
    }

    @SuppressWarnings("unchecked") // this number is a whole one
    private static Spinner<Integer> number(Dialog<?> dialog, String id) {
        return (Spinner<Integer>) dialog.getDialogPane().lookup("#" + id);
    }
}
