package scorescape.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import scorescape.diffusion.generator.Checkerboard;
import scorescape.diffusion.generator.Tree;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.DocumentStore;
import scorescape.document.Presets;
import scorescape.math.Bounds;
import scorescape.math.Vec2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EditorTest {

    private static final Vec2 STEP = new Vec2(0.25, -0.25);

    private static final Document SCENE = Presets.defaultScene()
            .withItems(List.of(DataItem.of(new PointComponent(1, 0, new Vec2(0, 0))),
                    DataItem.of(new PointComponent(1, 1, new Vec2(1, 4))),
                    DataItem.of(new RectangleComponent(1, 1, new Vec2(5, 1), new Vec2(1, 0.5), 0))));

    private final DocumentStore store = new DocumentStore(SCENE);
    private final Selection selection = new Selection(store);
    private final List<String> complaints = new ArrayList<>();
    private final Editor editor = new Editor(store, selection, complaints::add);

    @Test
    void copiedTextIsPastedBesideTheOriginal() {
        selection.select(List.of(1));

        editor.paste(editor.copied(), STEP);
        editor.paste(editor.copied(), STEP);

        assertEquals(new PointComponent(1, 1, new Vec2(1.25, 3.75)), store.current().items().get(3).component());
        assertEquals(new PointComponent(1, 1, new Vec2(1.5, 3.5)), store.current().items().get(4).component());
        assertEquals(List.of(4), selection.indices());
    }

    @Test
    void whatIsCutIsPastedWhereItWas() {
        selection.select(List.of(1));
        String text = editor.copied();
        editor.delete();
        assertEquals(2, store.current().items().size());

        editor.paste(text, STEP);

        assertEquals(new PointComponent(1, 1, new Vec2(1, 4)), store.current().items().get(2).component());
    }

    @Test
    void pastedHereIsInTheMiddleOfHere() {
        selection.select(List.of(0, 1));
        editor.pasteAt(editor.copied(), new Vec2(10, 10));

        assertEquals(new Bounds(9.5, 8, 10.5, 12), Shapes.bounds(selection.items()));
    }

    @Test
    void noPastedComponentHidesAnother() {
        selection.select(List.of(0, 1));
        String text = editor.copied();
        selection.select(List.of(0));
        editor.delete();

        editor.paste(text, STEP);

        assertEquals(new PointComponent(1, 1, new Vec2(1.25, 3.75)), store.current().items().getLast().component());
    }

    @Test
    void undoneCopiesLeaveNothingSelectedThatOnlyEqualsThem() {
        selection.select(List.of(1));
        String text = editor.copied();
        editor.pasteAt(text, new Vec2(1, 4));
        assertEquals(List.of(3), selection.indices());

        store.undo();

        assertEquals(List.of(), selection.indices());
    }

    @Test
    void otherTextOnTheClipboardIsASentenceAndNoChange() {
        editor.paste("hello", STEP);
        editor.paste(" ", STEP);

        assertEquals(SCENE, store.current());
        assertTrue(complaints.get(0).startsWith("The clipboard holds no components: "), complaints.get(0));
        assertEquals("There is nothing to paste: copy components first.", complaints.get(1));
    }

    @Test
    void lastComponentIsNotDeletedOrSwitchedOff() {
        editor.selectAll();
        editor.delete();
        editor.toggleCounts();

        assertEquals(SCENE, store.current());
        assertEquals(List.of("A scene needs at least one component that counts.",
                "A scene needs at least one component that counts."), complaints);
    }

    @Test
    void groupIsSelectedTogetherUntilItIsUngrouped() {
        selection.select(List.of(0, 2));
        editor.group();
        assertEquals(List.of(0, 2), selection.withGroups(List.of(2)));

        editor.ungroup();
        assertEquals(List.of(2), selection.withGroups(List.of(2)));
    }

    @Test
    void alignedEdgesAreOnOneLineAndAGroupStaysInShape() {
        selection.select(List.of(0, 1));
        editor.group();
        editor.selectAll();
        editor.align(Alignment.LEFT);

        List<DataItem> items = store.current().items();
        assertEquals(SCENE.items().get(0).component(), items.get(0).component());
        assertEquals(SCENE.items().get(1).component(), items.get(1).component());
        assertEquals(0, items.get(2).component().bounds().minX());
    }

    @Test
    void distributedCentresAreAtEqualDistances() {
        editor.selectAll();
        editor.align(Alignment.ACROSS);

        assertEquals(List.of(0.0, 2.5, 5.0), store.current()
                .items()
                .stream()
                .map(item -> item.component().bounds().centre().x())
                .toList());
    }

    @Test
    void classIsRemovedWithItsComponents() {
        editor.removeClass(1);

        assertEquals(1, store.current().items().size());
        assertFalse(store.current().classes().stream().anyMatch(c -> c.label() == 1));
        store.undo();
        assertEquals(SCENE, store.current());
    }

    @Test
    void newClassIsTheActiveOne() {
        editor.addClass();

        int label = store.current().classes().getLast().label();
        assertEquals(label, selection.activeClassProperty().get());
        editor.moveToClass(List.of(0), label);
        assertEquals(label, store.current().items().getFirst().component().label());
    }

    @Test
    void selectionGoesWithItsItemsWhenOthersAreDeleted() {
        selection.select(List.of(2));
        editor.remove(Set.of(0));
        assertTrue(selection.isEmpty());

        selection.select(List.of(1));
        store.undo();
        assertEquals(List.of(2), selection.indices());
    }

    @Test
    void addedDataAreAsHeavyAsTheRestAndInTheMiddleOfTheView() {
        editor.addData(new Checkerboard(4, 2).generate(0));

        assertEquals(8, selection.indices().size());
        // The sum of eight equal parts.
        assertEquals(6, store.current().data().totalWeight(), 1e-12);
        assertEquals(0, SCENE.camera().centre().distance(Shapes.bounds(selection.items()).centre()), 1e-12);
    }

    @Test
    void dataAreReplacedByTheLargestTree() {
        editor.replaceData(new Tree(7, 8).generate(0));

        assertEquals(List.of(), complaints);
        assertEquals(2032, store.current().items().size());
        assertEquals(2, store.current().classes().size());
        store.undo();
        assertEquals(SCENE, store.current());
    }
}
