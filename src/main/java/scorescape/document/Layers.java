package scorescape.document;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import scorescape.diffusion.analysis.Prediction;

/// Which layers a picture has, and how each is drawn.
///
/// @param looks by layer; those that are not there have their default
/// @param density what the layer [Layer#DENSITY] draws
/// @param score what the layer [Layer#SCORE] draws
/// @param difference what the layer [Layer#DIFFERENCE] draws
/// @param samples how many points the layer [Layer#SAMPLES] draws, see [Parameters#SAMPLES]
/// @param population of which [Layer#PATHS], [Layer#PARTICLES] and [Layer#ENDS] show something
/// @param notation how the layer [Layer#EQUATION] writes the step
public record Layers(Map<Layer, Look> looks, Density density, Score score, Difference difference, int samples,
        Population population, Notation notation) {

    /// What a new scene shows.
    public static final Layers DEFAULT = new Layers(Map.of(),
            new Density(Law.UNCONDITIONAL, Scaling.LINEAR, Drawing.HEAT, ColourMap.THEME),
            new Score(ScoreOf.UNCONDITIONAL, Lines.ARROWS, Lengths.NORMALISED),
            new Difference(DifferenceOf.SCALED, Lengths.TO_SCALE),
            (int) Parameters.SAMPLES.defaultValue(),
            new Population((int) Parameters.PARTICLES.defaultValue(), (int) Parameters.PATHS.defaultValue(),
                    Colouring.REACHED),
            new Notation(Prediction.SAMPLE, Convention.GAMMA, false));

    /// Whether a layer is shown, and how strongly.
    ///
    /// @param opacity from 0 to 1, a factor of everything the layer draws
    public record Look(boolean shown, double opacity) {

        public Look {
            Check.that(opacity >= 0 && opacity <= 1, "opacity", "a number from 0 to 1", opacity);
        }
    }

    /// @param law of which law the density is drawn
    /// @param scaling how colours and lines follow the density
    /// @param drawing as colours or as lines
    /// @param colours in which colours
    public record Density(Law law, Scaling scaling, Drawing drawing, ColourMap colours) {

        public Density withLaw(Law newLaw) {
            return new Density(newLaw, scaling, drawing, colours);
        }

        public Density withScaling(Scaling newScaling) {
            return new Density(law, newScaling, drawing, colours);
        }

        public Density withDrawing(Drawing newDrawing) {
            return new Density(law, scaling, newDrawing, colours);
        }

        public Density withColours(ColourMap newColours) {
            return new Density(law, scaling, drawing, newColours);
        }
    }

    /// Of which law a density is drawn. Without a guiding class it is always [#UNCONDITIONAL].
    public enum Law {
        /// `p_t(x)`
        UNCONDITIONAL,
        /// `p_t(x|y)`
        CLASS,
        /// `p_t(x) p_t(y|x)^γ`, normalised: what guidance is often said to sample
        TILTED
    }

    /// How a density is turned into brightness or lines.
    public enum Scaling {
        LINEAR, LOGARITHMIC
    }

    public enum Drawing {
        /// Colours.
        HEAT,
        /// Lines of equal density.
        CONTOURS
    }

    /// Colours from the least to the most.
    public enum ColourMap {
        /// The theme's one hue, which fades to the background.
        THEME, VIRIDIS, CIVIDIS, MAGMA, INFERNO
    }

    /// @param of which score is drawn
    /// @param lines as arrows or as lines along the field
    /// @param lengths what the length of an arrow says
    public record Score(ScoreOf of, Lines lines, Lengths lengths) {

        public Score withOf(ScoreOf newOf) {
            return new Score(newOf, lines, lengths);
        }

        public Score withLines(Lines newLines) {
            return new Score(of, newLines, lengths);
        }

        public Score withLengths(Lengths newLengths) {
            return new Score(of, lines, newLengths);
        }
    }

    /// Which score. Without a guiding class it is always [#UNCONDITIONAL].
    public enum ScoreOf {
        /// `∇ ln p_t(x)`
        UNCONDITIONAL,
        /// `∇ ln p_t(x|y)`
        CLASS,
        /// the score of the guided prediction
        GUIDED,
        /// `∇ ln p_t(y|x)`
        CLASSIFIER
    }

    public enum Lines {
        ARROWS, STREAMLINES
    }

    public enum Lengths {
        /// All arrows are about as long; long and short ones differ by their strength of colour.
        NORMALISED,
        /// As long as the vector is, by the factor that a bar tells.
        TO_SCALE
    }

    /// @param of which difference is drawn
    /// @param lengths what the length of an arrow says
    public record Difference(DifferenceOf of, Lengths lengths) {

        public Difference withOf(DifferenceOf newOf) {
            return new Difference(newOf, lengths);
        }

        public Difference withLengths(Lengths newLengths) {
            return new Difference(of, newLengths);
        }
    }

    public enum DifferenceOf {
        /// `δ`, the difference of the predictions
        UNSCALED,
        /// `γδ`, all that guidance does
        SCALED
    }

    /// Particles that are sampled as the film's own is, each with noise of its own.
    ///
    /// @param particles how many, see [Parameters#PARTICLES]
    /// @param paths of how many the way is drawn, see [Parameters#PATHS]
    /// @param colouring what their colour says
    public record Population(int particles, int paths, Colouring colouring) {

        public Population {
            Parameters.PARTICLES.require(particles);
            Parameters.PATHS.require(paths);
        }

        public Population withParticles(int newParticles) {
            return new Population(newParticles, paths, colouring);
        }

        public Population withPaths(int newPaths) {
            return new Population(particles, newPaths, colouring);
        }

        public Population withColouring(Colouring newColouring) {
            return new Population(particles, paths, newColouring);
        }
    }

    /// @param prediction in which prediction a rule is written, if it combines predictions linearly
    /// @param convention from where guidance is counted
    /// @param numbers whether the vectors are told in numbers
    public record Notation(Prediction prediction, Convention convention, boolean numbers) {

        public Notation withPrediction(Prediction newPrediction) {
            return new Notation(newPrediction, convention, numbers);
        }

        public Notation withConvention(Convention newConvention) {
            return new Notation(prediction, newConvention, numbers);
        }

        public Notation withNumbers(boolean newNumbers) {
            return new Notation(prediction, convention, newNumbers);
        }
    }

    /// From where guidance is counted.
    public enum Convention {
        /// `x̂₀ + γ (x̂₀|y − x̂₀)`
        GAMMA,
        /// `x̂₀|y + w (x̂₀|y − x̂₀)` with `w = γ − 1`
        W
    }

    /// What the colour of a particle says.
    public enum Colouring {
        /// The class in whose data it ends.
        REACHED,
        /// The class that guidance asks for, the same for all.
        ASKED
    }

    public Layers {
        Map<Layer, Look> all = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            all.put(layer, looks.getOrDefault(layer, new Look(layer.shownByDefault(), 1)));
        }
        looks = Collections.unmodifiableMap(all);
        Parameters.SAMPLES.require(samples);
    }

    public Look look(Layer layer) {
        return looks.getOrDefault(layer, new Look(false, 1));
    }

    public boolean shows(Layer layer) {
        return look(layer).shown();
    }

    /// The opacity of a layer, 0 if it is not shown.
    public double opacity(Layer layer) {
        Look look = look(layer);
        return look.shown() ? look.opacity() : 0;
    }

    public Layers withLook(Layer layer, Look newLook) {
        Map<Layer, Look> changed = new EnumMap<>(looks);
        changed.put(layer, newLook);
        return new Layers(changed, density, score, difference, samples, population, notation);
    }

    public Layers withShown(Layer layer, boolean shown) {
        return withLook(layer, new Look(shown, look(layer).opacity()));
    }

    public Layers withOpacity(Layer layer, double opacity) {
        return withLook(layer, new Look(look(layer).shown(), opacity));
    }

    public Layers withDensity(Density newDensity) {
        return new Layers(looks, newDensity, score, difference, samples, population, notation);
    }

    public Layers withScore(Score newScore) {
        return new Layers(looks, density, newScore, difference, samples, population, notation);
    }

    public Layers withDifference(Difference newDifference) {
        return new Layers(looks, density, score, newDifference, samples, population, notation);
    }

    public Layers withSamples(int newSamples) {
        return new Layers(looks, density, score, difference, newSamples, population, notation);
    }

    public Layers withPopulation(Population newPopulation) {
        return new Layers(looks, density, score, difference, samples, newPopulation, notation);
    }

    public Layers withNotation(Notation newNotation) {
        return new Layers(looks, density, score, difference, samples, population, newNotation);
    }
}
