package scorescape.document;

import java.util.List;
import java.util.Set;
import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;
import scorescape.math.Vec2;

/// What is shown of a scene, and how.
///
/// @param camera the part of the plane that is shown
/// @param coordinates in which states are drawn
/// @param layers what is drawn
/// @param study which plots of the population are shown in place of the picture, and of what
/// @param comparison other ways to run the scene that are shown beside its own
/// @param probes places in the plane of the picture whose numbers are shown in the window, at most [#MAX_PROBES], each once
public record View(Camera camera, Coordinates coordinates, Layers layers, Study study, Comparison comparison,
        List<Vec2> probes) {

    public static final int MAX_PROBES = 20;

    public View {
        probes = List.copyOf(probes);
        Check.that(probes.size() <= MAX_PROBES && Set.copyOf(probes).size() == probes.size(), "probes",
                "at most " + MAX_PROBES + " points, each once", probes.size());
        for (int i = 0; i < probes.size(); i++) {
            Document.requireInReach(probes.get(i), "probes[" + i + "]");
        }
    }

    /// Without a comparison and probes.
    public View(Camera camera, Coordinates coordinates, Layers layers, Study study) {
        this(camera, coordinates, layers, study, Comparison.NONE, List.of());
    }

    /// With the study of a new scene.
    public View(Camera camera, Coordinates coordinates, Layers layers) {
        this(camera, coordinates, layers, Study.DEFAULT);
    }

    /// With the layers and the study of a new scene.
    public View(Camera camera, Coordinates coordinates) {
        this(camera, coordinates, Layers.DEFAULT);
    }

    public View withCamera(Camera newCamera) {
        return new View(newCamera, coordinates, layers, study, comparison, probes);
    }

    public View withCoordinates(Coordinates newCoordinates) {
        return new View(camera, newCoordinates, layers, study, comparison, probes);
    }

    public View withLayers(Layers newLayers) {
        return new View(camera, coordinates, newLayers, study, comparison, probes);
    }

    public View withStudy(Study newStudy) {
        return new View(camera, coordinates, layers, newStudy, comparison, probes);
    }

    public View withComparison(Comparison newComparison) {
        return new View(camera, coordinates, layers, study, newComparison, probes);
    }

    public View withProbes(List<Vec2> newProbes) {
        return new View(camera, coordinates, layers, study, comparison, newProbes);
    }
}
