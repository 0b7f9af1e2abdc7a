package scorescape.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scorescape.diffusion.schedule.TimeGrid;

/// Comparisons in the file format: of each other lane, what it does in another way than the scene itself.
final class ComparisonCodec {

    private ComparisonCodec() {}

    /// Empty if nothing is compared.
    static Map<String, Object> encode(Document document) {
        Comparison comparison = document.view().comparison();
        Map<String, Object> object = new LinkedHashMap<>();
        if (!comparison.isOn()) {
            return object;
        }
        Lane own = Lane.of(document);
        object.put("lanes", comparison.others().stream().map(lane -> encode(lane, own)).toList());
        if (comparison.place() > 0) {
            object.put("place", comparison.place() + 1);
        }
        if (comparison.joined()) {
            object.put("joined", true);
        }
        return object;
    }

    private static Map<String, Object> encode(Lane lane, Lane own) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (!lane.guidance().equals(own.guidance())) {
            object.put("guidance", GuidanceCodec.encode(lane.guidance()));
        }
        if (!lane.schedule().equals(own.schedule())) {
            object.put("schedule", ScheduleCodec.encode(lane.schedule()));
        }
        if (lane.grid() != own.grid()) {
            object.put("grid", Place.name(lane.grid()));
        }
        if (!lane.sampler().equals(own.sampler())) {
            object.put("sampler", SamplerCodec.encode(lane.sampler()));
        }
        if (lane.steps() != own.steps()) {
            object.put("steps", lane.steps());
        }
        if (!lane.model().equals(own.model())) {
            object.put("model", ModelCodec.encode(lane.model()));
        }
        return object;
    }

    /// @param own the lane of the scene itself
    static Comparison decode(Place place, Lane own) {
        place.only("lanes", "place", "joined");
        Place lanes = place.member("lanes");
        List<Lane> others = lanes.items(lane -> decodeLane(lane, own));
        if (others.isEmpty() || others.size() >= Comparison.MAX_LANES) {
            throw lanes.expected("from 1 to " + (Comparison.MAX_LANES - 1) + " lanes beside the scene's own");
        }
        int position = place.has("place") ? place.member("place").integer() : 1;
        if (position < 1 || position > others.size() + 1) {
            throw place.member("place").expected("a whole number from 1 to " + (others.size() + 1));
        }
        return new Comparison(others, position - 1, place.has("joined") && place.member("joined").truth());
    }

    private static Lane decodeLane(Place lane, Lane own) {
        lane.only("guidance", "schedule", "grid", "sampler", "steps", "model");
        return new Lane(lane.has("guidance") ? GuidanceCodec.decode(lane.member("guidance")) : own.guidance(),
                lane.has("schedule") ? ScheduleCodec.decode(lane.member("schedule")) : own.schedule(),
                lane.has("grid") ? lane.member("grid").choice(TimeGrid.values()) : own.grid(),
                lane.has("sampler") ? SamplerCodec.decode(lane.member("sampler")) : own.sampler(),
                lane.has("steps") ? (int) lane.member("steps").number(Parameters.STEPS) : own.steps(),
                lane.has("model") ? ModelCodec.decode(lane.member("model")) : own.model());
    }
}
