package scorescape.diffusion.sampler;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import scorescape.diffusion.classifier.LogisticFit;
import scorescape.diffusion.guidance.Autoguidance;
import scorescape.diffusion.guidance.BackwardUniversalGuidance;
import scorescape.diffusion.guidance.CfgPlusPlus;
import scorescape.diffusion.guidance.Classifier;
import scorescape.diffusion.guidance.ClassifierFreeGuidance;
import scorescape.diffusion.guidance.ClassifierGuidance;
import scorescape.diffusion.guidance.CorrectingGuidance;
import scorescape.diffusion.guidance.Guidance;
import scorescape.diffusion.guidance.GuidanceInput;
import scorescape.diffusion.guidance.GuidancePosition;
import scorescape.diffusion.guidance.NegativeClassGuidance;
import scorescape.diffusion.guidance.NoGuidance;
import scorescape.diffusion.guidance.UniversalGuidance;
import scorescape.diffusion.mixture.GaussianComponent;
import scorescape.diffusion.mixture.NoisedDistribution;
import scorescape.diffusion.mixture.PointBatch;
import scorescape.diffusion.model.ScoreModel;
import scorescape.diffusion.sampler.TrajectoryBundle.Request;
import scorescape.diffusion.schedule.NoiseLevel;
import scorescape.math.Vec2;

/// Some particles of a bundle under way, step by step in flat arrays. Confined to one thread.
final class ChunkRun {

    private final Request request;
    private final DiffusionProcess process;
    private final List<NoiseLevel> levels;

    /// The rows of the whole bundle, of which this chunk writes its own part.
    private final double[][] rowsX;
    private final double[][] rowsY;
    private final int first;
    private final int count;
    private final double limit;
    private final boolean isGaussian;

    /// The state: the batch is where the model is asked.
    private final PointBatch batch;

    /// For rules that compare the model with another one; made when first needed.
    private @Nullable PointBatch second;

    /// The class that the model has been asked for.
    private OptionalInt label = OptionalInt.empty();
    private final double[] startX;
    private final double[] startY;
    private double[] guidedX;
    private double[] guidedY;

    /// The guided predictions of the evaluation before.
    private double[] earlierX;
    private double[] earlierY;
    private final double[] noiseX;
    private final double[] noiseY;

    /// Of a classifier.
    private final double[] gradientX;
    private final double[] gradientY;

    /// What a rule that remembers has asked to be told, by particle.
    private final Vec2[] memory;
    private final BitSet diverged = new BitSet();

    /// Where the particles that have diverged stay.
    private final double[] edgeX;
    private final double[] edgeY;
    private boolean hasEarlier;

    ChunkRun(Request request, double[][] rowsX, double[][] rowsY, int first, int count) {
        this.request = request;
        this.rowsX = rowsX;
        this.rowsY = rowsY;
        this.first = first;
        this.count = count;
        process = request.process();
        levels = request.sampler().levels(process.levels());
        limit = ParticleRun.limit(process);
        batch = PointBatch.withoutDensities(count);
        startX = new double[count];
        startY = new double[count];
        guidedX = new double[count];
        guidedY = new double[count];
        earlierX = new double[count];
        earlierY = new double[count];
        noiseX = new double[count];
        noiseY = new double[count];
        gradientX = new double[count];
        gradientY = new double[count];
        isGaussian = process.data().components().stream().allMatch(GaussianComponent.class::isInstance);
        edgeX = new double[count];
        edgeY = new double[count];
        memory = new Vec2[request.guidance().remembers() ? count : 0];
        Arrays.fill(memory, Vec2.ZERO);
    }

    /// Runs the steps from `from` on, and answers which particles of the bundle have diverged. Stops early, with rows
    /// that nobody should read, when cancelled.
    BitSet run(int from, BooleanSupplier cancelled) {
        if (from == 0) {
            start();
        } else {
            System.arraycopy(rowsX[from], first, batch.x(), 0, count);
            System.arraycopy(rowsY[from], first, batch.y(), 0, count);
            markDiverged();
            recallEarlier(from);
        }
        for (int step = from; step < process.steps() && !cancelled.getAsBoolean(); step++) {
            step(step);
            System.arraycopy(batch.x(), 0, rowsX[step + 1], first, count);
            System.arraycopy(batch.y(), 0, rowsY[step + 1], first, count);
        }
        var all = new BitSet();
        diverged.stream().forEach(i -> all.set(first + i));
        return all;
    }

