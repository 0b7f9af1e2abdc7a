package scorescape.studio;

import java.io.ByteArrayInputStream;
import java.util.List;
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

import static scorescape.text.Texts.text;

/// How the picture on show is to be made: format, size and background, with a preview.
final class PictureDialog extends ExportDialog<Picture> {

    /// Vectors have 96 of them in an inch.
    private static final double MILLIMETRES_PER_PIXEL = 25.4 / 96;

    private final View view;
    private final ChoiceBox<PictureFormat> format;
    private final Spinner<Double> scale;
    private final ChoiceBox<Lettering> lettering;

    PictureDialog(View view, Settings settings) {
        super(text("picture.heading"), "picture", view.theme(), settings, PictureOptions.MIN_SIZE,
                PictureOptions.MAX_SIZE);
        this.view = view;
        format = choice("format", List.of(PictureFormat.values()), PictureFormat.PNG, f -> switch (f) {
            case PNG -> text("picture.format.png");
            case SVG -> text("picture.format.svg");
            case PDF -> text("picture.format.pdf");
            case TIKZ -> text("picture.format.tikz");
        });
        scale = real("scale", 0.5, 8, 1, 0.5);
        lettering = choice("lettering", List.of(Lettering.values()), Lettering.OUTLINES, l -> switch (l) {
            case OUTLINES -> text("picture.letters.outlines");
            case TEXT -> text("picture.letters.text");
        });
        add(text("picture.format"), format, "format", text("picture.format.help"));
        addSize(List.of(StandardSize.values()));
        add(text("picture.enlarged"), scale, "scale", text("picture.enlarged.help"));
        add(text("picture.letters"), lettering, "lettering", text("picture.letters.help"));
        add(text("picture.theme"), theme, "theme", text("picture.theme.help"));
        add(text("picture.background"), backdrop, "backdrop", text("picture.background.help"));
        add(text("picture.scene"), kept, "scene", text("picture.scene.help"));
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
                ? text("picture.sizeInPixels", wish.width(), wish.height())
                : text("picture.sizeInMillimetres", MILLIMETRES_PER_PIXEL * wish.width(),
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
