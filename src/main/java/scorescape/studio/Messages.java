package scorescape.studio;

/// Says one sentence to the user.
interface Messages {

    /// Something went well.
    void note(String sentence);

    /// Something went wrong: what, where, and what was expected.
    void complain(String sentence);
}
