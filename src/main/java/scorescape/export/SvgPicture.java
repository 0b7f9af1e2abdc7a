package scorescape.export;

import java.awt.Dimension;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGSyntax;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import scorescape.export.png.PngEncoder;

/// Writes a picture as SVG, by Batik. The scene is in a `metadata` element.
final class SvgPicture {

    static final String NAMESPACE = "https://scorescape.org/scene";
    static final String SCENE = "scene";

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    /// By the names that Java has for our fonts.
    private static final Map<String, Integer> WEIGHTS =
            Map.of("'Inter'", 400, "'Inter Medium'", 500, "'Inter Semi Bold'", 600);

    /// Digits after the point.
    private static final int PRECISION = 2;

    private SvgPicture() {}

    static void write(Drawing drawing, @Nullable SceneText scene, OutputStream out) throws IOException {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(PRECISION);
        context.setImageHandler(new Embedded());
        var g = new SVGGraphics2D(context, false);
        int width = drawing.width();
        int height = drawing.height();
        g.setSVGCanvasSize(new Dimension(width, height));
        drawing.vectors().accept(g);
        Element root = g.getRoot();
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        nameFonts(root);
        if (scene != null) {
            Element metadata = document.createElementNS(SVG, "metadata");
            Element text = document.createElementNS(NAMESPACE, "scorescape:" + SCENE);
            text.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:scorescape", NAMESPACE);
            text.setTextContent(scene.json());
            metadata.appendChild(text);
            root.insertBefore(metadata, root.getFirstChild());
        }
        print(root, out);
    }

    /// A viewer knows a font by its family and weight, and takes its own where the family is missing.
    private static void nameFonts(Element root) {
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            Integer weight = WEIGHTS.get(element.getAttribute("font-family"));
            if (weight != null) {
                element.setAttribute("font-family", "Inter, sans-serif");
                element.setAttribute("font-weight", weight.toString());
            }
        }
    }

    /// Batik's own printer would demand the definition of SVG 1.0 from the network of whoever reads the file.
    private static void print(Element root, OutputStream out) throws IOException {
        try {
            TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(root),
                    new StreamResult(out));
        } catch (TransformerException e) {
            throw cause(e);
        }
    }

    /// What went wrong with the stream, under all that wraps it.
    private static IOException cause(TransformerException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException stream) {
                return stream;
            }
        }
        return new IOException(failure);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java cannot make XML", e);
        }
    }

    /// Puts images into the file. Batik's own way of doing so needs a further library for PNG.
    private static final class Embedded extends DefaultImageHandler {

        @Override
        protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
            embed((BufferedImage) image, element);
        }

        @Override
        protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
            embed((BufferedImage) image, element);
        }

        private static void embed(BufferedImage image, Element element) {
            int width = image.getWidth();
            int height = image.getHeight();
            int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
            var png = new ByteArrayOutputStream();
            try {
                PngEncoder.write(argb, width, height, image.getColorModel().hasAlpha(), null, png);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            element.setAttributeNS(XLINK, SVGSyntax.XLINK_HREF_QNAME,
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
        }
    }
}
