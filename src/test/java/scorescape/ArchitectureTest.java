package scorescape;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The package table of the house, checked against the class files.
class ArchitectureTest {

    /// What each package may use, besides itself and what [#COMMON] allows to all. An arrow that is not here is a
    /// decision to take.
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "scorescape", Set.of("scorescape.studio", "scorescape.cli"),
            "scorescape.math", Set.of(),
            "scorescape.diffusion",
            Set.of("scorescape.math", "org.ejml", "org.apache.commons.math3", "org.apache.commons.numbers"),
            "scorescape.bench", Set.of("scorescape.math", "scorescape.diffusion"),
            // How a step is told depends on the rule and the sampler.
            "scorescape.lesson", Set.of("scorescape.math", "scorescape.diffusion", "scorescape.text"),
            // Images in scenes are decoded when they are read, so that a document that exists can be painted.
            "scorescape.document",
            Set.of("scorescape.math", "scorescape.diffusion", "scorescape.lesson", "scorescape.text", "tools.jackson",
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
            Set.of("scorescape.diffusion", "scorescape.document", "scorescape.lesson", "scorescape.figure",
                    "scorescape.export", "scorescape.bench", "picocli"));

    /// Always allowed: the language's own packages and the nullness annotations.
    private static final Pattern COMMON =
            Pattern.compile(
                    "java\\.(lang|io|math|nio|time|text)(\\..*)?|java\\.util(\\.(?!prefs).*)?|org\\.jspecify\\..*|");

    private static final Pattern AREA = Pattern.compile("javafx|atlantafx|picocli|java\\.util\\.prefs|java\\.awt"
            + "|org\\.apache\\.commons\\.[^.]+|org\\.apache\\.(batik|pdfbox|fontbox)|[^.]+\\.[^.]+|scorescape");

    private static final Pattern INSIDE_METHODS =
            Pattern.compile("org\\.ejml|org\\.apache\\.commons|tools\\.jackson|com\\.fasterxml");

    private static final Set<String> SAME_EVERY_TIME = Set.of("scorescape.math", "scorescape.diffusion",
            "scorescape.lesson", "scorescape.document", "scorescape.figure");

    private static final Pattern CLOCK_OR_DICE = Pattern.compile("java\\.lang\\.System\\.(nanoTime|currentTimeMillis)"
            + "|java\\.time\\..*\\.now|java\\.lang\\.Math\\.random|java\\.util\\.Random\\.<init>"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*|java\\.util\\.random\\.RandomGenerator\\.getDefault");

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
    void everyArrowOfTheTableIsUsed() {
        Set<String> used = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(use -> area(use.getOriginClass()) + " → " + area(use.getTargetClass().getBaseComponentType()))
                .collect(Collectors.toSet());
        List<String> unused = MAY_USE.entrySet().stream()
                .flatMap(row -> row.getValue().stream().map(target -> row.getKey() + " → " + target))
                .filter(arrow -> !used.contains(arrow))
                .sorted()
                .toList();

        assertEquals(List.of(), unused);
    }

    /// EJML, Commons and Jackson can be changed for others without a change to whoever calls.
    @Test
    void noLibraryOfEngineAndFilesIsInAPublicSignature() {
        List<String> violations = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMembers().stream())
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(member -> member.getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> INSIDE_METHODS.matcher(type.getPackageName()).lookingAt()))
                .map(JavaMember::getFullName)
                .sorted()
                .toList();

        assertEquals(List.of(), violations);
    }

    /// A picture is a function of its scene and its moment: no clock, and no randomness without a seed.
    @Test
    void engineDocumentsAndFiguresKnowNoClockAndNoDice() {
        List<String> violations = CLASSES.stream()
                .filter(type -> SAME_EVERY_TIME.contains(area(type)))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> CLOCK_OR_DICE.matcher(
                        access.getTargetOwner().getName() + "." + access.getTarget().getName()).matches())
                .map(JavaAccess::getDescription)
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
