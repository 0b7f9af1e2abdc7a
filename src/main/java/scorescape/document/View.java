package scorescape.document;

import scorescape.document.Document.Camera;
import scorescape.document.Document.Coordinates;

/// What is shown of a scene, and how.
///
/// @param camera the part of the plane that is shown
/// @param coordinates in which states are drawn
public record View(Camera camera, Coordinates coordinates) {

    public View withCamera(Camera newCamera) {
        return new View(newCamera, coordinates);
    }

    public View withCoordinates(Coordinates newCoordinates) {
        return new View(camera, newCoordinates);
    }
}
