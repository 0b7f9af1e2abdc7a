package scorescape.export.gif;

/// How errors are traded for bytes.
///
/// @param bitsPerSquaredLevel the price of an error for each frame that it stays, at the beginning: the Lagrange
/// multiplier between size and error
/// @param share the price follows the film so that the errors on the screen exceed the least that the colour tables
/// allow by this share: 0.07 is 0.3 dB. With [#FIXED] it stays
/// @param maxExcess by how much the squared error of a pixel may exceed the least, in squared levels
/// @param onlyFlatExact whether a colour that the table has is sure to stay exact in flat areas only
/// @param ownTables whether frames may have colour tables of their own
/// @param metric what an error is
/// @param evenWeight how much more an error counts in an even area than in a busy one, from 1 on
/// @param evenShare how much more an even area counts than a busy one when a table of a frame is chosen, from 1 on
record Trade(double bitsPerSquaredLevel, double share, int maxExcess, boolean onlyFlatExact, boolean ownTables,
        Metric metric, float evenWeight, float evenShare) {

    static final double FIXED = Double.POSITIVE_INFINITY;
}
