package scorescape.studio;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StudioTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # system,    DISPLAY, WAYLAND_DISPLAY, has a display
            Linux,       :0,      ,                true
            Linux,       ,        wayland-0,       true
            Linux,       ,        ,                false
            Linux,       '',      '',              false
            Mac OS X,    ,        ,                true
            Windows 11,  ,        ,                true
            """)
    void linuxNamesItsDisplayInTheEnvironment(String system, @Nullable String display, @Nullable String wayland,
            boolean expected) {
        assertEquals(expected, Studio.hasDisplay(system, name -> name.equals("DISPLAY") ? display : wayland));
    }
}
