package scorescape.studio;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Something that the palette finds: a command, or a setting to go to.
///
/// @param title as menus and panes show it
/// @param place the menu or section that has it
/// @param help a sentence or two, which are searched as well, or empty
/// @param shortcut as menus show it, or empty
record Finding(String title, String place, String help, String shortcut, BooleanSupplier enabled, Runnable action) {

    private static final Map<String, String> GREEK = Map.of("α", "alpha", "β", "beta", "γ", "gamma", "δ", "delta", "ε",
            "epsilon", "η", "eta", "θ", "theta", "λ", "lambda", "σ", "sigma", "φ", "phi");

    /// From here on a word may have one wrong, missing, additional or swapped letter.
    private static final int LONG_WORD = 4;

    /// The findings in which every word of `query` is found, best first; of those that are as good, titles of fewer words
    /// first, since the query says more of them.
    ///
    /// Best is a word of the title that begins so, then a part of the title, then the place, the first letters of the title's
    /// words, a word with a typing error, and last the help.
    static List<Finding> find(List<Finding> all, String query) {
        record Match(Finding finding, int cost, int length) {}
        List<String> wanted = words(query);
        if (wanted.isEmpty()) {
            return all;
        }
        return all.stream()
                .flatMap(finding -> cost(finding, wanted).stream()
                        .mapToObj(cost -> new Match(finding, cost, words(finding.title()).size())))
                .sorted(Comparator.comparingInt(Match::cost).thenComparingInt(Match::length))
                .map(Match::finding)
                .toList();
    }

    private static OptionalInt cost(Finding finding, List<String> wanted) {
        String title = plain(finding.title());
        List<String> words = words(finding.title());
        String place = plain(finding.place());
        String help = plain(finding.help());
        int sum = 0;
        for (int i = 0; i < wanted.size(); i++) {
            String word = wanted.get(i);
            int cost = cost(word, title, words, place, help);
            if (cost < 0) {
                return OptionalInt.empty();
            }
            sum += cost;
        }
        return OptionalInt.of(sum);
    }

    private static int cost(String word, String title, List<String> words, String place, String help) {
        if (title.startsWith(word)) {
            return 0;
        }
        if (words.stream().anyMatch(w -> w.startsWith(word))) {
            return 1;
        }
        if (title.contains(word)) {
            return 2;
        }
        if (place.contains(word)) {
            return 4;
        }
        if (word.length() > 1 && initials(words).contains(word)) {
            return 5;
        }
        if (word.length() >= LONG_WORD && words.stream().anyMatch(w -> isNearly(word, w))) {
            return 7;
        }
        return help.contains(word) ? 9 : -1;
    }

    private static String initials(List<String> words) {
        StringBuilder initials = new StringBuilder();
        words.forEach(word -> initials.append(word.charAt(0)));
        return initials.toString();
    }

    /// Whether `word` begins like `typed` but for one letter.
    private static boolean isNearly(String typed, String word) {
        int same = 0;
        while (same < typed.length() && same < word.length() && typed.charAt(same) == word.charAt(same)) {
            same++;
        }
        if (same >= word.length()) {
            return same + 1 == typed.length();
        }
        String rest = typed.substring(same);
        String other = word.substring(same);
        boolean swapped = rest.length() > 1 && other.length() > 1 && rest.charAt(0) == other.charAt(1)
                && rest.charAt(1) == other.charAt(0) && other.substring(2).startsWith(rest.substring(2));
        return swapped || other.substring(1).startsWith(rest.substring(1)) || other.startsWith(rest.substring(1))
                || other.substring(1).startsWith(rest);
    }

    private static List<String> words(String text) {
        return Stream.of(plain(text).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }

    /// In small letters without accents; indices as digits, Greek letters by their names.
    private static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : GREEK.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }
}
