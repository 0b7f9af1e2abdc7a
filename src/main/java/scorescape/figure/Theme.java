package scorescape.figure;

import java.awt.Color;
import java.util.List;

/// The colours of a picture.
public enum Theme {

    LIGHT {
        @Override
        public Color color(Role role) {
            return new Color(switch (role) {
                case STATE -> 0x20242E;
                case UNCONDITIONAL -> 0x349A44;
                case CONDITIONAL -> 0x17692A;
                case POSTERIOR -> 0x349A44;
                case DIFFERENCE -> 0xBB86EE;
                case SCALED_DIFFERENCE -> 0x8B17D6;
                case COMBINED -> 0x4338B8;
                case NOISE -> 0x1559C9;
                case OTHER_NOISE -> 0x8DB7F2;
                case DENSITY -> 0xB4BDE8;
                case BACKGROUND -> 0xFFFFFF;
                case TEXT -> 0x20242E;
                case MUTED -> 0x6A7182;
                case PANEL -> 0xF6F7F9;
                case PANEL_EDGE -> 0xD5D9E1;
            });
        }
    },

    DARK {
        @Override
        public Color color(Role role) {
            return new Color(switch (role) {
                case STATE -> 0xF3F5F9;
                case UNCONDITIONAL -> 0xA6E8AC;
                case CONDITIONAL -> 0x55C667;
                case POSTERIOR -> 0x7FD68C;
                case DIFFERENCE -> 0xE6CDFF;
                case SCALED_DIFFERENCE -> 0xC678FF;
                case COMBINED -> 0xA29CFF;
                case NOISE -> 0x62A8FF;
                case OTHER_NOISE -> 0x4F78B4;
                case DENSITY -> 0x3F397F;
                case BACKGROUND -> 0x0F1115;
                case TEXT -> 0xE9ECF2;
                case MUTED -> 0x99A1B1;
                case PANEL -> 0x1B1E25;
                case PANEL_EDGE -> 0x343945;
            });
        }
    };

    /// Told apart by readers with any kind of colour vision, on light and on dark.
    ///
    /// Source: Okabe & Ito 2008, "Color Universal Design", in the order blue, orange, green, vermilion, sky blue,
    /// purple, yellow.
    private static final List<Color> CLASSES = List.of(new Color(0x0072B2), new Color(0xE69F00), new Color(0x009E73),
            new Color(0xD55E00), new Color(0x56B4E9), new Color(0xCC79A7), new Color(0xF0E442));

    public abstract Color color(Role role);

    /// The colour of the `index`-th class. There are seven, then they begin again. On a dark background they are a
    /// little lighter.
    ///
    /// @param index not negative
    public Color classColor(int index) {
        Color color = CLASSES.get(index % CLASSES.size());
        return this == DARK ? Pen.mix(color, Color.WHITE, 0.25) : color;
    }
}
