/// Animated GIFs: one global colour table, frames that say only what changed, and a compressor that searches.
///
/// [GifEncoder] takes a [FrameSource] and asks it for every frame twice: once to count the colours ([ColourCounts],
/// from which [PaletteFitter] chooses a [Palette]), once to write. So no more than a frame is ever held. A pixel whose
/// index is already on the screen may be written as that index or as transparent, whichever compresses better, and as
/// nothing else: what stands still never flickers. [Lzw] finds, at every pixel, the longest phrase of the dictionary
/// that says something allowed. [GifStream] knows the syntax of the file.
///
/// Nothing is dithered. The colours of a diagram or of a heat map lie on a few curves, which 255 well-placed colours
/// follow closely; dithering would make the file larger, noisier and restless.
///
/// Source of the format: Graphics Interchange Format, version 89a, CompuServe 1990.
@NullMarked
package scorescape.export.gif;

import org.jspecify.annotations.NullMarked;
