/// The entry point.
@NullMarked
package scorescape;

import org.jspecify.annotations.NullMarked;
