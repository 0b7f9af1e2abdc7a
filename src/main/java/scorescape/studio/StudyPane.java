package scorescape.studio;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Layer;
import scorescape.document.Parameter;
import scorescape.document.Parameters;
import scorescape.document.Study;
import scorescape.document.Study.Shown;
import scorescape.text.Numerals;
import scorescape.text.Texts;

/// What the plots of the population compare. There only while one is shown.
final class StudyPane extends VBox {

    private final DocumentStore store;
    private final Messages messages;
    private final NumberField particles;
    private final NumberField tolerance;
    private final TextField scales = new TextField();
    private final Label axis = new Label();
    private final Button resetAxis = new Button(Texts.text("study.axis.reset"));

    StudyPane(DocumentStore store, Messages messages) {
        this.store = store;
        this.messages = messages;
        managedProperty().bind(visibleProperty());
        particles = new NumberField(Parameters.PARTICLES, n -> store.edit(new Object(),
                d -> d.withLayers(d.layers().withPopulation(d.layers().population().withParticles((int) n)))),
                messages::complain);
        particles.setId("study-particles");
        tolerance = new NumberField(Parameters.TOLERANCE,
                n -> store.edit(new Object(), d -> d.withStudy(d.study().withTolerance(n))), messages::complain);
        tolerance.setId("study-tolerance");
        scales.setId("study-scales");
        scales.getStyleClass().add("number-field");
        scales.setAccessibleText(Texts.text("study.scales.name"));
        scales.setTooltip(new Tooltip(Texts.text("study.scales.help", Study.MAX_SCALES)));
        scales.setOnAction(_ -> commit());
        scales.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                commit();
            }
        });
        Label compared = new Label(Texts.text("study.scales"));
        compared.setLabelFor(scales);
        axis.getStyleClass().add("faint");
        resetAxis.setId("study-axis-reset");
        resetAxis.setTooltip(new Tooltip(Texts.text("study.axis.reset.help")));
        resetAxis.setOnAction(_ -> store.edit(new Object(), d -> d.withStudy(d.study().withAxis(null))));
        Label axisName = new Label(Texts.text("study.axis"));
        axisName.setTooltip(new Tooltip(Texts.text("study.axis.help", Layer.AXIS.title())));
        getChildren().addAll(Sections.row(name(Parameters.PARTICLES, particles), particles),
                Sections.row(compared, scales), Sections.row(name(Parameters.TOLERANCE, tolerance), tolerance),
                Sections.row(axisName, axis, resetAxis));
        store.subscribe(this::show);
    }

    private static Label name(Parameter parameter, NumberField field) {
        Label label = new Label(parameter.title());
        label.setLabelFor(field);
        label.setTooltip(new Tooltip(parameter.help()));
        return label;
    }

    private void show(Document document) {
        setVisible(document.study().shown() != Shown.SCENE);
        particles.setValue((double) document.layers().population().particles());
        tolerance.setValue(document.study().tolerance());
        scales.setText(text(document.study().scales()));
        boolean drawn = document.study().axis() != null;
        axis.setText(drawn ? Texts.text("study.axis.drawn") : Texts.text("study.axis.between"));
        resetAxis.setVisible(drawn);
        resetAxis.setManaged(drawn);
    }

    private static String text(List<Double> values) {
        return values.stream()
                .map(value -> value == Math.rint(value) ? Long.toString(value.longValue()) : Double.toString(value))
                .collect(Collectors.joining(" "));
    }

    /// Takes what was typed, in any order; refuses with a sentence what is no list of scales.
    private void commit() {
        List<Double> before = store.current().study().scales();
        if (scales.getText().equals(text(before))) {
            return;
        }
        double[] typed = Stream.of(scales.getText().strip().split("[\\s;]+"))
                .mapToDouble(Numerals::parse)
                .sorted()
                .distinct()
                .toArray();
        try {
            Study changed = store.current().study().withScales(DoubleStream.of(typed).boxed().toList());
            store.edit(new Object(), d -> d.withStudy(changed));
        } catch (IllegalArgumentException e) {
            messages.complain(Texts.text("study.scales.refused", Study.MAX_SCALES,
                    text(List.of(Parameters.GUIDANCE_SCALE.min())), text(List.of(Parameters.GUIDANCE_SCALE.max()))));
        }
        scales.setText(text(store.current().study().scales()));
    }
}
