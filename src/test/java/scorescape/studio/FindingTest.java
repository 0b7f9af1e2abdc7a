package scorescape.studio;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FindingTest {

    private static final List<Finding> ALL = Stream.of(
            List.of("Fit to the data", "View", "Show all of the data."),
            List.of("Zoom to the selection", "View", "Show what is selected."),
            List.of("Guidance scale γ", "Class and guidance", "How far the prediction is pushed."),
            List.of("Opacity", "Layers › Density of pₜ", "How strongly a layer is drawn."),
            List.of("Opacity", "Layers › Particles", "How strongly a layer is drawn."),
            List.of("Save as…", "File", "Save the scene in another file."),
            List.of("Part along x̂₀", "Rule", "How much is kept."),
            List.of("Theme: Light or dark as the system", "Appearance", ""),
            List.of("Theme: Dark", "Appearance", ""))
            .map(words -> new Finding(words.get(0), words.get(1), words.get(2), "", () -> true, () -> {}))
            .toList();

    @ParameterizedTest
    @CsvSource(textBlock = """
            # typed,         found first,           in
            zoom,            Zoom to the selection, View
            ZTTS,            Zoom to the selection, View
            gamma,           Guidance scale γ,      Class and guidance
            γ,               Guidance scale γ,      Class and guidance
            scale guid,      Guidance scale γ,      Class and guidance
            opacity partic,  Opacity,               Layers › Particles
            opactiy dens,    Opacity,               Layers › Density of pₜ
            gudance,         Guidance scale γ,      Class and guidance
            guiidance,       Guidance scale γ,      Class and guidance
            x0,              Part along x̂₀,         Rule
            pushed,          Guidance scale γ,      Class and guidance
            another file,    Save as…,              File
            dark theme,      Theme: Dark,           Appearance
            """)
    void whatIsMeantComesFirst(String typed, String title, String place) {
        Finding first = Finding.find(ALL, typed).getFirst();

        assertEquals(List.of(title, place), List.of(first.title(), first.place()));
    }

    @Test
    void everyWordMustBeFound() {
        assertEquals(List.of(), Finding.find(ALL, "opacity nowhere"));
        assertEquals(List.of(), Finding.find(ALL, "opacity zoom"));
    }

    @Test
    void equallyGoodOnesKeepTheirOrder() {
        List<Finding> found = Finding.find(ALL, "opacity");

        assertEquals(ALL.subList(3, 5), found);
    }

    @Test
    void nothingTypedFindsAll() {
        assertEquals(ALL, Finding.find(ALL, "  "));
    }
}
