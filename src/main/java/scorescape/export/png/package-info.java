/// Pictures and films as PNG, in our own writer: the one of the JDK knows no animation.
///
/// [PngEncoder] writes one picture, [ApngEncoder] a film that loses nothing: an animated PNG, which browsers show and
/// other programs take for its first frame. [PngStream] writes the chunks and leaves the compression to the JDK. The same
/// pixels give the same bytes.
///
/// Sources: the W3C recommendation "Portable Network Graphics (PNG) Specification (Third Edition)", 2025, which includes
/// the animation chunks.
@NullMarked
package scorescape.export.png;

import org.jspecify.annotations.NullMarked;
