package scorescape.cli;

/// An argument is not what was asked for. The message is one sentence: what, where, and what was expected.
final class BadInput extends Exception {

    BadInput(String message) {
        super(message);
    }
}
