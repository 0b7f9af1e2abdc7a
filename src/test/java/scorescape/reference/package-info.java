/// The engine against numbers that were computed elsewhere, with other programs, to their full accuracy.
///
/// [ReferenceTest] finds the files; each [FileFormat] knows one format and tells its [Deviations]. Fields and tolerances
/// are those of the files' own conventions.
@NullMarked
package scorescape.reference;

import org.jspecify.annotations.NullMarked;
