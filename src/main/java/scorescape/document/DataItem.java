package scorescape.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;

/// A component of the data as people handle it.
///
/// @param component the shape, its weight and its class
/// @param name a line of at most [#MAX_NAME_LENGTH] characters, empty for one that is called after its kind
/// @param counts whether it is part of the data; one that is switched off stays in the list only
/// @param locked whether it is kept from being selected and changed by accident
/// @param group items with the same number are selected and moved together; 0 for none
/// @param image what the component stands for, or null
public record DataItem(Component component, String name, boolean counts, boolean locked, int group,
        @Nullable Thumbnail image) {

    public static final int MAX_NAME_LENGTH = 60;

    public DataItem {
        Check.that(Document.isLine(name, MAX_NAME_LENGTH), "name",
                "a line of at most " + MAX_NAME_LENGTH + " characters", Json.inline(name));
        Check.that(group >= 0, "group", "0 or a positive number", group);
    }

    /// An item without an image.
    public DataItem(Component component, String name, boolean counts, boolean locked, int group) {
        this(component, name, counts, locked, group, null);
    }

    /// A component that counts, with no name, lock or group.
    public static DataItem of(Component component) {
        return new DataItem(component, "", true, false, 0);
    }

    public DataItem withComponent(Component newComponent) {
        return new DataItem(newComponent, name, counts, locked, group, image);
    }

    public DataItem withName(String newName) {
        return new DataItem(component, newName, counts, locked, group, image);
    }

    public DataItem withCounts(boolean newCounts) {
        return new DataItem(component, name, newCounts, locked, group, image);
    }

    public DataItem withLocked(boolean newLocked) {
        return new DataItem(component, name, counts, newLocked, group, image);
    }

    public DataItem withGroup(int newGroup) {
        return new DataItem(component, name, counts, locked, newGroup, image);
    }

    /// @param newImage null to take it away
    public DataItem withImage(@Nullable Thumbnail newImage) {
        return new DataItem(component, name, counts, locked, group, newImage);
    }

    /// The distribution that the items make which count.
    ///
    /// @throws IllegalArgumentException if none does
    static DataDistribution distribution(List<DataItem> items) {
        return new DataDistribution(items.stream().filter(DataItem::counts).map(DataItem::component).toList());
    }

    /// The classes that have an item that counts, in rising order.
    static List<Integer> labels(List<DataItem> items) {
        return items.stream()
                .filter(DataItem::counts)
                .map(item -> item.component().label())
                .distinct()
                .sorted()
                .toList();
    }
}
