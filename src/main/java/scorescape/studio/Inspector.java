package scorescape.studio;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import scorescape.document.DocumentStore;

/// The settings of the run and the numbers of the present step, in sections that fold.
final class Inspector extends ScrollPane implements Reveal.Folding {

    Inspector(DocumentStore store, PresentLevel present, Commands commands, PictureView picture, Messages messages,
            Settings settings, Look look) {
        setId("inspector-pane");
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        managedProperty().bind(visibleProperty());
        BooleanProperty tellsWeight = new SimpleBooleanProperty(settings.tellsWeight());
        tellsWeight.subscribe((_, weight) -> settings.setTellsWeight(weight));
        var study = new StudyPane(store, messages);
        var population = new Section("section-population", "Population", settings, study);
        population.visibleProperty().bind(study.visibleProperty());
        population.managedProperty().bind(study.visibleProperty());
        var sections = new VBox(
                new Section("section-guidance", "Class and guidance", settings,
                        new GuidancePane(store, present, messages, tellsWeight)),
                population,
                new Section("section-prediction", "Prediction", settings,
                        new PredictionPane(picture)),
                new Section("section-sampler", "Sampler", settings, new SamplingPane(store, commands, messages)),
                new Section("section-schedule", "Schedule", settings, new SchedulePane(store, present, messages)),
                new Section("section-model", "Model", settings, new ModelPane(store, messages)),
                new Section("section-appearance", "Appearance", settings, new AppearancePane(look, tellsWeight)));
        sections.getStyleClass().add("sections");
        setContent(sections);
    }

    @Override
    public void unfold(boolean show) {
        setVisible(show);
    }
}
