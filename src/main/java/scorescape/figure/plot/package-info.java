/// Plots of a population, in the picture's place: same painter, same colours, same files.
///
/// A [StudyComputer] turns a document into a [Frame][scorescape.figure.Frame] that holds a plot, coarse first and then
/// refined. What it measures comes from `diffusion.population`; what it draws with is a [Plot], a box with axes. A [Range]
/// finds round numbers for an axis. There is one class for each view.
/// A [RunStrip] is the narrow plot under the film's scrubber: the ticks of a run, and one [RunQuantity] along it.
@NullMarked
package scorescape.figure.plot;

import org.jspecify.annotations.NullMarked;
