/// Files for others: films and pictures of a document.
@NullMarked
package scorescape.export;

import org.jspecify.annotations.NullMarked;
