package scorescape.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import scorescape.diffusion.schedule.DrawnSchedule;
import scorescape.diffusion.schedule.NoiseSchedule;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.math.Bounds;
import scorescape.math.Vec2;
import scorescape.studio.CurveEditor.Curve;
import scorescape.studio.Knob.Option;

import static scorescape.text.Texts.text;

/// How noise grows with time: the kind of schedule with its numbers, and its curve with the present time.
///
/// The curve runs from noise on the left to data on the right, as the film does.
final class SchedulePane extends VBox {

    /// How much lower a knot must be than the one before, in logSNR.
    static final double KNOT_DROP = 0.1;

    /// How near two knots may come in time.
    private static final double KNOT_GAP = 0.01;

    private static final double REACH = 14;
    private static final int SAMPLES = 80;

    private static final List<Option<ScheduleKind>> KINDS = Arrays.stream(ScheduleKind.values())
            .map(kind -> new Option<>(kind.title(), kind.help(), kind))
            .toList();

    private final DocumentStore store;
    private final PresentLevel present;
    private final ChoiceControl<ScheduleKind> kind;
    private final Label help = new Label();
    private final KnobList<NoiseSchedule> knobs;
    private final CurveEditor curve;
    private final HBox warning;
    private final Label warningText = new Label();
    private @Nullable NoiseSchedule shown;
    private List<Vec2> line = List.of();

    SchedulePane(DocumentStore store, PresentLevel present, Messages messages) {
        this.store = store;
        this.present = present;
        kind = new ChoiceControl<>("schedule", text("schedule.kind"),
                text("schedule.kind.help"),
                chosen -> edit(new Object(), chosen.make(store.current().schedule())));
        kind.hideTitle();
        knobs = new KnobList<>(this::edit, store::endGesture, messages::complain);
        help.setWrapText(true);
        help.getStyleClass().add("help");
        curve = new CurveEditor("schedule-curve", "logSNR", text("schedule.curve.help"), new DrawnEdits());
        warningText.setWrapText(true);
        warningText.setId("schedule-warning");
        warning = new HBox(new FontIcon(MaterialDesignA.ALERT_OUTLINE), warningText);
        warning.getStyleClass().add("warning");
        warning.managedProperty().bind(warning.visibleProperty());
        getStyleClass().add("pane");
        getChildren().addAll(kind, help, curve, knobs, warning);
        store.subscribe(this::show);
        present.levelProperty().subscribe(_ -> showCurve());
    }

    private void edit(Object gesture, NoiseSchedule schedule) {
        store.edit(gesture, d -> d.withSampling(d.sampling().withSchedule(schedule)));
    }

    private void show(Document document) {
        NoiseSchedule schedule = document.schedule();
        if (schedule.equals(shown)) {
            return;
        }
        shown = schedule;
        kind.show(KINDS, Knob.indexOf(KINDS, ScheduleKind.of(schedule)));
        help.setText(ScheduleKind.of(schedule).help());
        knobs.show(ScheduleKind.knobs(schedule));
        line = line(schedule);
        warning.setVisible(!schedule.endsInNoise());
        warningText.setText(warning(schedule));
        showCurve();
    }

    /// What is wrong with a schedule that does not end near pure noise.
    static String warning(NoiseSchedule schedule) {
        return text("schedule.shortOfNoise", 1 / schedule.at(1).ratio());
    }

    private void showCurve() {
        if (shown == null) {
            return;
        }
        List<Vec2> drawn = knots(shown);
        double reach = drawn.stream().anyMatch(knot -> Math.abs(knot.y()) > REACH)
                ? DrawnSchedule.Knot.MAX_LOG_SNR
                : REACH;
        curve.show(new Curve(new Bounds(0, -reach, 1, reach), line, drawn,
                1 - shown.timeAt(present.level().logSnr())));
    }

    private static List<Vec2> line(NoiseSchedule schedule) {
        if (schedule instanceof DrawnSchedule) {
            return knots(schedule);
        }
        List<Vec2> line = new ArrayList<>();
        for (int i = 0; i <= SAMPLES; i++) {
            double s = (double) i / SAMPLES;
            line.add(new Vec2(s, schedule.at(Math.max(schedule.smallestTime(), 1 - s)).logSnr()));
        }
        return line;
    }

    /// From noise to data.
    private static List<Vec2> knots(NoiseSchedule schedule) {
        return schedule instanceof DrawnSchedule drawn
                ? drawn.knots().reversed().stream().map(knot -> new Vec2(1 - knot.time(), knot.logSnr())).toList()
                : List.of();
    }

    /// Drags of the knots of a drawn schedule; other schedules have none.
    private final class DrawnEdits implements CurveEditor.Edits {

        @Override
        public void move(Object gesture, int knot, Vec2 to) {
            draw(gesture, curveKnots().moved(knot, to));
        }

        @Override
        public void add(Vec2 at) {
            if (shown instanceof DrawnSchedule) {
                draw(new Object(), curveKnots().plus(at));
            }
        }

        @Override
        public void remove(int knot) {
            draw(new Object(), curveKnots().without(knot, 2));
        }

        @Override
        public void endGesture() {
            store.endGesture();
        }

        private CurveKnots curveKnots() {
            return new CurveKnots(knots(store.current().schedule()), KNOT_GAP, KNOT_DROP, true);
        }

        private void draw(Object gesture, List<Vec2> knots) {
            edit(gesture, new DrawnSchedule(knots.reversed().stream()
                    .map(knot -> new DrawnSchedule.Knot(1 - knot.x(), knot.y()))
                    .toList()));
        }
    }
}
