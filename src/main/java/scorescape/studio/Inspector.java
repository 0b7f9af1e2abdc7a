package scorescape.studio;

import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import scorescape.document.DocumentStore;

import static scorescape.text.Texts.text;

/// The settings of the run and the numbers of the present step, in sections that fold.
final class Inspector extends ScrollPane implements Reveal.Folding {

    /// @param monotone the largest γ whose mean path does not turn back
    Inspector(DocumentStore store, PresentLevel present, Commands commands, PictureView picture, Messages messages,
            Settings settings, Look look, ReadOnlyObjectProperty<OptionalDouble> monotone) {
        setId("inspector-pane");
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        managedProperty().bind(visibleProperty());
        BooleanProperty tellsWeight = new SimpleBooleanProperty(settings.tellsWeight());
        tellsWeight.subscribe((_, weight) -> settings.setTellsWeight(weight));
        var study = new StudyPane(store, messages);
        var population = new Section("section-population", text("inspector.population"), settings, study);
        population.visibleProperty().bind(study.visibleProperty());
        population.managedProperty().bind(study.visibleProperty());
        var sections = new VBox(
                new Section("section-guidance", text("inspector.classAndGuidance"), settings,
                        new GuidancePane(store, present, messages, tellsWeight, monotone)),
                population,
                new Section("section-prediction", text("inspector.prediction"), settings, new PredictionPane(picture)),
                new Section("section-sampler", text("inspector.sampler"), settings,
                        new SamplingPane(store, commands, messages)),
                new Section("section-schedule", text("inspector.schedule"), settings,
                        new SchedulePane(store, present, messages)),
                new Section("section-model", text("inspector.model"), settings, new ModelPane(store, messages)),
                new Section("section-noise", text("inspector.noise"), settings,
                        new NoisePane(store, commands, messages, picture.shownProperty())),
                new Section("section-appearance", text("inspector.appearance"), settings,
                        new AppearancePane(look, tellsWeight)));
        sections.getStyleClass().add("sections");
        setContent(sections);
        Sections.paintChangesAlone(this);
    }

    @Override
    public void unfold(boolean show) {
        setVisible(show);
    }
}
