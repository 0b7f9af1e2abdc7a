package scorescape.studio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        List<DataItem> items = document.items();
        List<DataRow> rows = new ArrayList<>();
        for (DataClass dataClass : document.classes()) {
            int label = dataClass.label();
            rows.add(new OfClass(label));
            Set<Integer> groups = new HashSet<>();
            for (int i = 0; i < items.size(); i++) {
                int group = items.get(i).group();
                if (items.get(i).component().label() != label) {
                    continue;
                }
                if (group == 0) {
                    rows.add(new OfItem(i, false));
                } else if (groups.add(group)) {
                    rows.add(new OfGroup(label, group));
                    if (open.contains(group)) {
                        members(document, label, group).forEach(member -> rows.add(new OfItem(member, true)));
                    }
                }
            }
        }
        return rows;
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
