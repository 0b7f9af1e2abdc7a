package scorescape.export;

import java.nio.file.Path;
import scorescape.document.Document;

/// Writes the story of a document as an animated GIF.
///
/// The frames are what the window shows at the same moments, and the same document and options give the same bytes
/// wherever and however often they are exported. Memory does not grow with the length of the film.
public final class GifExport {

    private GifExport() {}

    /// Takes seconds to minutes: call it on a thread of its own.
    ///
    /// @param file replaced when the film is complete; untouched if it fails or is cancelled
    /// @return whether the file was written; false if `progress` cancelled
    /// @throws ExportFailed if the file could not be written
    public static boolean write(Document document, GifOptions options, Path file, Progress progress)
            throws ExportFailed {
        return new FilmFormat.Gif(options.quality()).write(new Film(document, options), SceneText.of(document), file,
                progress);
    }
}
