package scorescape;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The package table of the house, checked against the class files.
class ArchitectureTest {

    /// What each package may use, besides itself and what [#COMMON] allows to all. An arrow that is not here is a
    /// decision to take.
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "scorescape", Set.of("scorescape.studio", "scorescape.cli"),
            "scorescape.math", Set.of("org.apache.commons.numbers"),
            "scorescape.diffusion",
            Set.of("scorescape.math", "org.ejml", "org.apache.commons.math3", "org.apache.commons.rng",
                    "org.apache.commons.numbers"),
            "scorescape.bench", Set.of("scorescape.math", "scorescape.diffusion"),
            // How a step is told depends on the rule and the sampler.
            "scorescape.lesson", Set.of("scorescape.math", "scorescape.diffusion", "scorescape.text"),
            // Images in scenes are decoded when they are read, so that a document that exists can be painted.
            "scorescape.document",
            Set.of("scorescape.math", "scorescape.diffusion", "scorescape.lesson", "scorescape.text", "tools.jackson",
                    "com.fasterxml.jackson",
                    "org.apache.commons.csv", "java.awt", "javax.imageio"),
            "scorescape.figure",
            Set.of("scorescape.math", "scorescape.diffusion", "scorescape.document", "scorescape.lesson",
                    "scorescape.text", "java.awt",
                    "org.scilab"),
            "scorescape.export",
            Set.of("scorescape.math", "scorescape.diffusion", "scorescape.document", "scorescape.lesson",
                    "scorescape.figure", "scorescape.text", "java.awt", "javax.xml", "org.w3c", "org.apache.batik",
                    "org.apache.pdfbox",
                    "org.apache.fontbox", "de.rototor"),
            "scorescape.studio",
            Set.of("scorescape.math", "scorescape.diffusion", "scorescape.document", "scorescape.lesson",
                    "scorescape.figure", "scorescape.export", "scorescape.text", "java.awt", "javafx", "atlantafx",
                    "org.kordamp",
                    "org.commonmark", "java.util.prefs"),
            "scorescape.cli",
            Set.of("scorescape.math", "scorescape.diffusion", "scorescape.document", "scorescape.lesson",
                    "scorescape.figure", "scorescape.export", "scorescape.bench", "picocli"));

    /// Always allowed: the language's own packages and the nullness annotations.
    private static final Pattern COMMON =
            Pattern.compile(
                    "java\\.(lang|io|math|nio|time|text)(\\..*)?|java\\.util(\\.(?!prefs).*)?|org\\.jspecify\\..*|");

    private static final Pattern AREA = Pattern.compile("javafx|atlantafx|picocli|java\\.util\\.prefs|java\\.awt"
            + "|org\\.apache\\.commons\\.[^.]+|org\\.apache\\.(batik|pdfbox|fontbox)|com\\.fasterxml\\.jackson|[^.]+\\.[^.]+|scorescape");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("scorescape");

    @Test
    void eachPackageUsesOnlyWhatTheTableAllows() {
        List<String> violations = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> !isAllowed(use.getOriginClass(), use.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription)
                .sorted()
                .toList();

        assertEquals(List.of(), violations);
    }

    @Test
    void packagesFormNoCycle() {
        SlicesRuleDefinition.slices().matching("scorescape.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    private static boolean isAllowed(JavaClass from, JavaClass to) {
        String origin = area(from);
        String target = area(to);
        return COMMON.matcher(to.getPackageName()).matches() || target.equals(origin)
                || MAY_USE.getOrDefault(origin, Set.of()).contains(target);
    }

    private static String area(JavaClass type) {
        Matcher matcher = AREA.matcher(type.getPackageName());
        return matcher.lookingAt() ? matcher.group() : type.getPackageName();
    }
}
