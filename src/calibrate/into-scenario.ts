import type { Fragment, FragmentStage } from "./fragment.ts";

type Parts = Record<string, unknown>;
const held = (why: string) => ({ value: 1, derived: why });

/**
 * Puts a fragment into a scenario's value in place of what it fits; the value must be a checked scenario's.
 *
 * The scenario's own factors of volume stay with value 1, since levers and variants may name them: what they moved is in
 * the fitted ratio as a whole. So stays a factor on outcome rates. `triedRamp` says whether the history could tell a ramp.
 */
export function intoScenario(scenario: unknown, fragment: Fragment, triedRamp: boolean): object {
  const of = scenario as Parts & { volume: Parts; delivery: Parts };
  const { factors = {}, overDispersion: _, ramp, ...volume } = of.volume;
  const names = Object.keys(factors as Parts).filter((name) => name !== "referralRatio");
  const kept = Object.fromEntries(
    names.map((name) => [name, held("In referralRatio, which was fitted as a whole")]),
  );
  return {
    ...of,
    volume: {
      ...volume,
      ...(ramp !== undefined && !triedRamp && { ramp }),
      ...fragment.volume,
      factors: { ...kept, ...fragment.volume.factors },
    },
    delivery: fragment.delivery === undefined ? of.delivery : intoDelivery(of.delivery, fragment.delivery),
  };
}

function intoDelivery(delivery: Parts, fitted: NonNullable<Fragment["delivery"]>): Parts {
  const { stages: own = [], jobOutcome, outcomeRateFactor, ...rest } = delivery;
  const stages = own as (Parts & { id: string })[];
  const known = fitted.stages ?? [];
  const job = jobOutcome ?? stages[0]?.id ?? known[0]?.id;
  const all = [
    ...known.map((stage) => withTitle(stage, stages)),
    ...stages.filter(({ id }) => !known.some((stage) => stage.id === id)),
  ];
  return {
    ...rest,
    startRate: fitted.startRate,
    ...(outcomeRateFactor !== undefined && {
      outcomeRateFactor: known.some((stage) => stage.of === "starts")
        ? held("In the rates, which were fitted to outcomes")
        : outcomeRateFactor,
    }),
    stages: all,
    ...(job !== undefined && { jobOutcome: job }),
  };
}

/** The fitted stage under the scenario's own title. */
function withTitle(stage: FragmentStage, stages: readonly (Parts & { id: string })[]): object {
  const title = stages.find(({ id }) => id === stage.id)?.title;
  return title === undefined ? stage : { ...stage, title };
}
