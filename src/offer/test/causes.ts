import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { Figure } from "../../sim/figure.ts";
import { figureAt } from "../../sim/held-figure.ts";
import { scenarioFigures } from "../../sim/scenario-figures.ts";
import type { Changes } from "../offer-changes.ts";

/** Something that can come out otherwise than planned. */
export type Cause = {
  readonly id: "referrals" | "readiness" | "starts" | "outcomes" | "claims" | "budget" | "costs";
  /** What has to be changed in the scenario for it to come out as planned. */
  readonly asPlanned: Changes;
};

const held = (value: number) => ({ value, derived: "as planned" });

/** The causes that a scenario has, each with what makes it come out as planned; one that is certain is none. */
export function causesOf(checked: CheckedScenario): readonly Cause[] {
  const { volume, delivery } = checked.scenario;
  const referrals = referralsAsPlanned(checked);
  const outcomes: Changes = {
    ...(delivery.outcomeRateFactor && { "delivery.outcomeRateFactor": believed(delivery.outcomeRateFactor) }),
  };
  const claims: Changes = {};
  for (const { id, rate, claimedShare } of delivery.stages) {
    if (isDoubtful(rate)) outcomes[`delivery.stages.${id}.rate`] = believed(rate);
    if (claimedShare && isDoubtful(claimedShare))
      claims[`delivery.stages.${id}.claimedShare`] = believed(claimedShare);
  }
  const causes: Cause[] = [
    { id: "referrals", asPlanned: referrals },
    {
      id: "readiness",
      asPlanned: volume.readyDelayMonths ? { "volume.readyDelayMonths": held(0) } : {},
    },
    {
      id: "starts",
      asPlanned: isDoubtful(delivery.startRate) ? { "delivery.startRate": believed(delivery.startRate) } : {},
    },
    { id: "outcomes", asPlanned: outcomes },
    { id: "claims", asPlanned: claims },
    {
      id: "budget",
      asPlanned: checked.scenario.commissioner.stopsWhenSpent ? { "commissioner.stopsWhenSpent": false } : {},
    },
    { id: "costs", asPlanned: costsAsPlanned(checked) },
  ];
  return causes.filter(({ asPlanned }) => Object.keys(asPlanned).length > 0);
}

/** What has to be changed for exactly those who were indicated to come, each month. */
export function referralsAsPlanned({ scenario: { volume } }: CheckedScenario): Changes {
  return {
    ...Object.fromEntries(Object.keys(volume.factors).map((name) => [`volume.factors.${name}`, held(1)])),
    ...(volume.chanceOfNone && { "volume.chanceOfNone": held(0) }),
    ...(volume.overDispersion && { "volume.overDispersion.distribution": held(1) }),
    ...(volume.ramp && { "volume.ramp": [1] }),
    ...(volume.season && { "volume.season": Array.from({ length: 12 }, () => 1) }),
    ...(volume.suspension && { "volume.suspension.chancePerMonth": held(0) }),
  };
}

function believed(figure: Figure): unknown {
  return held(figure.believed);
}

/** Can it come out otherwise than believed? */
function isDoubtful({ distribution, believed: plan }: Figure): boolean {
  return distribution.kind !== "fixed" || distribution.value !== plan;
}

function costsAsPlanned({ scenario }: CheckedScenario): Changes {
  const changes: Changes = {};
  const { fixedShare } = scenario.costs;
  if (fixedShare && isDoubtful(fixedShare.value)) changes["costs.fixedShare.value"] = fixedShare.central;
  for (const { path } of scenarioFigures(scenario)) {
    if (!path.startsWith("costs.") || path.startsWith("costs.fixedShare")) continue;
    const figure = figureAt(scenario, path);
    if (figure !== undefined && isDoubtful(figure)) changes[path] = held(figure.believed);
  }
  return changes;
}
