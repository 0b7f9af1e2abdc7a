package scorescape.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.guidance.WrappingGuidance;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;
import scorescape.document.DocumentStore;
import scorescape.document.Parameter;
import scorescape.document.Parameters;
import scorescape.studio.Knob.Dial;
import scorescape.studio.Knob.Option;
import scorescape.text.Numerals;
import scorescape.text.Texts;

/// The class to guide towards, the rule that does it with its γ, and what is laid on top of the rule.
///
/// Holds no document of its own: shows the store's and edits it. γ may be told as `w = γ − 1`; the number that is kept is
/// always γ.
final class GuidancePane extends VBox {

    private static final List<Option<RuleKind>> RULES = Arrays.stream(RuleKind.values())
            .map(kind -> new Option<>(kind.title(), kind.help(), kind))
            .toList();

    private final DocumentStore store;
    private final PresentLevel present;
    private final Messages messages;
    private final BooleanProperty tellsWeight;
    private final ReadOnlyObjectProperty<OptionalDouble> monotone;
    private final ChoiceControl<RuleKind> rule;
    private final Label help = new Label();
    private final VBox scaleControls;
    private final KnobList<Guidance> scale;
    private final KnobList<Guidance> knobs;
    private final Button unconditional = link("guidance-0", 0);
    private final Button conditional = link("guidance-1", 1);
    private final Button otherConvention = new Button();
    private final Tooltip otherHelp = new Tooltip();
    private final Label onTop = new Label(Texts.text("guidance.onTop"));
    private final VBox wrappers = new VBox();
    private final MenuButton add = new MenuButton(Texts.text("guidance.layOnTop"));
    private final List<MenuItem> scaleSetters = new ArrayList<>();
    private RuleStack stack = new RuleStack(new NoGuidance(), List.of());

    /// @param tellsWeight whether γ is told as `w = γ − 1`
    /// @param monotone the largest γ whose mean path does not turn back
    GuidancePane(DocumentStore store, PresentLevel present, Messages messages, BooleanProperty tellsWeight,
            ReadOnlyObjectProperty<OptionalDouble> monotone) {
        this.store = store;
        this.present = present;
        this.messages = messages;
        this.tellsWeight = tellsWeight;
        rule = new ChoiceControl<>("rule", Texts.text("guidance.rule"), Texts.text("guidance.rule.help"), this::choose);
        rule.hideTitle();
        this.monotone = monotone;
        scale = knobs();
        scale.getStyleClass().add("gamma-knobs");
        knobs = knobs();
        help.setId("rule-help");
        help.setWrapText(true);
        help.getStyleClass().add("help");
        scaleControls = new VBox(scale, conventions());
        scaleControls.managedProperty().bind(scaleControls.visibleProperty());
        onTop.getStyleClass().add("faint");
        onTop.managedProperty().bind(onTop.visibleProperty());
        wrappers.getStyleClass().add("knobs");
        add.setId("add-wrapper");
        add.setAccessibleText(add.getText());
        add.getStyleClass().add("quiet-button");
        add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
        add.getItems().setAll(Arrays.stream(WrapperKind.values()).map(this::item).toList());
        add.setTooltip(new Tooltip(Texts.text("guidance.layOnTop.help")));
        getStyleClass().add("pane");
        getChildren().addAll(new ClassChips(store), rule, help, scaleControls, knobs, onTop, wrappers, add);
        store.subscribe(this::show);
        tellsWeight.subscribe((_, _) -> show(store.current()));
        present.levelProperty().subscribe(_ -> showPresent());
        monotone.subscribe((_, _) -> show(store.current()));
    }

    private KnobList<Guidance> knobs() {
        return new KnobList<>((gesture, base) -> store.edit(gesture,
                d -> d.withGuidance(RuleStack.of(d.guidance()).withBase(base).guidance())),
                store::endGesture, messages::complain);
    }

