/// TODO
@NullMarked
package scorescape.studio;

import org.jspecify.annotations.NullMarked;
