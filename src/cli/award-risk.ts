import type { Command } from "commander";
import { readsRisk } from "../award/bind-rule.ts";
import type { BoundRequirement } from "../award/bound-requirement.ts";
import type { CheckedOffer } from "../award/check-offers.ts";
import type { Round } from "../award/judge-round.ts";
import { offerRisks } from "../award/offer-risks.ts";
import type { Requirement } from "../award/requirement-schema.ts";
import type { SimulateAt } from "../award/risk-table.ts";
import { risksAt } from "../award/risks-at.ts";
import { withRiskWeight } from "../award/with-risk-weight.ts";
import type { Problem } from "../engine/problem.ts";
import type { RoundRisk } from "../report/award/risk-words.ts";
import { wholeNumber } from "./numbers.ts";
import { plainNumber } from "./plain-number.ts";
import { readScenario } from "./scenario-input.ts";

export type RiskOptions = {
  readonly risk?: boolean;
  readonly riskWeight?: string;
  readonly scenario?: string;
  readonly policy?: string;
  readonly paths?: string;
  readonly seed?: string;
};

const usualPaths = "10000";

export function addRiskOptions(command: Command): void {
  command
    .option("--risk", "simulate the contract for each offer: how often it would lose money, or fail midway")
    .option("--risk-weight <per cent>", "make delivery risk a criterion of this weight; the others shrink")
    .option("--scenario <name>", "the scenario of the contract, in place of the requirement's")
    .option("--policy <id>", "the policy whose terms apply, in place of the requirement's")
    .option("--paths <n>", `simulated futures (default: ${usualPaths})`)
    .option("--seed <text>", "what luck is drawn from (default: the scenario's)");
}

/** The requirement as the options have it: with delivery risk as a criterion where a weight was given. */
export function requirementWithRisk(options: RiskOptions): {
  readonly changed?: (requirement: Requirement) => Requirement;
  readonly problems: readonly Problem[];
} {
  if (options.riskWeight === undefined) return { problems: [] };
  const weight = plainNumber(options.riskWeight.replace(/%$/, ""));
  const isFine =
    weight !== undefined && weight > 0 && weight < 100 && Number.isInteger(Math.round(weight * 1e6) / 1e4);
  if (!isFine) {
    const expected = "per cent above 0 and below 100, with at most two decimals";
    const found = options.riskWeight;
    return { problems: [{ where: "--risk-weight", adjective: "invalid", noun: "weight", found, expected }] };
  }
  return { changed: (requirement) => withRiskWeight(requirement, weight), problems: [] };
}

/** Risks of the offers that passed the gates; `again` where a rule reads them, for offers as a change would have them. */
export type SimulatedOffers = {
  readonly risk?: RoundRisk;
  readonly again?: SimulateAt;
  readonly problems: readonly Problem[];
};

/** Simulates the contract for the offers that passed the gates, where it was asked for or a criterion reads it. */
export async function simulateOffers(
  options: RiskOptions,
  bound: BoundRequirement,
  offers: readonly CheckedOffer[],
  gates: Round,
): Promise<SimulatedOffers> {
  const isRead = [...bound.checks, ...bound.leaves].some(({ ruleset }) => readsRisk(ruleset));
  if (!options.risk && !isRead) return { problems: [] };
  const { contract, id } = bound.requirement;
  const name = options.scenario ?? contract?.scenario;
  const policy = options.policy ?? contract?.policy;
  if (name === undefined || policy === undefined) {
    const expected =
      "a scenario and a policy, or --scenario and --policy: the contract whose risk is simulated";
    return { problems: [{ where: id, adjective: "missing", noun: "key", found: "contract", expected }] };
  }
  const { spec, problems } = readScenario(name, {});
  const paths = wholeNumber("--paths", options.paths ?? usualPaths, 2, 1_000_000);
  if (spec === undefined || paths.value === undefined)
    return { problems: [...problems, ...(paths.problem ? [paths.problem] : [])] };
  const passed = new Set(
    gates.ranking
      .filter(({ excluded }) => excluded.every(({ rule }) => rule.ruleset.kind !== "admission"))
      .map(({ offer }) => offer),
  );
  const seed = options.seed ?? name;
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const input = { spec, policy, paths: paths.value, seed, rest };
  const found = await offerRisks(
    offers.filter((offer) => passed.has(offer)),
    input,
  );
  if (found.problems.length > 0) return { problems: found.problems };
  return {
    risk: { scenario: name, policy, paths: paths.value, seed, offers: found.risks },
    ...(isRead && { again: (offer, points) => risksAt(offer, points, input) }),
    problems: [],
  };
}
