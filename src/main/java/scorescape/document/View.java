package scorescape.document;

import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;

/// What is shown of a scene, and how.
///
/// @param camera the part of the plane that is shown
/// @param coordinates in which states are drawn
/// @param layers what is drawn
public record View(Camera camera, Coordinates coordinates, Layers layers) {

    /// With the layers of a new scene.
    public View(Camera camera, Coordinates coordinates) {
        this(camera, coordinates, Layers.DEFAULT);
    }

    public View withCamera(Camera newCamera) {
        return new View(newCamera, coordinates, layers);
    }

    public View withCoordinates(Coordinates newCoordinates) {
        return new View(camera, newCoordinates, layers);
    }

    public View withLayers(Layers newLayers) {
        return new View(camera, coordinates, newLayers);
    }
}
