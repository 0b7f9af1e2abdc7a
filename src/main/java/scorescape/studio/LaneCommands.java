package scorescape.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import scorescape.diffusion.guidance.ScaledGuidance;
import scorescape.diffusion.sampler.DdimSampler;
import scorescape.diffusion.sampler.DdpmSampler;
import scorescape.diffusion.sampler.DpmSolverPlusPlusSampler;
import scorescape.diffusion.sampler.Sampler;
import scorescape.document.Comparison;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Lane;
import scorescape.document.Parameters;

/// What can be done to the lanes in which ways to run the scene are compared.
///
/// A comparison begins with what most people ask first: the same rule at other scales, or, without one, other samplers. From
/// there each lane is edited in the inspector while it is the active one.
final class LaneCommands {

    final Command one;
    final Command two;
    final Command four;
    final Command add;
    final Command remove;
    final Command next;
    final Command join;

    private final DocumentStore store;

    LaneCommands(DocumentStore store) {
        this.store = store;
        one = new Command("compare-off", "Shift+1", () -> edit(d -> d.withComparison(Comparison.NONE)));
        two = new Command("compare-two", "Shift+2", () -> edit(d -> compared(d, 2)));
        four = new Command("compare-four", "Shift+4", () -> edit(d -> compared(d, Comparison.MAX_LANES)));
        add = new Command("add-lane", "", () -> edit(LaneCommands::withOneMore));
        remove = new Command("remove-lane", "", () -> edit(LaneCommands::withOneLess));
        next = new Command("next-lane", "Shift+L", () -> edit(d -> d.withActiveLane(
                (d.view().comparison().place() + 1) % d.view().comparison().size())));
        join = new Command("join-ends", "Shift+J",
                () -> edit(d -> d.withComparison(
                        d.view().comparison().withJoined(!d.view().comparison().joined()))));
        store.subscribe(document -> {
            Comparison comparison = document.view().comparison();
            Stream.of(one, remove, next, join).forEach(command -> command.setEnabled(comparison.isOn()));
            add.setEnabled(comparison.size() < Comparison.MAX_LANES);
        });
    }

    List<Command> all() {
        return List.of(two, four, one, add, remove, next, join);
    }

    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        Stream.of(one, two, four).forEach(command -> items.add(command.menuItem()));
        items.add(new SeparatorMenuItem());
        Stream.of(add, remove, next, join).forEach(command -> items.add(command.menuItem()));
        return items;
    }

    private void edit(UnaryOperator<Document> change) {
        store.edit(new Object(), change);
    }

    /// The same rule at other scales, from the least to the largest, or other samplers.
    private static Document compared(Document document, int count) {
        Lane own = Lane.of(document);
        if (document.guidance() instanceof ScaledGuidance scaled) {
            double larger = Math.min(2 * Math.max(1, scaled.scale()), Parameters.GUIDANCE_SCALE.max());
            List<Double> scales = DoubleStream
                    .concat(DoubleStream.of(scaled.scale()),
                            DoubleStream.of(1, 0, larger, 3).filter(scale -> scale != scaled.scale()))
                    .limit(count)
                    .sorted()
                    .boxed()
                    .toList();
            return document.comparedIn(
                    scales.stream().map(scale -> own.withGuidance(scaled.withScale(scale))).toList(),
                    scales.indexOf(scaled.scale()));
        }
        Stream<Sampler> others = Stream.<Sampler>of(new DdimSampler(0),
                new DdpmSampler(DdpmSampler.Variance.SMALL), new DpmSolverPlusPlusSampler(), new DdimSampler(0.5))
                .filter(sampler -> !sampler.equals(own.sampler()));
        return document.comparedIn(
                Stream.concat(Stream.of(own.sampler()), others).limit(count).map(own::withSampler).toList(), 0);
    }

    private static Document withOneMore(Document document) {
        Lane own = Lane.of(document);
        List<Lane> lanes = new ArrayList<>(document.view().comparison().lanes(own));
        lanes.add(own);
        return document.comparedIn(lanes, lanes.size() - 1);
    }

    private static Document withOneLess(Document document) {
        Comparison comparison = document.view().comparison();
        List<Lane> lanes = new ArrayList<>(comparison.lanes(Lane.of(document)));
        lanes.remove(comparison.place());
        return document.comparedIn(lanes, Math.min(comparison.place(), lanes.size() - 1));
    }
}
