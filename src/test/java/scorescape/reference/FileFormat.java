package scorescape.reference;

import tools.jackson.databind.JsonNode;

/// Checks the files of one format.
interface FileFormat {

    /// What stands in the files' field `format`.
    String name();

    /// Compares everything in the file that the engine offers.
    void check(JsonNode file, Deviations deviations);
}
