package scorescape.studio;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import scorescape.diffusion.mixture.ArcComponent;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.KernelEstimate;
import scorescape.diffusion.mixture.PointCloud;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.mixture.SegmentComponent;
import scorescape.studio.canvas.Alignment;
import scorescape.studio.canvas.Tool;

/// One icon for each kind of component, in the tools and in the list.
final class CanvasIcons {

    static final Ikon GAUSSIAN = MaterialDesignE.ELLIPSE_OUTLINE;
    static final Ikon RECTANGLE = MaterialDesignR.RECTANGLE_OUTLINE;
    static final Ikon ARC = MaterialDesignC.CIRCLE_DOUBLE;
    static final Ikon SEGMENT = MaterialDesignV.VECTOR_LINE;
    static final Ikon GROUP = MaterialDesignG.GROUP;

    static final Ikon GALLERY = MaterialDesignS.SHAPE_PLUS_OUTLINE;

    private CanvasIcons() {}

    static Ikon of(Tool tool) {
        return switch (tool) {
            case SELECT -> MaterialDesignC.CURSOR_DEFAULT_OUTLINE;
            case GAUSSIAN -> GAUSSIAN;
            case RECTANGLE -> RECTANGLE;
            case RING -> ARC;
            case SEGMENT -> SEGMENT;
            case BRUSH -> MaterialDesignS.SPRAY;
            case ERASER -> MaterialDesignE.ERASER;
            case SKETCH -> MaterialDesignD.DRAW;
            case TEXT -> MaterialDesignF.FORMAT_TEXT;
            case HAND -> MaterialDesignH.HAND_BACK_RIGHT_OUTLINE;
            case PROBE -> MaterialDesignC.CROSSHAIRS_GPS;
        };
    }

    static Ikon of(Alignment alignment) {
        return switch (alignment) {
            case LEFT -> MaterialDesignA.ALIGN_HORIZONTAL_LEFT;
            case CENTRE -> MaterialDesignA.ALIGN_HORIZONTAL_CENTER;
            case RIGHT -> MaterialDesignA.ALIGN_HORIZONTAL_RIGHT;
            case TOP -> MaterialDesignA.ALIGN_VERTICAL_TOP;
            case MIDDLE -> MaterialDesignA.ALIGN_VERTICAL_CENTER;
            case BOTTOM -> MaterialDesignA.ALIGN_VERTICAL_BOTTOM;
            case ACROSS -> MaterialDesignD.DISTRIBUTE_HORIZONTAL_CENTER;
            case DOWN -> MaterialDesignD.DISTRIBUTE_VERTICAL_CENTER;
        };
    }

    static Ikon of(Component component) {
        return switch (component) {
            case GaussianComponent _ -> GAUSSIAN;
            case RectangleComponent _ -> RECTANGLE;
            case ArcComponent _ -> ARC;
            case SegmentComponent _ -> SEGMENT;
            case PointComponent _ -> MaterialDesignC.CIRCLE_MEDIUM;
            case PointCloud _ -> MaterialDesignS.SCATTER_PLOT_OUTLINE;
            case KernelEstimate _ -> MaterialDesignB.BLUR;
        };
    }
}
