package scorescape.export.gif;

/// How errors are traded for bytes.
///
/// @param bitsPerSquaredLevel the price of an error at the beginning: the Lagrange multiplier between size and error
/// @param share the price follows the film so that the errors on the screen exceed the least that the colour tables
/// allow by this share: 0.07 is 0.3 dB. With [#FIXED] it stays
/// @param maxExcess by how much the squared error of a pixel may exceed the least, in squared levels
/// @param onlyFlatExact whether a colour that the table has is sure to stay exact in flat areas only
/// @param ownTables whether frames may have colour tables of their own
record Trade(double bitsPerSquaredLevel, double share, int maxExcess, boolean onlyFlatExact, boolean ownTables) {

    static final double FIXED = Double.POSITIVE_INFINITY;
}
