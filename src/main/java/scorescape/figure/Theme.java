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
                case GRID -> 0xCDD3DF;
                case FLOW -> 0x5A6580;
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
                case GRID -> 0x343B49;
                case FLOW -> 0x9AA6C2;
            });
        }
    },

    /// For a bright room: black on white, strong colours, larger type and lines.
    PROJECTOR {
        @Override
        public Color color(Role role) {
            return new Color(switch (role) {
                case STATE -> 0x000000;
                case UNCONDITIONAL -> 0x1E8A2E;
                case CONDITIONAL -> 0x0A4F1A;
                case POSTERIOR -> 0x1E8A2E;
                case DIFFERENCE -> 0xA45BE8;
                case SCALED_DIFFERENCE -> 0x7300BF;
                case COMBINED -> 0x2A1FA8;
                case NOISE -> 0x0047BD;
                case OTHER_NOISE -> 0x6CA0EE;
                case DENSITY -> 0x9CA8E4;
                case BACKGROUND -> 0xFFFFFF;
                case TEXT -> 0x000000;
                case MUTED -> 0x3C424E;
                case PANEL -> 0xFFFFFF;
                case PANEL_EDGE -> 0x000000;
                case GRID -> 0xB3BBC9;
                case FLOW -> 0x3C4660;
            });
        }

        @Override
        public double enlargement() {
            return 1.25;
        }
    },

    /// For paper, also in a printer without colours: black on white, no tints but the density, and roles that differ in how
    /// dark they are.
    PRINT {
        @Override
        public Color color(Role role) {
            return new Color(switch (role) {
                case STATE -> 0x000000;
                case UNCONDITIONAL -> 0x4C9A58;
                case CONDITIONAL -> 0x0B4A1A;
                case POSTERIOR -> 0x4C9A58;
                case DIFFERENCE -> 0xB48AE0;
                case SCALED_DIFFERENCE -> 0x6A12A8;
                case COMBINED -> 0x1D1780;
                case NOISE -> 0x0C3F94;
                case OTHER_NOISE -> 0x9DBAE6;
                case DENSITY -> 0xC4C4C4;
                case BACKGROUND -> 0xFFFFFF;
                case TEXT -> 0x000000;
                case MUTED -> 0x404040;
                case PANEL -> 0xFFFFFF;
                case PANEL_EDGE -> 0x000000;
                case GRID -> 0xD0D0D0;
                case FLOW -> 0x707070;
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

    /// Whether its background is dark.
    public boolean isDark() {
        return this == DARK;
    }

    /// How much larger type, lines and dots are than in other themes.
    double enlargement() {
        return 1;
    }

    /// The colour of the `index`-th class. There are seven, then they begin again. On a dark background they are a
    /// little lighter; for a projector and for paper a little darker.
    ///
    /// @param index not negative
    public Color classColor(int index) {
        Color color = CLASSES.get(index % CLASSES.size());
        return switch (this) {
            case LIGHT -> color;
            case DARK -> Pen.mix(color, Color.WHITE, 0.25);
            case PROJECTOR, PRINT -> Pen.mix(color, Color.BLACK, 0.15);
        };
    }
}
