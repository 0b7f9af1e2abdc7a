package scorescape.studio;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import scorescape.diffusion.model.ScoreModel;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.studio.Knob.Option;

import static scorescape.text.Texts.text;

/// What runs believe of the data: the exact score, or a model that errs.
final class ModelPane extends VBox {

    private static final List<Option<ModelKind>> KINDS = Arrays.stream(ModelKind.values())
            .map(kind -> new Option<>(kind.title(), kind.help(), kind))
            .toList();

    private final ChoiceControl<ModelKind> kind;
    private final Label help = new Label();
    private final KnobList<ScoreModel> knobs;

    ModelPane(DocumentStore store, Messages messages) {
        kind = new ChoiceControl<>("model", text("model.kind"), text("model.kind.help"),
                chosen -> edit(store, new Object(), chosen.make()));
        kind.hideTitle();
        help.setWrapText(true);
        help.getStyleClass().add("help");
        knobs = new KnobList<>((gesture, model) -> edit(store, gesture, model), store::endGesture,
                messages::complain);
        getStyleClass().add("pane");
        getChildren().addAll(kind, help, knobs);
        store.subscribe(this::show);
    }

    private static void edit(DocumentStore store, Object gesture, ScoreModel model) {
        store.edit(gesture, d -> d.withSampling(d.sampling().withModel(model)));
    }

    private void show(Document document) {
        ScoreModel model = document.sampling().model();
        ModelKind now = ModelKind.of(model);
        kind.show(KINDS, Knob.indexOf(KINDS, now));
        help.setText(now.help());
        knobs.show(ModelKind.knobs(model));
    }
}
