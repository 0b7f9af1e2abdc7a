package scorescape.figure;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import scorescape.diffusion.guidance.GuidanceInput;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.document.Layers.DifferenceOf;
import scorescape.document.Layers.ScoreOf;
import scorescape.math.Vec2;

/// Vectors at the nodes of a regular grid over the picture. Immutable.
///
/// Scores are in 1 / data units, differences of predictions in data units. With y pointing up.
final class VectorField {

    /// What the model says at the nodes.
    private final PointBatch batch;
    private final double spacing;
    private final int columns;
    private final int rows;
    private final double[] x;
    private final double[] y;

    private VectorField(PointBatch batch, double spacing, int columns, int rows) {
        this.batch = batch;
        this.spacing = spacing;
        this.columns = columns;
        this.rows = rows;
        x = new double[columns * rows];
        y = new double[columns * rows];
    }

    /// The score of all data, of the class, of the guided prediction, or of the classifier.
    ///
    /// @param spacing of the nodes, in pixels
    static VectorField score(Moment moment, ScoreOf of, double spacing) {
        OptionalInt label = moment.label();
        VectorField field = evaluated(moment, label, spacing);
        PointBatch at = field.batch;
        if (label.isEmpty()) {
            field.set(i -> new Vec2(at.scoreX()[i], at.scoreY()[i]));
            return field;
        }
        double alpha = moment.level().alpha();
        double variance = moment.level().sigma() * moment.level().sigma();
        field.set(switch (of) {
            case UNCONDITIONAL -> i -> new Vec2(at.scoreX()[i], at.scoreY()[i]);
            case CLASS -> i -> new Vec2(at.classScoreX()[i], at.classScoreY()[i]);
            case CLASSIFIER -> i -> new Vec2(at.classScoreX()[i] - at.scoreX()[i],
                    at.classScoreY()[i] - at.scoreY()[i]);
            case GUIDED -> i -> field.guided(moment, label.getAsInt(), i).times(alpha).minus(at.point(i))
                    .times(1 / variance);
        });
        return field;
    }

    /// The difference that guidance is made from, or all that it does to the prediction. Zero without guidance.
    ///
    /// @param spacing of the nodes, in pixels
    static VectorField difference(Moment moment, DifferenceOf of, double spacing) {
        OptionalInt label = moment.label();
        VectorField field = evaluated(moment, label, spacing);
        PointBatch at = field.batch;
        if (label.isPresent()) {
            field.set(switch (of) {
                case UNSCALED -> i -> new Vec2(at.classDenoisedX()[i] - at.denoisedX()[i],
                        at.classDenoisedY()[i] - at.denoisedY()[i]);
                case SCALED -> i -> field.guided(moment, label.getAsInt(), i)
                        .minus(new Vec2(at.denoisedX()[i], at.denoisedY()[i]));
            });
        }
        return field;
    }

    private static VectorField evaluated(Moment moment, OptionalInt label, double spacing) {
        Viewport viewport = moment.viewport();
        int columns = (int) Math.ceil(viewport.width() / spacing) + 1;
        int rows = (int) Math.ceil(viewport.height() / spacing) + 1;
        var batch = new PointBatch(columns * rows);
        var field = new VectorField(batch, spacing, columns, rows);
        for (int i = 0; i < columns * rows; i++) {
            batch.set(i, moment.state(field.node(i)));
        }
        moment.model().evaluate(moment.level(), label, batch);
        return field;
    }

    private interface Vectors {
        Vec2 at(int node);
    }

    private void set(Vectors vectors) {
        IntStream.range(0, rows).parallel().forEach(row -> {
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                Vec2 vector = vectors.at(i);
                x[i] = vector.x();
                y[i] = vector.y();
            }
        });
    }

    /// The prediction of the rule at a node, as if a run were there.
    private Vec2 guided(Moment moment, int label, int node) {
        var input = new GuidanceInput(moment.model(), moment.position(), moment.level(), batch.point(node), Vec2.ZERO);
        input.know(new Vec2(batch.denoisedX()[node], batch.denoisedY()[node]));
        input.know(label, new Vec2(batch.classDenoisedX()[node], batch.classDenoisedY()[node]));
        return moment.guidance().guide(input);
    }

    double spacing() {
        return spacing;
    }

    int size() {
        return x.length;
    }

    /// Where a node is, in pixels. The first is half a cell inside the picture.
    Vec2 node(int index) {
        return new Vec2((index % columns + 0.5) * spacing, (Math.floorDiv(index, columns) + 0.5) * spacing);
    }

    /// The vector at a node, y pointing up.
    Vec2 vector(int index) {
        return new Vec2(x[index], y[index]);
    }

    /// The direction at a place of the picture, y pointing down: a unit vector, or zero where there is none.
    Vec2 direction(Vec2 pixel) {
        double u = Math.clamp(pixel.x() / spacing - 0.5, 0, columns - 1.000001);
        double v = Math.clamp(pixel.y() / spacing - 0.5, 0, rows - 1.000001);
        int column = (int) u;
        int row = (int) v;
        int node = row * columns + column;
        double dx = bilinear(x, node, u - column, v - row);
        double dy = -bilinear(y, node, u - column, v - row);
        double length = Math.hypot(dx, dy);
        return length > 0 && length < Double.POSITIVE_INFINITY ? new Vec2(dx / length, dy / length) : Vec2.ZERO;
    }

    private double bilinear(double[] values, int node, double u, double v) {
        return (1 - v) * ((1 - u) * values[node] + u * values[node + 1])
                + v * ((1 - u) * values[node + columns] + u * values[node + columns + 1]);
    }
}
