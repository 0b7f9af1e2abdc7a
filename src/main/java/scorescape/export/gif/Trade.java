package scorescape.export.gif;

/// How errors are traded for bytes.
///
/// @param bitsPerSquaredLevel the price of an error for each frame that it stays, at the beginning: the Lagrange
/// multiplier between size and error
/// @param priceRule how that price follows the film
/// @param maxExcess by how much the squared error of a pixel may exceed the least, in squared levels
/// @param onlyFlatExact whether a colour that the table has is sure to stay exact in flat areas only
/// @param ownTables whether frames may have colour tables of their own
/// @param closer whether these may bring what stands still closer to its colours
/// @param metric what an error is
/// @param evenWeight how much more an error counts in an even area than in a busy one, from 1 on
/// @param evenAtFirst by how much more, besides, colours of even areas are counted for the table of a first picture
record Trade(double bitsPerSquaredLevel, Price.Rule priceRule, int maxExcess, boolean onlyFlatExact, boolean ownTables,
        boolean closer, Metric metric, float evenWeight, float evenAtFirst) {}
