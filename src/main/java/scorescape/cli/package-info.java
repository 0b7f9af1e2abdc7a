/// TODO
@NullMarked
package scorescape.cli;

import org.jspecify.annotations.NullMarked;
