/// What is saved and undone: a scene as immutable records, the one store that holds the current one, and its JSON.
@NullMarked
package scorescape.document;

import org.jspecify.annotations.NullMarked;
