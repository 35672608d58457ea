/** How futures are spread over what may happen: each by luck of its own, or evenly by scrambled Sobol' points. */
export type Sampling = "random" | "quasi";

export const samplings: readonly Sampling[] = ["random", "quasi"];