    private HBox conventions() {
        otherConvention.setId("other-convention");
        otherConvention.getStyleClass().add("link-button");
        otherConvention.setMinWidth(USE_PREF_SIZE);
        otherConvention.setTooltip(otherHelp);
        unconditional.setTooltip(new Tooltip(Texts.text("guidance.unconditional.help")));
        conditional.setTooltip(new Tooltip(Texts.text("guidance.conditional.help")));
        otherConvention.setOnAction(_ -> tellsWeight.set(!tellsWeight.get()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var conventions = new HBox(unconditional, conditional, space, otherConvention);
        conventions.setAlignment(Pos.CENTER_LEFT);
        conventions.getStyleClass().add("conventions");
        conventions.managedProperty().bind(conventions.visibleProperty());
        return conventions;
    }

    private Button link(String id, double gamma) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("link-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> edit(guidance -> RuleStack.withScale(guidance, gamma)));
        return button;
    }

    private void choose(RuleKind kind) {
        store.edit(new Object(), d -> d.withGuidance(RuleStack.of(d.guidance())
                .withBase(kind.make(RuleKind.Start.of(d.guidance(), d.data().labels())))
                .guidance()));
    }

    private void edit(UnaryOperator<Guidance> change) {
        store.edit(new Object(), d -> d.withGuidance(change.apply(d.guidance())));
    }

    private void show(Document document) {
        stack = RuleStack.of(document.guidance());
        RuleKind kind = RuleKind.of(stack.base());
        rule.show(RULES, Knob.indexOf(RULES, kind));
        help.setText(kind.help());
        boolean ownScale = stack.base() instanceof ScaledGuidance && !stack.isScheduled();
        scaleControls.setVisible(ownScale);
        if (ownScale && stack.base() instanceof ScaledGuidance scaled) {
            showScale(scaled);
        }
        knobs.show(GuidanceKnobs.of(stack.base(), classesWithData(document)));
        showWrappers(stack.wrappers());
    }

    private static List<DataClass> classesWithData(Document document) {
        List<Integer> labels = document.data().labels();
        return document.classes().stream().filter(c -> labels.contains(c.label())).toList();
    }

    private void showScale(ScaledGuidance scaled) {
        boolean weight = tellsWeight.get() && !(scaled instanceof CfgPlusPlus);
        Parameter parameter = GuidanceKnobs.scale(scaled);
        scale.show(List.of(weight
                ? new Dial<>(parameter.shifted(-1, "w"), scaled.scale() - 1, w -> scaled.withScale(w + 1))
                : new Dial<>(parameter, scaled.scale(), scaled::withScale)));
        double largest = scaled instanceof CfgPlusPlus ? Double.NaN : monotone.get().orElse(Double.NaN);
        ((ParameterControl) scale.getChildren().getFirst()).showHint(weight ? largest - 1 : largest,
                Texts.text("guidance.monotone.hint", weight ? text("w", largest - 1) : text("γ", largest)));
        otherConvention.getParent().setVisible(!(scaled instanceof CfgPlusPlus));
        unconditional.setText(Texts.text("guidance.unconditional", weight ? "−1" : "0"));
        conditional.setText(Texts.text("guidance.conditional", weight ? "0" : "1"));
        otherConvention.setText(weight ? text("γ", scaled.scale()) : text("w", scaled.scale() - 1));
        otherHelp.setText(weight
                ? Texts.text("guidance.otherConvention.gamma.help")
                : Texts.text("guidance.otherConvention.w.help"));
    }

    private static String text(String symbol, double value) {
        return Numerals.format("%s = %.2f", symbol, value);
    }

    private void showWrappers(List<WrappingGuidance> now) {
        while (wrappers.getChildren().size() > now.size()) {
            wrappers.getChildren().removeLast();
        }
        for (int i = 0; i < now.size(); i++) {
            WrapperKind kind = WrapperKind.of(now.get(i));
            if (i == wrappers.getChildren().size()) {
                wrappers.getChildren().add(new WrapperCard(kind, i, store, messages));
            } else if (((WrapperCard) wrappers.getChildren().get(i)).kind() != kind) {
                wrappers.getChildren().set(i, new WrapperCard(kind, i, store, messages));
            }
            ((WrapperCard) wrappers.getChildren().get(i)).show(now.get(i));
        }
        onTop.setVisible(!now.isEmpty());
        boolean mayBeSet = stack.base() instanceof ScaledGuidance && now.stream().noneMatch(RuleStack::setsScale);
        scaleSetters.forEach(item -> item.setDisable(!mayBeSet));
        showPresent();
    }

    private MenuItem item(WrapperKind kind) {
        MenuItem item = new MenuItem(kind.title());
        item.setId("add-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        item.setOnAction(_ -> add(kind));
        if (kind.setsScale()) {
            scaleSetters.add(item);
        }
        return item;
    }

    private void add(WrapperKind kind) {
        store.edit(new Object(), document -> {
            double gamma = stack.base() instanceof ScaledGuidance scaled
                    ? scaled.scale()
                    : Parameters.GUIDANCE_SCALE.defaultValue();
            int label = document.guidance().guidingClass().orElse(document.data().labels().getFirst());
            var start = new WrapperKind.Start(label, gamma, document.data().bounds());
            return document.withGuidance(stack.plus(kind.make(start)).guidance());
        });
    }

    private void showPresent() {
        double logSnr = present.level().logSnr();
        wrappers.getChildren().forEach(card -> ((WrapperCard) card).showPresent(logSnr));
    }
}
