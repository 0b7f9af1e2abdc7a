package scorescape.studio;

import java.util.ArrayList;
import java.util.List;

/// Remembers what was said to the user.
final class HeardMessages implements Messages {

    final List<String> notes = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void complain(String sentence) {
        complaints.add(sentence);
    }
}
