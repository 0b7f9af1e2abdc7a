/// Animated GIFs: colour tables, frames that say only what changed, and a compressor that searches.
///
/// [GifEncoder] takes a [FrameSource] and asks it for every frame twice: once from the last to the first, to count the
/// colours ([ColourCounts], from which [PaletteFitter] chooses a [Palette]; [Tables] may give a frame one of its own), once
/// to write. So no more than a few frames are ever held. The first pass also finds out how long every pixel keeps its
/// colour ([Lifetimes]): an error weighs as much as it lasts. It notes, too, where pixels of a transparent film go away:
/// there the frame before is wiped. [Drafts] compares what a frame costs with the one table, with
/// the other, and not drawn at all. [PaintedAhead] paints the next frame while one is written. [Screen] knows what a viewer sees, finds the
/// [Match] of a palette, and describes what a frame wants as a [Picture], with a choice of indices: a pixel that wants
/// what it wanted before may be written as the index that it shows or as transparent, and in the best quality as a
/// colour closer to its own, but as nothing else, so what stands still never flickers; other pixels may take a colour that is a
/// little off, at a [Price]. [Lzw] writes the picture with phrases that [PhraseSearch] finds in the [Dictionary].
/// [GifStream] knows the syntax of the file.
///
/// Nothing is dithered. The colours of a diagram or of a heat map lie on a few curves, which 255 well-placed colours
/// follow closely; dithering would make the file larger, noisier and restless.
///
/// Source of the format: Graphics Interchange Format, version 89a, CompuServe 1990.
@NullMarked
package scorescape.export.gif;

import org.jspecify.annotations.NullMarked;
