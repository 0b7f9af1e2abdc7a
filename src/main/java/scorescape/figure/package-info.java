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
/// A frame has, from the lowest up: the [Ground] with the density and the regions of the classes, a stratum for each layer
/// that is on, the marks of the story with their labels, and the furniture. Which layers there are, and how they are drawn,
/// is in the document ([scorescape.document.Layers]). Each layer is made by a class of its own and kept under the values
/// that it depends on.
///
/// Inside:
///
/// - [LawGrid] is a law on the nodes of a grid, from which come [ShownDensity], [DecisionLines] and, by [Contours], lines of
///   equal density; [VectorField] is a field on nodes, drawn by [FieldMarks] and [Streamlines].
/// - [Swarm], [MeanPath] and [FlowMap] show bundles; [PlotAxis] is the axis of the plots; [ModelText] names a model that errs;
///   [ShapeOutlines] and [CoordinateLines] show what is known without computing.
/// - [ToldStep] draws a step that is told in stages, from its [StepPoints], with its [StepLabels] and [StepPictures]; both
///   find places with [LabelPlacer]. [PointPictures] are the pictures at the points, [Edge] tells of what lies outside,
///   [Equation] is what the step computes.
/// - [MovingStep] is a run in motion, [LanesPicture] puts compared scenes side by side, [Furniture] is caption, legend and
///   scale.
///
/// Lengths with names are for a picture 540 pixels high; everything grows with [Viewport#scale].
@NullMarked
package scorescape.figure;

import org.jspecify.annotations.NullMarked;
