package scorescape.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.RenderingHints;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import scorescape.figure.Fonts;

/// Writes a picture as a PDF of one page without margins, by PDFBox. The scene is in the document information.
final class PdfPicture {

    /// The name of the scene in the document information.
    static final String SCENE = "ScorescapeScene";

    /// A pixel is a 96th of an inch, a point a 72nd.
    private static final float POINTS_PER_PIXEL = 0.75f;

    /// Makes the identifier of the file the same whenever the file is the same.
    private static final long IDENTIFIER = 1;

    private PdfPicture() {}

    static void write(Drawing drawing, @Nullable SceneText scene, OutputStream out) throws IOException {
        int width = drawing.width();
        int height = drawing.height();
        try (var document = new PDDocument()) {
            document.setDocumentId(IDENTIFIER);
            var page = new PDPage(new PDRectangle(POINTS_PER_PIXEL * width, POINTS_PER_PIXEL * height));
            document.addPage(page);
            var g = new PdfBoxGraphics2D(document, width, height);
            g.setFontTextDrawer(new InterText());
            // Viewers are to smooth the density where they enlarge it.
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            try {
                drawing.vectors().accept(g);
            } finally {
                g.dispose();
            }
            try (var content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINTS_PER_PIXEL, POINTS_PER_PIXEL));
                content.drawForm(g.getXFormObject());
            }
            PDDocumentInformation information = document.getDocumentInformation();
            information.setCreator("Scorescape");
            if (scene != null) {
                information.setCustomMetadataValue(SCENE, scene.json());
            }
            document.save(out);
        }
    }

    /// Draws text in the fonts of the program, which become part of the file.
    private static final class InterText extends PdfBoxGraphics2DFontTextDrawer {

        private final Map<String, PDFont> fonts = new HashMap<>();

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
            PDFont known = fonts.get(font.getPSName());
            if (known == null) {
                known = embed(Fonts.file(font), env.getDocument());
                fonts.put(font.getPSName(), known);
            }
            return known;
        }

        /// Embeds a whole OpenType font with CFF outlines. PDFBox knows only how to embed TrueType outlines; what it
        /// makes differs in the names of three entries.
        ///
        /// Source: ISO 32000-2:2020, 9.7.4 and table 124: a CIDFontType0 whose program is of the subtype OpenType.
        private static PDFont embed(byte[] otf, PDDocument document) throws IOException {
            PDType0Font font = PDType0Font.load(document, new OTFParser(false).parse(new RandomAccessReadBuffer(otf)),
                    false);
            COSDictionary descendant = font.getDescendantFont().getCOSObject();
            descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
            descendant.removeItem(COSName.CID_TO_GID_MAP);
            COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
            COSStream program = descriptor.getCOSStream(COSName.FONT_FILE2);
            program.setName(COSName.SUBTYPE, "OpenType");
            descriptor.removeItem(COSName.FONT_FILE2);
            descriptor.setItem(COSName.FONT_FILE3, program);
            return font;
        }
    }
}