    private void start() {
        request.noise().fill(first, count, NoiseSource.START, NoiseSource.CHOSEN, batch.x(), batch.y());
        double scale = process.startScale();
        for (int i = 0; i < count; i++) {
            batch.x()[i] *= scale;
            batch.y()[i] *= scale;
        }
        markDiverged();
        System.arraycopy(batch.x(), 0, rowsX[0], first, count);
        System.arraycopy(batch.y(), 0, rowsY[0], first, count);
    }

    /// Computes anew the prediction before step `from` if that step wants it.
    private void recallEarlier(int from) {
        if (from == process.steps() || request.sampler().plan(levels, from).moves().getFirst().fromEarlier() == 0) {
            return;
        }
        List<Move> before = request.sampler().plan(levels, from - 1).moves();
        System.arraycopy(rowsX[from - 1], first, batch.x(), 0, count);
        System.arraycopy(rowsY[from - 1], first, batch.y(), 0, count);
        guide(from - 1, before.getFirst());
        keepEarlier();
        System.arraycopy(rowsX[from], first, batch.x(), 0, count);
        System.arraycopy(rowsY[from], first, batch.y(), 0, count);
    }

    private void step(int step) {
        StepPlan plan = request.sampler().plan(levels, step);
        if (plan.churn() > 0) {
            drawNoise(step, 0);
            add(plan.churn(), noiseX, batch.x());
            add(plan.churn(), noiseY, batch.y());
        }
        if (plan.moves().size() > 1) {
            System.arraycopy(batch.x(), 0, startX, 0, count);
            System.arraycopy(batch.y(), 0, startY, 0, count);
        }
        for (int i = 0; i < plan.moves().size(); i++) {
            Move move = plan.moves().get(i);
            guide(step, move);
            if (move.noise() > 0) {
                drawNoise(step, i);
            }
            double[] beforeX = hasEarlier ? earlierX : guidedX;
            double[] beforeY = hasEarlier ? earlierY : guidedY;
            move(move, startX, guidedX, beforeX, noiseX, batch.x());
            move(move, startY, guidedY, beforeY, noiseY, batch.y());
            keepEarlier();
            restoreDiverged();
            markDiverged();
        }
    }

    private void drawNoise(int step, int move) {
        request.noise().fill(first, count, step, NoiseSource.ofMove(move), noiseX, noiseY);
    }

    private void add(double factor, double[] noise, double[] state) {
        for (int i = 0; i < count; i++) {
            state[i] += factor * noise[i];
        }
    }

    private void move(Move move, double[] start, double[] guided, double[] before, double[] noise, double[] state) {
        double fromState = move.fromState();
        double fromPrediction = move.fromPrediction();
        for (int i = 0; i < count; i++) {
            state[i] = fromState * state[i] + fromPrediction * guided[i];
        }
        if (move.fromStart() != 0) {
            add(move.fromStart(), start, state);
        }
        if (move.fromEarlier() != 0) {
            add(move.fromEarlier(), before, state);
        }
        if (move.noise() > 0) {
            add(move.noise(), noise, state);
        }
    }

    private void keepEarlier() {
        double[] x = earlierX;
        double[] y = earlierY;
        earlierX = guidedX;
        earlierY = guidedY;
        guidedX = x;
        guidedY = y;
        hasEarlier = true;
    }

    /// Fills the guided predictions at the state.
    private void guide(int step, Move move) {
        Guidance rule = request.guidance().atLevel(move.at());
        var position = new GuidancePosition(step, process.steps(), levels.get(step), levels.get(step + 1));
        label = rule.guidingClass();
        process.evaluate(move.at(), label, batch);
        toPredictions(move.at(), batch);
        guide(rule, position, move.at());
        for (int i = 0; i < memory.length; i++) {
            memory[i] = rule.remember(input(position, move.at(), i));
        }
    }

