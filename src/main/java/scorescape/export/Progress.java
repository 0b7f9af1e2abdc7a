package scorescape.export;

/// Hears how far an export has come, and may stop it. Called on the thread that exports.
public interface Progress {

    /// Hears nothing and never stops.
    Progress NONE = new Progress() {

        @Override
        public void report(int done, int total) {
            // Nobody is listening.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /// @param done how much is done, from 0 to `total`, in units of equal work
    void report(int done, int total);

    /// Whether to stop as soon as possible and leave nothing behind.
    boolean cancelled();
}
