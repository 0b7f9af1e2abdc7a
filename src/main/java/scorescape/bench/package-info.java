/// How fast the engine is, measured on a fixed problem that other programs can be given too.
///
/// [BenchProblem] makes the problem from a small generator that is easy to write in any language, [BenchCase] is one thing
/// to measure, with a check value that every program must reproduce, [EngineBench] measures cases and lays out the table.
@NullMarked
package scorescape.bench;

import org.jspecify.annotations.NullMarked;
