package scorescape.export;

import scorescape.document.Document;
import scorescape.document.SceneFiles;
import scorescape.export.png.PngText;

/// A scene as text that goes inside an exported file, so that the file can be opened as the scene it shows.
///
/// @param json as a scene file holds it
public record SceneText(String json) {

    /// What the text is called inside of files.
    static final String NAME = "Scorescape scene";

    public static SceneText of(Document document) {
        return new SceneText(SceneFiles.text(document));
    }

    /// For formats that know comments without names.
    String comment() {
        return NAME + "\n" + json;
    }

    PngText pngText() {
        return new PngText(NAME, json);
    }
}
