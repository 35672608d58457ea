import type { CheckedScenario } from "../sim/check-scenario.ts";
import { beliefOf } from "../sim/scenario-figures.ts";
import { figureValueWords } from "./figure-value-words.ts";
import { shownPounds } from "./shown-number.ts";

/** The size of the contract in one line: places and value called off, months of referrals, and how many start. */
export function contractLine({ scenario, timeline }: CheckedScenario): string {
  const { contract, volume, delivery } = scenario;
  const called = contract.calledOffValue;
  const parts = [
    volume.places === undefined
      ? "no limit on places"
      : `${volume.places.toLocaleString("en-GB")} places called off`,
    called === undefined ? "no value called off" : `${shownPounds(called.mean)} called off`,
    `referrals in months ${timeline.firstReferralMonth} to ${contract.lastReferralMonth}`,
    `start rate ${figureValueWords({ value: delivery.startRate.distribution, ...beliefOf(delivery.startRate) })}`,
  ];
  return parts.join("; ");
}
