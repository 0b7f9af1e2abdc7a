/// From a document, a playhead and a viewport to one picture.
///
/// A [FrameComputer] turns them into a [Frame]: every mark, label and pixel of the ground, placed and plain. The
/// [FramePainter] paints a frame on any `Graphics2D`. The window, the exported file and the test image go the same way,
/// so they show the same pixels.
///
/// What a mark *means* is a [Role]; what a role looks like is a [Theme]. All text is drawn as outlines ([Typeset]),
/// formulas too ([Formula]), so a picture does not depend on the fonts of the machine. [Viewport] maps the plane to
/// pixels, and [Plane] says at which point of the plane a state stands in the chosen coordinates.
///
/// Inside: [ToldStep] draws a step that is told in stages and finds places for its labels ([LabelPlacer]), [MovingStep]
/// a run in motion, [DensityMap] the density of `p_t`, [Furniture] caption, legend and scale. Lengths with names are for
/// a picture 540 pixels high; everything grows with [Viewport#scale].
@NullMarked
package scorescape.figure;

import org.jspecify.annotations.NullMarked;
