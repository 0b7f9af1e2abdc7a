/// TODO
@NullMarked
package scorescape.export;

import org.jspecify.annotations.NullMarked;
