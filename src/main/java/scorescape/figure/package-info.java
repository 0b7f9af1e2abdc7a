/// From a document, a playhead and a viewport to one picture.
@NullMarked
package scorescape.figure;

import org.jspecify.annotations.NullMarked;