    /// Rules that need nothing but predictions of a model, or gradients of classifiers, take them for all particles at once.
    /// What is left asks for one particle after the other, of predictions that are known.
    private void guide(Guidance rule, GuidancePosition position, NoiseLevel level) {
        boolean isKnown = rule.guidingClass().equals(label);
        switch (rule) {
            case NoGuidance() -> {
                System.arraycopy(batch.denoisedX(), 0, guidedX, 0, count);
                System.arraycopy(batch.denoisedY(), 0, guidedY, 0, count);
            }
            case ClassifierFreeGuidance(_, double scale) when isKnown -> amplify(scale);
            case CfgPlusPlus plus when isKnown -> amplify(plus.effectiveScale(position));
            case ClassifierGuidance(_, _, double scale) when isKnown && level.alpha() == 0 -> amplify(scale);
            case ClassifierGuidance(Classifier classifier, int wanted, double scale) when isKnown -> {
                double reach = level.sigma() == 0 ? 1 : level.sigma() * level.ratio();
                gradient(classifier, level, wanted);
                climb(batch.denoisedX(), scale * reach, gradientX, guidedX);
                climb(batch.denoisedY(), scale * reach, gradientY, guidedY);
            }
            case NegativeClassGuidance(_, int negative, double scale) when isKnown -> {
                PointBatch others = others(batch.x(), batch.y());
                process.evaluate(level, OptionalInt.of(negative), others);
                toPredictions(level, others);
                lerp(others.classDenoisedX(), batch.classDenoisedX(), scale, guidedX);
                lerp(others.classDenoisedY(), batch.classDenoisedY(), scale, guidedY);
            }
            case Autoguidance auto when isKnown -> {
                PointBatch others = others(batch.x(), batch.y());
                auto.worse().evaluate(process, level, label, others);
                toPredictions(level, others);
                boolean ofClass = label.isPresent();
                lerp(ofClass ? others.classDenoisedX() : others.denoisedX(),
                        ofClass ? batch.classDenoisedX() : batch.denoisedX(), auto.scale(), guidedX);
                lerp(ofClass ? others.classDenoisedY() : others.denoisedY(),
                        ofClass ? batch.classDenoisedY() : batch.denoisedY(), auto.scale(), guidedY);
            }
            case UniversalGuidance(int wanted, double scale, double blur) when isKnown && level.sigma() > 0 -> {
                gradientAt(batch.denoisedX(), batch.denoisedY(), new NoiseLevel(1, blur), wanted);
                for (int i = 0; i < count; i++) {
                    Vec2 step = process.at(level, batch.point(i)).covariance()
                            .times(new Vec2(gradientX[i], gradientY[i]));
                    guidedX[i] = batch.denoisedX()[i] + scale * step.x();
                    guidedY[i] = batch.denoisedY()[i] + scale * step.y();
                }
            }
            case BackwardUniversalGuidance backward -> {
                guide(backward.rule(), position, level);
                for (int i = 0; i < backward.iterations(); i++) {
                    gradientAt(guidedX, guidedY, new NoiseLevel(1, backward.blur()), backward.label());
                    climb(guidedX, backward.rate(), gradientX, guidedX);
                    climb(guidedY, backward.rate(), gradientY, guidedY);
                }
            }
            case CorrectingGuidance correcting -> {
                guide(correcting.rule(), position, level);
                guideSingly(i -> correcting.correct(input(position, level, i), new Vec2(guidedX[i], guidedY[i])));
            }
            default -> guideSingly(i -> rule.guide(input(position, level, i)));
        }
    }

    /// Finds the gradients of a classifier at the states.
    private void gradient(Classifier classifier, NoiseLevel level, int wanted) {
        switch (classifier) {
            case Classifier.Exact() when process.scores().equals(ScoreModel.EXACT) -> {
                difference(batch.scoreX(), batch.classScoreX(), gradientX);
                difference(batch.scoreY(), batch.classScoreY(), gradientY);
            }
            case Classifier.Exact() -> gradientAt(batch.x(), batch.y(), level, wanted);
            case Classifier.Clean(double blur) ->
                gradientAt(batch.x(), batch.y(), new NoiseLevel(1, blur), wanted);
            case Classifier.Fitted(LogisticFit fit) ->
                process.classifier(fit).gradients(wanted, count, batch.x(), batch.y(), gradientX, gradientY);
            case Classifier.Overconfident(Classifier inner, double factor) -> {
                gradient(inner, level, wanted);
                scale(factor, gradientX);
                scale(factor, gradientY);
            }
        }
    }

