package scorescape.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scorescape.document.Study.Axis;
import scorescape.document.Study.Shown;

/// The study of a scene in its file: only what is not as in a new scene.
final class StudyCodec {

    private StudyCodec() {}

    static Map<String, Object> encode(Study study) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (study.shown() != Study.DEFAULT.shown()) {
            object.put("shown", Place.name(study.shown()));
        }
        if (!study.scales().equals(Study.DEFAULT.scales())) {
            object.put("scales", study.scales());
        }
        Axis axis = study.axis();
        if (axis != null) {
            object.put("axis", List.of(List.of(axis.from().x(), axis.from().y()),
                    List.of(axis.to().x(), axis.to().y())));
        }
        if (study.tolerance() != Study.DEFAULT.tolerance()) {
            object.put("tolerance", study.tolerance());
        }
        return object;
    }

    static Study decode(Place place) {
        place.only("shown", "scales", "axis", "tolerance");
        Study study = Study.DEFAULT;
        if (place.has("shown")) {
            study = study.withShown(place.member("shown").choice(Shown.values()));
        }
        if (place.has("scales")) {
            Place scales = place.member("scales");
            List<Double> values = scales.items(Place::number);
            if (!Study.isValid(values)) {
                throw scales.expected(Study.SCALES);
            }
            study = study.withScales(values);
        }
        if (place.has("tolerance")) {
            study = study.withTolerance(place.member("tolerance").number(Parameters.TOLERANCE));
        }
        return study.withAxis(place.has("axis") ? axis(place.member("axis")) : null);
    }

    private static @Nullable Axis axis(Place place) {
        var points = place.pair(Axis.POINTS, Place::point);
        if (!(points.get(0).distance(points.get(1)) > 0)) {
            throw place.expected(Axis.POINTS);
        }
        return new Axis(points.get(0), points.get(1));
    }
}
