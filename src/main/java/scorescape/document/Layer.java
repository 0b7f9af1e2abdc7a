package scorescape.document;

/// A part of the picture that can be shown or hidden on its own, in the order in which they are painted.
public enum Layer {

    DENSITY("Density of pₜ", "How likely each state is at this noise level, as colours or as lines of equal density.",
            true),
    REGIONS("Class regions",
            "Which class a state belongs to: p(y|xₜ) as mixed colours, and a line where the two likeliest "
                    + "classes are equally likely.",
            false),
    GRID("Grid", "Lines at round coordinates.", false),
    FLOW("Flow map", "Where the deterministic flow has carried a regular grid of starting noises by now.", false),
    OUTLINES("Component outlines",
            "What the data is made of: bells at one and two standard deviations, boxes, arcs and "
                    + "segments.",
            false),
    SAMPLES("Data samples", "Points drawn from the data, in the colours of their classes.", true),
    SCORE("Score field", "The score ∇ log pₜ at many places: the direction in which the density grows fastest.", false),
    DIFFERENCE("Guidance field", "How far guidance moves the prediction at many places.", false),
    PATHS("Trajectories", "The ways of some particles: firm up to now, faint ahead.", false),
    PARTICLES("Particles", "Where the particles of a population are now.", false),
    ENDS("End points", "Where the particles of the population end, in the colour of the class they reach: rings where "
            + "samples of the class asked for lie, crosses astray.", false),
    MEAN("Mean path", "The mean of the population, with a band of one standard deviation to either side and their "
            + "spread now.", false),
    AXIS("Axis of the plots", "The line along which plots follow the population. Drag its ends; a double click on one "
            + "brings back the line between the classes.", false),
    RUN("Path of the run", "The way of the particle that the film follows.", true),
    POSTERIOR("Posterior ellipse", "The covariance of p(x₀|xₜ) around the prediction, at one standard deviation.",
            true),
    VECTORS("Particle and vectors", "The particle that the film follows, its predictions and the vectors of the step.",
            true),
    THUMBNAILS("Thumbnails", "What the images of the components look like at the points of the step: noisy, averaged, "
            + "sharp.", true),
    AXES("Axes", "Numbers along the edges.", false),
    LEGEND("Legend", "Names of the classes and of the marks.", true),
    EQUATION("Equation", "The formula of the step, in the colours of its terms, which light up stage by stage.", false),
    CAPTION("Caption", "A box that names the stage.", true),
    STATUS("Scale and noise level", "The length of a unit, and a line with the step and its noise level.", true);

    private final String title;
    private final String help;
    private final boolean shownByDefault;

    Layer(String title, String help, boolean shownByDefault) {
        this.title = title;
        this.help = help;
        this.shownByDefault = shownByDefault;
    }

    /// A short name for people.
    public String title() {
        return title;
    }

    /// One sentence for a newcomer.
    public String help() {
        return help;
    }

    boolean shownByDefault() {
        return shownByDefault;
    }
}
