import { normalDistribution } from "../sim/special/normal.ts";
import type { SpreadLaw } from "./contract-spread.ts";
import type { MonthCounts } from "./month-counts.ts";
import { volumePeak } from "./volume-peak.ts";

/** One of the models that are held against each other, by its largest log-likelihood. */
export type JudgedModel = {
  readonly law: SpreadLaw;
  readonly monthly: boolean;
  readonly logLikelihood: number;
  /** Akaike's criterion, 2 × (parameters − log-likelihood): lower is better. */
  readonly aic: number;
};

/** The models of volume side by side, and which law of contracts is taken. */
export type VolumeModels = {
  readonly models: readonly JudgedModel[];
  readonly law: SpreadLaw;
  /** Chance of so much likelihood for contracts that differ, if they did not; half a chi-squared law at its bound. */
  readonly spreadChance?: number;
};

/** A gamma law of contracts is taken where its AIC is better by this much: fewer contracts cannot tell. */
const clearlyBetter = 2;

/** Judges Poisson against gamma-Poisson months, and contracts that are alike against two laws by which they differ. */
export function judgeVolumeModels(contracts: readonly MonthCounts[]): VolumeModels {
  const isOne = contracts.length === 1;
  const laws: SpreadLaw[] = isOne ? ["none"] : ["none", "lognormal", "gamma"];
  const models = laws.flatMap((law) =>
    [false, true].map((monthly) => {
      const { value } = volumePeak(contracts, { law, monthly }, "plain");
      const parameters = 1 + Number(law !== "none") + Number(monthly);
      return { law, monthly, logLikelihood: value, aic: 2 * (parameters - value) };
    }),
  );
  if (isOne) return { models, law: "none" };
  const of = (law: SpreadLaw) => models.find((model) => model.monthly && model.law === law)!;
  const law = of("gamma").aic + clearlyBetter < of("lognormal").aic ? "gamma" : "lognormal";
  const gain = Math.max(0, 2 * (of(law).logLikelihood - of("none").logLikelihood));
  return { models, law, spreadChance: gain === 0 ? 1 : normalDistribution(-Math.sqrt(gain)) };
}
