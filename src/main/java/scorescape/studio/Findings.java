package scorescape.studio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import scorescape.document.Parameter;
import scorescape.document.Parameters;
import scorescape.studio.Knob.Option;

import static scorescape.text.Texts.text;

/// All that the palette can find at the moment. It is read off the menu and the panes, so that whatever is added there is
/// found without being named here.
final class Findings {

    /// Whose numbers are named after their chooser; all others are those of rules.
    private static final Set<String> CHOOSERS = Set.of("sampler", "schedule", "model");

    private final List<Finding> all = new ArrayList<>();

    /// The values of choices, which come after everything else that is as good.
    private final List<Finding> values = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<Parameter> shown = new HashSet<>();

    private Findings() {}

    /// @param more commands that the menu may not have
    /// @param panes with settings
    static List<Finding> of(MainMenu menu, List<Command> more, List<? extends Node> panes) {
        Findings findings = new Findings();
        menu.fill();
        findings.addItems(menu.getItems(), "");
        more.forEach(findings::addCommand);
        panes.forEach(pane -> findings.addControls(pane, ""));
        findings.addUnused(panes);
        findings.all.addAll(findings.values);
        return findings.all;
    }

    private void addItems(List<MenuItem> items, String place) {
        for (MenuItem item : items) {
            if (item instanceof Menu menu) {
                addItems(menu.getItems(), place.isEmpty() ? menu.getText() : place + " › " + menu.getText());
            } else if (item.getUserData() instanceof Command command) {
                addCommand(command, place);
            } else if (!(item instanceof SeparatorMenuItem)) {
                all.add(new Finding(item.getText(), place, "", keys(item.getAccelerator()), () -> !item.isDisable(),
                        item::fire));
            }
        }
    }

    private void addCommand(Command command) {
        addCommand(command, text("palette.command"));
    }

    private void addCommand(Command command, String place) {
        if (ids.add(command.id())) {
            all.add(new Finding(command.name(), place, command.help(), keys(command.key()),
                    command.enabledProperty()::get, command::run));
        }
    }

    private static String keys(@Nullable KeyCombination key) {
        return key == null ? "" : key.getDisplayText();
    }

    private void addControls(Node node, String place) {
        switch (node) {
            case Section section -> addControls(section.body(), section.title());
            case LayersPane.Row row -> {
                row.build();
                row.getChildren().forEach(child -> addControls(child, place + " › " + row.layer().title()));
            }
            case ParameterControl control -> {
                Parameter parameter = control.parameter();
                shown.add(parameter);
                add(parameter.title() + " " + parameter.symbol(), place, parameter.help(), control.field());
            }
            case ChoiceControl<?> choice -> {
                ComboBox<?> box = choice.box();
                add(choice.title(), place, choice.help(), box);
                for (int i = 0; i < choice.options().size(); i++) {
                    Option<?> option = choice.options().get(i);
                    int index = i;
                    values.add(new Finding(choice.title() + ": " + option.name(), place, option.help(), "",
                            () -> isOnShow(box), () -> {
                                box.getSelectionModel().select(index);
                                Reveal.reveal(box);
                            }));
                }
            }
            case NumberField field -> {
                shown.add(field.parameter());
                add(field.parameter().title() + " " + field.parameter().symbol(), place, field.parameter().help(),
                        field);
            }
            case ComboBox<?> box -> {
                addControl(box, place);
                addValues(box, place);
            }
            case ScrollPane pane -> addControls(pane.getContent(), place);
            case ListView<?> list -> addControl(list, place);
            case Control control -> addControl(control, place);
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> addControls(child, place));
            default -> {}
        }
    }

    /// The values of a box that stands alone, after the beginning of its name.
    private <T> void addValues(ComboBox<T> box, String place) {
        String name = String.valueOf(box.getAccessibleText()).replaceFirst(":.*", "");
        for (T value : box.getItems()) {
            values.add(new Finding(name + ": " + box.getConverter().toString(value), place, "", "", () -> isOnShow(box),
                    () -> {
                        box.setValue(value);
                        Reveal.reveal(box);
                    }));
        }
    }

    private void addControl(Control control, String place) {
        String spoken = control.getAccessibleText();
        String text = spoken != null || !(control instanceof Labeled labeled) ? spoken : labeled.getText();
        boolean isCommand = control instanceof ButtonBase && ids.contains(String.valueOf(control.getId()));
        if (control.isFocusTraversable() && text != null && !text.isBlank() && !isCommand) {
            String help = control.getTooltip() == null ? "" : control.getTooltip().getText();
            add(text, place, help, control);
        }
    }

    private void add(String title, String place, String help, Node control) {
        all.add(new Finding(title.strip(), place, help, "", () -> isOnShow(control), () -> Reveal.reveal(control)));
    }

    /// Whether revealing it would bring it into view: whatever hides it is something that unfolds.
    private static boolean isOnShow(Node control) {
        for (Node node = control; node != null; node = node.getParent()) {
            boolean unfolds = node instanceof Reveal.Folding || node.getParent() instanceof Reveal.Folding;
            if (node.isDisabled() || (!node.isVisible() && !unfolds)) {
                return false;
            }
        }
        return true;
    }

    private static String place(String chooser) {
        return text(switch (chooser) {
            case "sampler" -> "palette.otherSampler";
            case "schedule" -> "palette.otherSchedule";
            case "model" -> "palette.otherModel";
            default -> "palette.otherRule";
        });
    }

    /// Numbers of rules, samplers and schedules that are not chosen: they lead to where these are.
    private void addUnused(List<? extends Node> panes) {
        for (Parameter parameter : Parameters.ALL) {
            String name = parameter.name();
            boolean hasPlace = !name.contains(".") || name.startsWith("layers.") || name.startsWith("study.");
            if (!hasPlace && !shown.contains(parameter)) {
                String kind = name.substring(0, name.indexOf('.'));
                String chooser = CHOOSERS.contains(kind) ? kind : "rule";
                panes.stream().map(pane -> pane.lookup("#" + chooser)).filter(Objects::nonNull).findFirst()
                        .ifPresent(box -> add(parameter.title() + " " + parameter.symbol(),
                                place(chooser), parameter.help(), box));
            }
        }
    }
}
