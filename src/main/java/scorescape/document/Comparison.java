package scorescape.document;

import java.util.ArrayList;
import java.util.List;

/// Ways to run a scene that are shown beside its own: same data, same noise, same camera.
///
/// The scene's own guidance and sampling are one of the lanes, the active one, so whoever edits the scene edits that lane.
///
/// @param others the other lanes, fewer than [#MAX_LANES]; none if nothing is compared
/// @param place of the scene's own lane among all, 0 for the first
/// @param joined whether the ends of each particle are joined with its end in the active lane
public record Comparison(List<Lane> others, int place, boolean joined) {

    public static final int MAX_LANES = 4;

    public static final Comparison NONE = new Comparison(List.of(), 0, false);

    public Comparison {
        others = List.copyOf(others);
        Check.that(others.size() < MAX_LANES, "compare.lanes", "fewer than " + MAX_LANES + " others", others.size());
        Check.that(place >= 0 && place <= others.size(), "compare.place",
                "a whole number from 1 to " + (others.size() + 1), place + 1);
    }

    /// Whether there is more than one lane.
    public boolean isOn() {
        return !others.isEmpty();
    }

    /// How many lanes there are, the scene's own among them.
    public int size() {
        return others.size() + 1;
    }

    public Comparison withJoined(boolean newJoined) {
        return new Comparison(others, place, newJoined);
    }

    /// All lanes in their order.
    ///
    /// @param own that of the scene
    public List<Lane> lanes(Lane own) {
        List<Lane> all = new ArrayList<>(others);
        all.add(place, own);
        return all;
    }

    /// The comparison of some lanes, of which one is the scene's own.
    static Comparison of(List<Lane> lanes, int place, boolean joined) {
        List<Lane> others = new ArrayList<>(lanes);
        others.remove(place);
        return others.isEmpty() ? NONE : new Comparison(others, place, joined);
    }
}
