package scorescape.reference;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.NoGuidance;
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
                StreamSupport.stream(node.required("components").spliterator(), false).map(Nodes::component).toList());
    }

    /// The distribution called `name` in a file with several.
    static DataDistribution distribution(JsonNode file, String name) {
        for (JsonNode node : file.required("distributions")) {
            if (node.required("name").stringValue().equals(name)) {
                return distribution(node);
            }
        }
        throw new IllegalArgumentException("no distribution called " + name);
    }

    private static Component component(JsonNode node) {
        double weight = node.required("w").doubleValue();
        int label = node.required("y").intValue();
        String kind = node.required("kind").stringValue();
        return switch (kind) {
            case "gaussian" ->
                new GaussianComponent(weight, label, vector(node.required("mean")), matrix(node.required("cov")));
            case "rect" ->
                new RectangleComponent(weight, label, vector(node.required("center")), vector(node.required("half")),
                        node.required("angle").doubleValue());
            case "point" -> new PointComponent(weight, label, vector(node.required("at")));
            default -> throw new IllegalArgumentException("unknown kind of component: " + kind);
        };
    }

    /// Goes through a list of the file; what goes wrong says where.
    ///
    /// @param what each is called, before its number
    /// @param name tells one from the others
    static void forEach(JsonNode list, String what, Function<JsonNode, String> name,
            BiConsumer<JsonNode, String> check) {
        int index = 0;
        for (JsonNode node : list) {
            String place = what + " " + index++;
            try {
                place += " (" + name.apply(node) + ")";
                check.accept(node, place);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
            }
        }
    }

    /// How a run is guided: not at all without a class.
    static Guidance guidance(JsonNode run) {
        return run.required("cls").isNull()
                ? new NoGuidance()
                : new ClassifierFreeGuidance(run.required("cls").intValue(), run.required("gamma").doubleValue());
    }

    static NoiseLevel level(JsonNode node) {
        return new NoiseLevel(node.required("alpha").doubleValue(), node.required("sigma").doubleValue());
    }

    static Vec2 vector(JsonNode node) {
        return new Vec2(node.required(0).doubleValue(), node.required(1).doubleValue());
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
        return new SymMat2(rows.required(0).required(0).doubleValue(), rows.required(0).required(1).doubleValue(),
                rows.required(1).required(1).doubleValue());
    }
}
