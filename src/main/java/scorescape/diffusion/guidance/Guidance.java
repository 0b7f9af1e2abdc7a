package scorescape.diffusion.guidance;

/// A rule that turns the predictions at `x_t` into the one a sampler steps towards.
public sealed interface Guidance permits NoGuidance, ClassifierFreeGuidance {}
