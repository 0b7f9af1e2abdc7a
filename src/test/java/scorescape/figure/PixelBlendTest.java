package scorescape.figure;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PixelBlendTest {

    /// For every value of a channel, above and below, at every coverage, in each of the four channels.
    @Test
    void eachChannelIsMixedAndRounded() {
        for (int alpha = 0; alpha <= 255; alpha++) {
            for (int above = 0; above <= 255; above++) {
                int color = 0xFF << 24 | above << 16 | (255 - above) << 8 | above;
                for (int under = 0; under <= 255; under++) {
                    int pixel = under << 24 | (255 - under) << 16 | under << 8 | under;
                    int expected = mixed(255, under, alpha) << 24 | mixed(above, 255 - under, alpha) << 16
                            | mixed(255 - above, under, alpha) << 8 | mixed(above, under, alpha);
                    if (PixelBlend.over(color, alpha, pixel) != expected) {
                        assertEquals(Integer.toHexString(expected),
                                Integer.toHexString(PixelBlend.over(color, alpha, pixel)),
                                "%08x over %08x at %d".formatted(color, pixel, alpha));
                    }
                }
            }
        }
    }

    private static int mixed(int above, int under, int alpha) {
        return (int) Math.round((above * alpha + under * (255 - alpha)) / 255.0);
    }
}
