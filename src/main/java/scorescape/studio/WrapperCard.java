package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import scorescape.diffusion.guidance.ScaleCurve;
import scorescape.diffusion.guidance.ScaleCurve.Knot;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.ScheduledGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.document.DocumentStore;
import scorescape.document.Parameters;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static scorescape.text.Texts.text;

/// One thing that lies on top of a rule, with its settings and a button that takes it away.
final class WrapperCard extends VBox {

    /// The plot of γ over the noise shows log signal-to-noise ratios up to here on either side.
    private static final double LARGEST_LOG_SNR = 10;

    /// How near two knots of γ may come, in logSNR.
    private static final double KNOT_GAP = 0.05;

    private final WrapperKind kind;
    private final int index;
    private final DocumentStore store;
    private final KnobList<WrappingGuidance> knobs;
    private final @Nullable CurveEditor curve;
    private ScaleCurve scales = new ScaleCurve(List.of(new Knot(0, 1)));
    private double present;

    WrapperCard(WrapperKind kind, int index, DocumentStore store, Messages messages) {
        this.kind = kind;
        this.index = index;
        this.store = store;
        getStyleClass().addAll("card", "wrapper");
        setId("wrapper-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Label title = new Label(kind.title());
        title.setTooltip(new Tooltip(kind.help()));
        Button remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        remove.setId(getId() + "-remove");
        remove.getStyleClass().addAll("icon-button", "small");
        remove.setAccessibleText(text("wrapper.remove.name", kind.title()));
        remove.setTooltip(new Tooltip(text("wrapper.remove.help")));
        remove.setOnAction(_ -> edit(new Object(), stack -> stack.without(index)));
        Label help = new Label(kind.help());
        help.setWrapText(true);
        help.getStyleClass().add("help");
        knobs = new KnobList<>((gesture, wrapper) -> edit(gesture, stack -> stack.withWrapper(index, wrapper)),
                store::endGesture, messages::complain);
        getChildren().addAll(Sections.row(title, remove), help, knobs);
        curve = kind == WrapperKind.SCHEDULE ? curve() : null;
        if (curve != null) {
            getChildren().add(curve);
        }
    }

    WrapperKind kind() {
        return kind;
    }

    void show(WrappingGuidance wrapper) {
        knobs.show(GuidanceKnobs.ofWrapper(wrapper));
        if (wrapper instanceof ScheduledGuidance(_, ScaleCurve now)) {
            scales = now;
            showCurve();
        }
    }

    void showPresent(double logSnr) {
        present = logSnr;
        showCurve();
    }

    private CurveEditor curve() {
        return new CurveEditor("scale-curve", text("wrapper.curve"),
                text("wrapper.curve.help"),
                new CurveEditor.Edits() {
                    @Override
                    public void move(Object gesture, int knot, Vec2 to) {
                        change(gesture, knots().moved(knot, new Vec2(to.x(), rounded(to.y()))));
                    }

                    @Override
                    public void add(Vec2 at) {
                        change(new Object(), knots().plus(at));
                    }

                    @Override
                    public void remove(int knot) {
                        change(new Object(), knots().without(knot, 1));
                    }

                    @Override
                    public void endGesture() {
                        store.endGesture();
                    }
                });
    }

    private CurveKnots knots() {
        return new CurveKnots(scales.knots().stream().map(knot -> new Vec2(knot.logSnr(), knot.scale())).toList(),
                KNOT_GAP, 0, false);
    }

    private static double rounded(double scale) {
        return Math.rint(scale * 100) / 100;
    }

    private void change(Object gesture, List<Vec2> knots) {
        var changed = new ScaleCurve(knots.stream().map(knot -> new Knot(knot.x(), knot.y())).toList());
        edit(gesture, stack -> stack.base() instanceof ScaledGuidance rule
                ? stack.withWrapper(index, new ScheduledGuidance(rule, changed))
                : stack);
    }

    private void edit(Object gesture, UnaryOperator<RuleStack> change) {
        store.edit(gesture, d -> d.withGuidance(change.apply(RuleStack.of(d.guidance())).guidance()));
    }

    private void showCurve() {
        if (curve == null) {
            return;
        }
        double lowest = Math.min(0, Parameters.GUIDANCE_SCALE.usualMin());
        double highest = Parameters.GUIDANCE_SCALE.usualMax();
        double reach = LARGEST_LOG_SNR;
        List<Vec2> line = new ArrayList<>();
        for (Knot knot : scales.knots()) {
            lowest = Math.min(lowest, knot.scale());
            highest = Math.max(highest, knot.scale());
            reach = Math.max(reach, Math.abs(knot.logSnr()));
            line.add(new Vec2(knot.logSnr(), knot.scale()));
        }
        line.addFirst(new Vec2(-reach, scales.knots().getFirst().scale()));
        line.addLast(new Vec2(reach, scales.knots().getLast().scale()));
        curve.show(new CurveEditor.Curve(new Bounds(-reach, lowest, reach, highest), line,
                scales.knots().stream().map(knot -> new Vec2(knot.logSnr(), knot.scale())).toList(), present));
    }
}
