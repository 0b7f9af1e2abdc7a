package scorescape.document;

import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;

/// What is shown of a scene, and how.
///
/// @param camera the part of the plane that is shown
/// @param coordinates in which states are drawn
/// @param layers what is drawn
/// @param study which plots of the population are shown in place of the picture, and of what
/// @param comparison other ways to run the scene that are shown beside its own
public record View(Camera camera, Coordinates coordinates, Layers layers, Study study, Comparison comparison) {

    /// Without a comparison.
    public View(Camera camera, Coordinates coordinates, Layers layers, Study study) {
        this(camera, coordinates, layers, study, Comparison.NONE);
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
        return new View(newCamera, coordinates, layers, study, comparison);
    }

    public View withCoordinates(Coordinates newCoordinates) {
        return new View(camera, newCoordinates, layers, study, comparison);
    }

    public View withLayers(Layers newLayers) {
        return new View(camera, coordinates, newLayers, study, comparison);
    }

    public View withStudy(Study newStudy) {
        return new View(camera, coordinates, layers, newStudy, comparison);
    }

    public View withComparison(Comparison newComparison) {
        return new View(camera, coordinates, layers, study, newComparison);
    }
}
