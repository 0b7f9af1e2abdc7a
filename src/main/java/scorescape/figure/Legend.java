package scorescape.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceArrow;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.Step;
import scorescape.diffusion.sampler.Trajectory;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;
import scorescape.document.Layer;
import scorescape.figure.LegendRow.Shape;
import scorescape.lesson.Playhead;
import scorescape.lesson.RuleStory;
import scorescape.lesson.Stage;
import scorescape.lesson.Telling;
import scorescape.text.Texts;

/// What the legend says: the classes, and what the marks of the told step stand for.
final class Legend {

    /// Classes that the legend names; of more, it says how many there are.
    private static final int MOST_CLASSES = 8;

    /// Characters of a class name that the legend shows.
    private static final int LONGEST_NAME = 24;

    private static final String AMPLIFIED = Texts.text("legend.amplified");
    private static final String SCALED_GRADIENT = Texts.text("legend.scaledGradient");
    private static final String GAMMA = ", $\\gamma$ = ";
    private static final String LAMBDA = ", $\\lambda$ = ";

    private static final Pattern NUMBER_AT_END =
            Pattern.compile("(" + Pattern.quote(GAMMA) + "|" + Pattern.quote(LAMBDA) + ").*");

    private Legend() {}

    /// The row with γ counts as if its number were so long, so that a legend at the right stands still while γ changes.
    static double widest(double size) {
        return Typeset.line(AMPLIFIED + GAMMA + "−00.00", Fonts.INTER).width(size);
    }

    /// The rows of scenes that are compared, each meaning once and without numbers in which they may differ.
    ///
    /// @param run of the scene whose stages count
    static List<LegendRow> rowsOf(List<Document> scenes, Trajectory run, Playhead playhead) {
        Map<Object, LegendRow> rows = new LinkedHashMap<>();
        for (Document scene : scenes) {
            Step told = run.steps().get(Math.min(playhead.step(), run.steps().size() - 1));
            for (LegendRow row : rows(scene, told, new RuleStory(scene.guidance()), null)) {
                String text = row.text().latex();
                String kept = NUMBER_AT_END.matcher(text).replaceFirst("");
                rows.putIfAbsent(List.of(row.ink(), row.shape(), kept),
                        LegendRow.of(kept, row.ink(), row.shape(), row.since()));
            }
            if (scene.layers().shows(Layer.ENDS)) {
                boolean guided = scene.guidance().guidingClass().isPresent();
                LegendRow good =
                        LegendRow.of(Texts.text(guided ? "legend.inClass" : "legend.inData"), Role.MUTED, Shape.RING,
                                Stage.START);
                LegendRow astray = LegendRow.of(Texts.text("legend.isAstray"), Role.MUTED, Shape.CROSS, Stage.START);
                List.of(good, astray).forEach(row -> rows.putIfAbsent(row.text().latex(), row));
            }
        }
        return List.copyOf(rows.values());
    }

