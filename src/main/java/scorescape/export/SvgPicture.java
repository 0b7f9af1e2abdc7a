package scorescape.export;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.w3c.dom.Node;
import scorescape.export.png.PngEncoder;
import scorescape.figure.Fonts;

/// Writes a picture as SVG, by Batik. The scene is in a `metadata` element.
final class SvgPicture {

    static final String NAMESPACE = "https://scorescape.org/scene";
    static final String SCENE = "scene";

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    /// What a viewer knows of our fonts, by the names that Java has for them.
    private static final Map<String, Face> FACES = Map.of("'Inter'", new Face(Fonts.INTER, 400), "'Inter Medium'",
            new Face(Fonts.INTER_MEDIUM, 500), "'Inter Semi Bold'", new Face(Fonts.INTER_SEMI_BOLD, 600));

    /// Where Inter is missing, one of these, which are about as wide.
    private static final String FAMILIES = "Inter, Helvetica, Arial, sans-serif";

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /// Attributes that elements take over from those around them.
    private static final List<String> INHERITED = List.of("font-family", "font-size", "image-rendering");

    /// Of images whose pixels are to be seen, many a viewer blurs the edges by half a pixel: theirs are made of many.
    private static final int LARGE_IMAGE = 1024;
    private static final int MOST_PIXELS_PER_CELL = 16;

    /// Digits after the point.
    private static final int PRECISION = 2;

    private final Map<Element, BufferedImage> images = new HashMap<>();

    private SvgPicture() {}

    /// @param font with its kerning
    private record Face(Font font, int weight) {}

    static void write(Drawing drawing, @Nullable SceneText scene, OutputStream out) throws IOException {
        new SvgPicture().print(drawing, scene, out);
    }

    private void print(Drawing drawing, @Nullable SceneText scene, OutputStream out) throws IOException {
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
        complete(root, Map.of());
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

    /// Puts in what Batik leaves out.
    ///
    /// @param around attributes of the elements around it
    private void complete(Element element, Map<String, String> around) throws IOException {
        var attributes = new HashMap<>(around);
        for (String name : INHERITED) {
            if (element.hasAttribute(name)) {
                attributes.put(name, element.getAttribute(name));
            }
        }
        BufferedImage image = images.get(element);
        if (image != null) {
            boolean cells = "optimizeSpeed".equals(attributes.get("image-rendering"));
            embed(cells ? enlarged(image) : image, element);
        }
        if ("text".equals(element.getLocalName())) {
            sayWidth(element, attributes);
        }
        Face face = FACES.get(element.getAttribute("font-family"));
        if (face != null) {
            element.setAttribute("font-family", FAMILIES);
            element.setAttribute("font-weight", String.valueOf(face.weight()));
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                complete(child, attributes);
            }
        }
    }

    /// A viewer without the font sets the text in another one, but as wide.
    private static void sayWidth(Element text, Map<String, String> attributes) {
        Face face = FACES.get(attributes.getOrDefault("font-family", ""));
        String size = attributes.getOrDefault("font-size", "");
        String content = text.getTextContent();
        if (face != null && size.endsWith("px") && !content.isBlank()) {
            float pixels = Float.parseFloat(size.substring(0, size.length() - 2));
            double width = new TextLayout(content, face.font().deriveFont(pixels), EXACT).getAdvance();
            text.setAttribute("textLength", String.format(Locale.ROOT, "%.2f", width));
            text.setAttribute("lengthAdjust", "spacingAndGlyphs");
        }
    }

    private static BufferedImage enlarged(BufferedImage image) {
        int times = Math.clamp(LARGE_IMAGE / Math.max(image.getWidth(), image.getHeight()), 1, MOST_PIXELS_PER_CELL);
        var large = new BufferedImage(times * image.getWidth(), times * image.getHeight(),
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D g = large.createGraphics();
        g.drawImage(image, 0, 0, large.getWidth(), large.getHeight(), null);
        g.dispose();
        return large;
    }

    private static void embed(BufferedImage image, Element element) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
        var png = new ByteArrayOutputStream();
        PngEncoder.write(argb, width, height, image.getColorModel().hasAlpha(), null, png);
        element.setAttributeNS(XLINK, SVGSyntax.XLINK_HREF_QNAME,
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
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

    /// Keeps images until it is known how they are drawn. Batik's own way of putting them into the file needs a further
    /// library for PNG.
    private final class Embedded extends DefaultImageHandler {

        @Override
        protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
            images.put(element, (BufferedImage) image);
        }

        @Override
        protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
            images.put(element, (BufferedImage) image);
        }
    }
}
