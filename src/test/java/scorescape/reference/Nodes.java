package scorescape.reference;

import java.util.List;
import java.util.stream.StreamSupport;
import scorescape.diffusion.mixture.Component;
import scorescape.diffusion.mixture.DataDistribution;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.PointComponent;
import scorescape.diffusion.mixture.RectangleComponent;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.SymMat2;
import scorescape.math.Vec2;
import tools.jackson.databind.JsonNode;

/// Reads what all formats of the reference files share.
final class Nodes {

    private Nodes() {}

    static DataDistribution distribution(JsonNode node) {
        return new DataDistribution(
                StreamSupport.stream(node.get("components").spliterator(), false).map(Nodes::component).toList());
    }

    /// The distribution called `name` in a file with several.
    static DataDistribution distribution(JsonNode file, String name) {
        for (JsonNode node : file.get("distributions")) {
            if (node.get("name").stringValue().equals(name)) {
                return distribution(node);
            }
        }
        throw new IllegalArgumentException("no distribution called " + name);
    }

    private static Component component(JsonNode node) {
        double weight = node.get("w").doubleValue();
        int label = node.get("y").intValue();
        String kind = node.get("kind").stringValue();
        return switch (kind) {
            case "gaussian" -> new GaussianComponent(weight, label, vector(node.get("mean")), matrix(node.get("cov")));
            case "rect" -> new RectangleComponent(weight, label, vector(node.get("center")), vector(node.get("half")),
                    node.get("angle").doubleValue());
            case "point" -> new PointComponent(weight, label, vector(node.get("at")));
            default -> throw new IllegalArgumentException("unknown kind of component: " + kind);
        };
    }

    static NoiseLevel level(JsonNode node) {
        return new NoiseLevel(node.get("alpha").doubleValue(), node.get("sigma").doubleValue());
    }

    static Vec2 vector(JsonNode node) {
        return new Vec2(node.get(0).doubleValue(), node.get(1).doubleValue());
    }

    static List<Vec2> vectors(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).map(Nodes::vector).toList();
    }

    /// A number or a list of numbers.
    static double[] numbers(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::doubleValue).toArray()
                : new double[]{node.doubleValue()};
    }

    private static SymMat2 matrix(JsonNode rows) {
        return new SymMat2(rows.get(0).get(0).doubleValue(), rows.get(0).get(1).doubleValue(),
                rows.get(1).get(1).doubleValue());
    }
}
