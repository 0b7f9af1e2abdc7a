package scorescape.figure;

import java.util.ArrayList;
import java.util.List;
import scorescape.diffusion.mixture.ClassGrid;
import scorescape.math.Vec2;

/// The lines on which the two likeliest classes are equally likely.
final class DecisionLines {

    private static final double WIDTH = 1.4;

    private DecisionLines() {}

    static List<Mark> of(LawGrid grid, double opacity, Viewport viewport) {
        ClassGrid classes = grid.classes();
        List<Mark> marks = new ArrayList<>();
        double[] lead = new double[classes.size()];
        int[] rival = new int[classes.size()];
        for (int own = 0; own < classes.labels().size() - 1; own++) {
            lead(classes, own, lead, rival);
            var contours = new Contours(lead, grid.columns(), grid.rows(), grid.cell());
            int self = own;
            // Each line lies between two classes and is drawn once, for the first of them.
            List<List<Vec2>> lines =
                    contours.at(0, (column, row) -> rival[row * grid.columns() + column] > self);
            for (List<Vec2> line : lines) {
                marks.add(new Mark.Polyline(line, WIDTH * viewport.scale(), Role.MUTED, opacity, true));
            }
        }
        return marks;
    }

    /// `ln` of the odds of a class against the likeliest other one, and which one that is.
    private static void lead(ClassGrid classes, int own, double[] lead, int[] rival) {
        List<Integer> labels = classes.labels();
        for (int i = 0; i < lead.length; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < labels.size(); c++) {
                double log = c == own ? Double.NEGATIVE_INFINITY : classes.logJoint(labels.get(c), i);
                if (log > best) {
                    best = log;
                    rival[i] = c;
                }
            }
            lead[i] = classes.logJoint(labels.get(own), i) - best;
        }
    }
}
