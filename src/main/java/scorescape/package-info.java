/// The way into the program: [Main] hands over to the window or to the command line.
///
/// The rooms of the house, each of which may use what stands to its right:
///
///     studio, cli → export → figure → lesson, document → diffusion → math
@NullMarked
package scorescape;

import org.jspecify.annotations.NullMarked;