    /// Finds the gradients `∇ ln p_t(y|x)` of the exact classifier: the differences of the scores, but where there is no
    /// noise about points and edges, whose scores have no bounds.
    private void gradientAt(double[] x, double[] y, NoiseLevel level, int wanted) {
        NoisedDistribution law = process.noised(level);
        if (level.sigma() > 0 || isGaussian) {
            PointBatch at = others(x, y);
            law.evaluate(at, wanted);
            difference(at.scoreX(), at.classScoreX(), gradientX);
            difference(at.scoreY(), at.classScoreY(), gradientY);
        } else {
            for (int i = 0; i < count; i++) {
                Vec2 gradient = law.posteriorGradient(wanted, new Vec2(x[i], y[i]));
                gradientX[i] = gradient.x();
                gradientY[i] = gradient.y();
            }
        }
    }

    private void difference(double[] from, double[] to, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = to[i] - from[i];
        }
    }

    private void scale(double factor, double[] values) {
        for (int i = 0; i < count; i++) {
            values[i] *= factor;
        }
    }

    private void climb(double[] from, double rate, double[] gradient, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = from[i] + rate * gradient[i];
        }
    }

    /// A second batch, at the places `x`, `y`.
    private PointBatch others(double[] x, double[] y) {
        if (second == null) {
            second = PointBatch.withoutDensities(count);
        }
        System.arraycopy(x, 0, second.x(), 0, count);
        System.arraycopy(y, 0, second.y(), 0, count);
        return second;
    }

    /// On clean data `x̂₀ = x` says nothing of the score: rules are given `x + s`, see [GuidanceInput].
    private void toPredictions(NoiseLevel level, PointBatch at) {
        if (level.sigma() == 0) {
            sum(at.x(), at.scoreX(), at.denoisedX());
            sum(at.y(), at.scoreY(), at.denoisedY());
            sum(at.x(), at.classScoreX(), at.classDenoisedX());
            sum(at.y(), at.classScoreY(), at.classDenoisedY());
        }
    }

    private void sum(double[] a, double[] b, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private void amplify(double scale) {
        lerp(batch.denoisedX(), batch.classDenoisedX(), scale, guidedX);
        lerp(batch.denoisedY(), batch.classDenoisedY(), scale, guidedY);
    }

    private void lerp(double[] from, double[] to, double t, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = (1 - t) * from[i] + t * to[i];
        }
    }

    private void guideSingly(IntFunction<Vec2> guide) {
        for (int i = 0; i < count; i++) {
            Vec2 guided = guide.apply(i);
            guidedX[i] = guided.x();
            guidedY[i] = guided.y();
        }
    }

    /// What is known of a particle, with the predictions of the batch.
    private GuidanceInput input(GuidancePosition position, NoiseLevel level, int i) {
        Vec2 remembered = memory.length == 0 ? Vec2.ZERO : memory[i];
        var input = new GuidanceInput(process, position, level, batch.point(i), remembered);
        input.know(new Vec2(batch.denoisedX()[i], batch.denoisedY()[i]));
        if (label.isPresent()) {
            input.know(label.getAsInt(), new Vec2(batch.classDenoisedX()[i], batch.classDenoisedY()[i]));
        }
        return input;
    }

    private void restoreDiverged() {
        for (int i = diverged.nextSetBit(0); i >= 0; i = diverged.nextSetBit(i + 1)) {
            batch.x()[i] = edgeX[i];
            batch.y()[i] = edgeY[i];
        }
    }

    /// Marks the particles that are too far out, and puts them at the edge.
    private void markDiverged() {
        for (int i = 0; i < count; i++) {
            // Half the limit along each axis is safely inside, and quickly checked.
            if (!(Math.abs(batch.x()[i]) < 0.5 * limit && Math.abs(batch.y()[i]) < 0.5 * limit)
                    && !diverged.get(i) && ParticleRun.isOut(batch.point(i), limit)) {
                diverged.set(i);
                batch.set(i, ParticleRun.edge(batch.point(i), limit));
                edgeX[i] = batch.x()[i];
                edgeY[i] = batch.y()[i];
            }
        }
    }
}
