package scorescape.diffusion.guidance;

/// Plain sampling: the step goes towards the unconditional prediction `x̂₀`.
public record NoGuidance() implements Guidance {}
