/// Files for others: films, pictures and numbers of a document.
///
/// A film is a [FilmFormat] and [FilmOptions]: a [FilmSpan] of the run at a [Pace]. A picture is a [PictureFormat] and
/// [PictureOptions]. Numbers are written row by row through a [DataTable]: [TraceExport], [Evaluation], [PopulationExport],
/// [Sweep]. Whatever becomes a file goes through [NewFile], whole or not at all, and has its scene inside where the format
/// has room.
@NullMarked
package scorescape.export;

import org.jspecify.annotations.NullMarked;
