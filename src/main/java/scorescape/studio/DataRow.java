package scorescape.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import scorescape.document.DataItem;
import scorescape.document.Document;
import scorescape.document.Document.DataClass;

/// A row of the list of components. Rows say where something is in the document, not what it is, so that a change of an item
/// leaves the list as it is.
sealed interface DataRow {

    /// The heading of a class.
    record OfClass(int label) implements DataRow {}

    /// A group, or the part of it that is in one class.
    record OfGroup(int label, int group) implements DataRow {}

    /// A component.
    record OfItem(int index, boolean inGroup) implements DataRow {}

    /// The rows of a document: each class with its components below, members of a group after the group, if it is open.
    ///
    /// @param open the numbers of the groups whose members are shown
    static List<DataRow> of(Document document, Set<Integer> open) {
        Map<Integer, List<DataRow>> rows = new LinkedHashMap<>();
        document.classes().forEach(c -> rows.put(c.label(), new ArrayList<>(List.of(new OfClass(c.label())))));
        List<DataItem> items = document.items();
        for (int i = 0; i < items.size(); i++) {
            int group = items.get(i).group();
            int label = items.get(i).component().label();
            List<DataRow> own = rows.get(label);
            if (group == 0) {
                own.add(new OfItem(i, false));
            } else if (!own.contains(new OfGroup(label, group))) {
                own.add(new OfGroup(label, group));
                if (open.contains(group)) {
                    members(document, label, group).forEach(member -> own.add(new OfItem(member, true)));
                }
            }
        }
        return document.classes().stream().map(DataClass::label).flatMap(label -> rows.get(label).stream()).toList();
    }

    /// The places of the items that a row stands for.
    default List<Integer> items(Document document) {
        return switch (this) {
            case OfClass(int label) -> IntStream.range(0, document.items().size())
                    .filter(i -> document.items().get(i).component().label() == label)
                    .boxed()
                    .toList();
            case OfGroup(int label, int group) -> members(document, label, group);
            case OfItem(int index, _) -> List.of(index);
        };
    }

    private static List<Integer> members(Document document, int label, int group) {
        List<DataItem> items = document.items();
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).group() == group && items.get(i).component().label() == label)
                .boxed()
                .toList();
    }
}