    /// The rows of a scene.
    ///
    /// @param ends what is said of the ends of a population, null if they are not shown
    static List<LegendRow> rows(Document document, Step told, RuleStory story, Swarm.@Nullable Ends ends) {
        boolean classifier = story.telling() == Telling.CLASSIFIER;
        List<LegendRow> rows = new ArrayList<>();
        addClasses(rows, document.classes());
        OptionalInt guiding = document.guidance().guidingClass();
        if (document.layers().shows(Layer.MEAN)) {
            rows.add(LegendRow.of(Texts.text("legend.mean"), Role.SCALED_DIFFERENCE, Shape.LINE, Stage.START));
        }
        if (ends != null) {
            rows.add(LegendRow.of(goodEnds(document, ends), Role.MUTED, Shape.RING, Stage.START));
            rows.add(LegendRow.of(Texts.text("legend.astray", percent(ends.astray())), Role.MUTED, Shape.CROSS,
                    Stage.START));
        }
        rows.add(LegendRow.of(Texts.text("legend.prediction"), Role.UNCONDITIONAL, Shape.DOT, Stage.PREDICT));
        if (!document.sampling().model().equals(ScoreModel.EXACT)) {
            rows.add(LegendRow.of(Texts.text("legend.exact"), Role.MUTED, Shape.RING, Stage.PREDICT));
        }
        String wanted = guiding.isPresent() ? "$y$ = " + shortened(document.className(guiding.getAsInt())) : "";
        if (guiding.isPresent() && !classifier) {
            rows.add(LegendRow.of(Texts.text("legend.given", wanted), Role.CONDITIONAL, Shape.DOT,
                    Stage.PREDICT_GIVEN_CLASS));
        }
        RuleStory.Reference reference = story.reference();
        if (reference != null) {
            rows.add(LegendRow.of("$" + reference.latex() + "$  " + reference.legend(), Role.MUTED, Shape.DOT,
                    Stage.PREDICT_REFERENCE));
        }
        LegendRow step = LegendRow.of(Texts.text("legend.step"), Role.STATE, Shape.ARROW,
                classifier ? Stage.GRADIENT : Stage.STEP);
        if (classifier) {
            rows.add(step);
        }
        for (GuidanceArrow arrow : told.arrows()) {
            rows.add(arrow(arrow.role(), document, told, story, wanted));
        }
        if (classifier) {
            rows.add(LegendRow.of(Texts.text("legend.sum"), Role.COMBINED, Shape.ARROW, Stage.COMBINE));
        } else if (!told.arrows().isEmpty()) {
            rows.add(LegendRow.of(Texts.text("legend.guidedPrediction"), Role.COMBINED, Shape.DOT,
                    story.telling() == Telling.PLAIN ? Stage.CORRECT : Stage.STEP));
        }
        if (!classifier) {
            rows.add(step);
        }
        if (told.isNoisy()) {
            rows.add(LegendRow.of(Texts.text("legend.noise"), Role.NOISE, Shape.ARROW,
                    told.churn() > 0 ? Stage.CHURN : Stage.NOISE));
        }
        return List.copyOf(rows);
    }

    private static void addClasses(List<LegendRow> rows, List<DataClass> classes) {
        int named = classes.size() <= MOST_CLASSES ? classes.size() : MOST_CLASSES - 1;
        for (int i = 0; i < named; i++) {
            rows.add(LegendRow.of(shortened(classes.get(i).name()), new ClassInk(i), Shape.SPECK, Stage.START));
        }
        if (named < classes.size()) {
            rows.add(LegendRow.of(Texts.text("legend.more", classes.size() - named), new ClassInk(named), Shape.SPECK,
                    Stage.START));
        }
    }

    /// What an arrow of the rule means.
    ///
    /// @param wanted the class, in words
    private static LegendRow arrow(GuidanceArrow.Role role, Document document, Step told, RuleStory story,
            String wanted) {
        boolean classifier = story.telling() == Telling.CLASSIFIER;
        return switch (role) {
            case DIFFERENCE -> unscaled(Texts.text("legend.difference"));
            case GRADIENT -> LegendRow.of(Texts.text("legend.gradient", wanted), Role.DIFFERENCE, Shape.ARROW,
                    Stage.GRADIENT);
            case PARALLEL -> unscaled(Texts.text("legend.parallel"));
            case PERPENDICULAR -> unscaled(Texts.text("legend.perpendicular"));
            case AMPLIFIED -> LegendRow.of(
                    (classifier ? SCALED_GRADIENT : Texts.text("legend.amplifiedBy", story.amplified()))
                            + scale(document.guidance().atLevel(told.from())),
                    Role.SCALED_DIFFERENCE, Shape.ARROW, classifier ? Stage.SCALE : Stage.AMPLIFY);
            case CORRECTION -> LegendRow.of(Texts.text("legend.correction"), Role.COMBINED, Shape.ARROW, Stage.CORRECT);
        };
    }

    /// `ends in the class: 93.5 %`
    static String goodEnds(Document document, Swarm.Ends ends) {
        return Texts.text(document.guidance().guidingClass().isPresent() ? "legend.endsInClass" : "legend.endsInData",
                percent(ends.good()));
    }

    /// `93.5 %`
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String shortened(String name) {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1).strip() + "…";
        return Typeset.plain(shown);
    }

    private static LegendRow unscaled(String text) {
        return LegendRow.of(text, Role.DIFFERENCE, Shape.ARROW, Stage.DIFFERENCE);
    }

    /// `, γ = 3` for a rule with a scale, or around one.
    private static String scale(Guidance guidance) {
        return switch (guidance) {
            case NoGuidance() -> "";
            case CfgPlusPlus plus -> LAMBDA + Furniture.number(plus.scale());
            case ScaledGuidance scaled -> GAMMA + Furniture.number(scaled.scale());
            case WrappingGuidance wrapping -> scale(wrapping.rule());
        };
    }
}
