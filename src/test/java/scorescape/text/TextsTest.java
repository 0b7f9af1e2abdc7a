package scorescape.text;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static scorescape.text.Texts.text;

/// The texts and the code agree, as far as the source tells.
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MESSAGES = Path.of("src/main/resources/scorescape/text/messages.properties");
    private static final Pattern KEY = Pattern.compile("[a-z]\\w*(\\.[\\w-]+)+");
    private static final Pattern SPECIFIER = Pattern.compile("%(?:(\\d+)\\$)?[-#+0,( ]*\\d*(?:\\.\\d+)?([a-zA-Z%])");
    private static final Pattern WORDS = Pattern.compile("\\p{Alpha}[,.:;]? \\p{Alpha}");

    private static final Set<String> SPEAKING = Set.of("scorescape.studio", "scorescape.figure", "scorescape.lesson");

    /// Classes of the window that speak to a terminal or to the log.
    private static final Set<String> NOT_IN_THE_WINDOW = Set.of("Studio", "WindowBench", "Journal", "StateFolder",
            "FirstPicture");

    /// What has the look of a sentence and is none.
    private static final Set<String> NO_SENTENCES = Set.of(
            // Names of keys.
            "Close Bracket", "Open Bracket",
            // What the JDK says, to be known again in the log.
            "Invalid preferences format");

    private static final Properties TEXTS = new Properties();

    /// Key and number of arguments of each use.
    private static final List<Use> USES = new ArrayList<>();
    private static final List<String> SENTENCES = new ArrayList<>();

    /// An enum whose constants have texts, and what their keys end in.
    private record Told(String type, String ending) {}

    private record Use(String key, int arguments, String where) {}

    @BeforeAll
    static void read() throws IOException, ClassNotFoundException {
        try (var reader = Files.newBufferedReader(MESSAGES)) {
            TEXTS.load(reader);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null);
                Stream<Path> walk = Files.walk(SOURCES)) {
            List<Path> files = walk.filter(file -> file.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            Scanner scanner = new Scanner();
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, null);
            }
            for (Told told : scanner.told) {
                for (Object constant : Objects.requireNonNull(Class.forName(told.type()).getEnumConstants())) {
                    USES.add(new Use(Texts.key((Enum<?>) constant) + told.ending(), 0, told.type()));
                }
            }
        }
    }

    @Test
    void everyTextThatTheCodeAsksForIsThere() {
        assertEquals(List.of(), USES.stream().filter(use -> !TEXTS.containsKey(use.key())).toList());
    }

    @Test
    void everyTextIsAskedFor() {
        Set<Object> unused = new TreeSet<>(TEXTS.keySet());
        USES.forEach(use -> unused.remove(use.key()));

        assertEquals(Set.of(), unused);
    }

    @Test
    void everyTextGetsAsManyArgumentsAsItHasPlaces() {
        assertEquals(List.of(), USES.stream()
                .filter(use -> TEXTS.containsKey(use.key())
                        && use.arguments() != places(TEXTS.getProperty(use.key())))
                .toList());
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : Files.readAllLines(MESSAGES)) {
            Matcher key = Pattern.compile("^([\\w.-]+) = ").matcher(line);
            if (key.find()) {
                counts.merge(key.group(1), 1, Integer::sum);
            }
        }

        assertEquals(List.of(), counts.entrySet().stream().filter(entry -> entry.getValue() > 1).toList());
        assertEquals(TEXTS.size(), counts.size());
    }

    @Test
    void noSentenceIsLeftInTheCodeOfWindowAndPictures() {
        assertEquals(List.of(), SENTENCES);
    }

    @Test
    void aTextHasItsArgumentsInPlace() {
        assertEquals("step 3 of 25", text("scrubber.step", 3, 25));
        assertEquals("Layers", text("window.layers"));
        assertThrows(MissingResourceException.class, () -> text("no.such.text"));
    }

    /// How many arguments a text takes: a percent sign is one only where it has some.
    private static int places(String text) {
        int next = 0;
        int most = 0;
        Matcher matcher = SPECIFIER.matcher(text);
        while (matcher.find()) {
            if (!matcher.group(2).equals("%")) {
                next++;
                most = Math.max(most, matcher.group(1) == null ? next : Integer.parseInt(matcher.group(1)));
            }
        }
        return most;
    }

    /// Finds the texts that the code asks for, and the sentences that it has itself.
    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final List<Told> told = new ArrayList<>();
        private final List<String> enums = new ArrayList<>();
        private final Deque<String> classes = new ArrayDeque<>();
        private String home = "";

        @Override
        public @Nullable Void visitCompilationUnit(CompilationUnitTree unit, @Nullable Void unused) {
            enums.clear();
            home = Objects.requireNonNull(unit.getPackageName()).toString();
            return super.visitCompilationUnit(unit, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            classes.addLast(type.getSimpleName().toString());
            if (type.getKind() == Tree.Kind.ENUM && !type.getSimpleName().isEmpty()) {
                enums.add(home + "." + String.join("$", classes));
            }
            super.visitClass(type, null);
            classes.removeLast();
            return null;
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
            // All enums of a class that tells its constants by their texts.
            if (reference.toString().equals("Texts::of")) {
                enums.forEach(type -> told.add(new Told(type, "")));
            }
            return super.visitMemberReference(reference, null);
        }

        @Override
        public @Nullable Void visitThrow(ThrowTree thrown, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void unused) {
            String type = made.getIdentifier().toString();
            // Messages of exceptions, and names of threads.
            if (type.endsWith("Exception") || type.startsWith("LatestTask")) {
                return null;
            }
            if (type.equals("Command")) {
                literals(made.getArguments().getFirst()).forEach(id -> {
                    USES.add(new Use("command." + id, 0, where()));
                    USES.add(new Use("command." + id + ".help", 0, where()));
                });
            }
            return super.visitNewClass(made, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            String name = call.getMethodSelect().toString();
            if ((name.equals("text") || name.equals("Texts.text")) && !call.getArguments().isEmpty()) {
                literals(call.getArguments().getFirst()).stream()
                        .filter(key -> KEY.matcher(key).matches())
                        .forEach(key -> USES.add(new Use(key, call.getArguments().size() - 1, where())));
            }
            if (name.equals("Texts.of")) {
                String type = home + "." + String.join("$", classes);
                told.add(new Told(type, literals(call.getArguments().getLast()).stream().map(part -> "." + part)
                        .findFirst().orElse("")));
            }
            return name.startsWith("LOG.") ? null : super.visitMethodInvocation(call, null);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
            if (SPEAKING.stream().anyMatch(home::startsWith) && literal.getValue() instanceof String words
                    && WORDS.matcher(words).find() && !words.contains("\\") && !NO_SENTENCES.contains(words)
                    && !NOT_IN_THE_WINDOW.contains(classes.getFirst())) {
                SENTENCES.add(where() + ": " + words);
            }
            return null;
        }

        private String where() {
            return String.join(".", classes);
        }

        /// The string literals in an expression that are not put together.
        private static Collection<String> literals(Tree tree) {
            List<String> found = new ArrayList<>();
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
                    if (literal.getValue() instanceof String string) {
                        found.add(string);
                    }
                    return null;
                }

                @Override
                public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void unused) {
                    return null;
                }
            }.scan(tree, null);
            return found;
        }
    }
}
