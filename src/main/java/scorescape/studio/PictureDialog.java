package scorescape.studio;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Spinner;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import scorescape.export.PictureExport;
import scorescape.export.PictureFormat;
import scorescape.export.PictureOptions;
import scorescape.export.SceneKept;
import scorescape.export.StandardSize;
import scorescape.figure.Backdrop;
import scorescape.figure.Lettering;
import scorescape.studio.ExportDesk.Picture;
import scorescape.studio.ExportDesk.View;

/// How the picture on show is to be made: format, size and background, with a preview.
final class PictureDialog extends ExportDialog<Picture> {

    /// Vectors have 96 of them in an inch.
    private static final double MILLIMETRES_PER_PIXEL = 25.4 / 96;

    private final View view;
    private final ChoiceBox<PictureFormat> format;
    private final Spinner<Double> scale;
    private final ChoiceBox<Lettering> lettering;

    PictureDialog(View view, Settings settings) {
        super("Export the picture", "picture", view.theme(), settings, PictureOptions.MIN_SIZE,
                PictureOptions.MAX_SIZE);
        this.view = view;
        format = choice("format", List.of(PictureFormat.values()), PictureFormat.PNG, f -> switch (f) {
            case PNG -> "PNG: pixels";
            case SVG -> "SVG: vectors for the web";
            case PDF -> "PDF: vectors for print and LaTeX";
            case TIKZ -> "TikZ: LaTeX source, without the density";
        });
        scale = real("scale", 0.5, 8, 1, 0.5);
        lettering = choice("lettering", List.of(Lettering.values()), Lettering.OUTLINES, l -> switch (l) {
            case OUTLINES -> "As outlines";
            case TEXT -> "As text; formulas stay outlines";
        });
        add("Format", format, "format", "What kind of file.");
        addSize(List.of(StandardSize.values()));
        add("Enlarged", scale, "scale", "So many times as many pixels in each direction: 2 or more for print.");
        add("Letters", lettering, "lettering", "Text can be searched and edited.");
        add("Theme", theme, "theme", "Colours of the picture.");
        add("Background", backdrop, "backdrop", "A transparent picture lets through what it is laid on.");
        add("Scene", kept, "scene", "Where the scene is kept, so that the picture can be opened and made again.");
        scale.visibleProperty().bind(format.valueProperty().isEqualTo(PictureFormat.PNG));
        lettering.visibleProperty().bind(
                format.valueProperty().isEqualTo(PictureFormat.SVG)
                        .or(format.valueProperty().isEqualTo(PictureFormat.PDF)));
        backdrop.visibleProperty().bind(format.valueProperty().isNotEqualTo(PictureFormat.TIKZ));
        format.valueProperty().subscribe((_, _) -> fit());
        changed();
    }

    @Override
    Picture wish() {
        double factor = format.getValue() == PictureFormat.PNG ? scale.getValue() : 1;
        int wide = (int) Math.round(factor * width.getValue());
        int high = (int) Math.round(factor * height.getValue());
        return new Picture(format.getValue(), wide, high, theme.getValue(),
                format.getValue() == PictureFormat.TIKZ ? Backdrop.OPAQUE : backdrop.getValue(), lettering.getValue(),
                kept.getValue());
    }

    @Override
    Image picture(Picture wish) {
        double small = Math.min(1, SHARPNESS * Math.min((double) PREVIEW_WIDTH / wish.width(),
                (double) PREVIEW_HEIGHT / wish.height()));
        var options = new PictureOptions(Math.max(PictureOptions.MIN_SIZE, (int) Math.round(small * wish.width())),
                Math.max(PictureOptions.MIN_SIZE, (int) Math.round(small * wish.height())), wish.theme(),
                wish.backdrop(),
                Lettering.OUTLINES, SceneKept.NONE);
        return new Image(new ByteArrayInputStream(
                PictureExport.bytes(view.document(), view.playhead(), PictureFormat.PNG, options)));
    }

    @Override
    @Nullable
    String remark(Picture wish) {
        wish.options();
        return wish.format() == PictureFormat.PNG
                ? wish.width() + " × " + wish.height() + " pixels."
                : String.format(Locale.ROOT, "%.0f × %.0f mm.", MILLIMETRES_PER_PIXEL * wish.width(),
                        MILLIMETRES_PER_PIXEL * wish.height());
    }

    @Override
    void remember() {
        rememberCommon();
        remember("format", format.getValue());
        remember("scale", scale.getValue());
        remember("lettering", lettering.getValue());
    }
}
