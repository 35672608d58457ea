import type { Command } from "commander";
import { readsRisk } from "../award/bind-rule.ts";
import type { CheckedOffer } from "../award/check-offers.ts";
import type { Round } from "../award/judge-round.ts";
import { offerRisks } from "../award/offer-risks.ts";
import type { Requirement } from "../award/requirement-schema.ts";
import type { SimulateAt } from "../award/risk-table.ts";
import { risksAt } from "../award/risks-at.ts";
import { withRiskWeight } from "../award/with-risk-weight.ts";
import type { Problem } from "../engine/problem.ts";
import type { RoundRisk } from "../report/award/risk-words.ts";
import { type AwardContract, readContract } from "./award-contract.ts";
import type { RequirementRead } from "./award-files.ts";
import { wholeNumber } from "./numbers.ts";
import { plainNumber } from "./plain-number.ts";

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

/** What is simulated, and whether a rule reads it. */
export type RiskAsked = AwardContract & {
  readonly paths: number;
  readonly seed: string;
  readonly isRead: boolean;
};

/** Reads what is to be simulated, where that was asked for or a criterion reads it; undefined where it is not. */
export function readRisk(
  options: RiskOptions,
  read: RequirementRead | undefined,
): { readonly asked?: RiskAsked; readonly problems: readonly Problem[] } {
  const rules = read === undefined ? [] : [...read.bound.checks, ...read.bound.leaves];
  const isRead = rules.some(({ ruleset }) => readsRisk(ruleset));
  const paths = wholeNumber("--paths", options.paths ?? usualPaths, 2, 1_000_000);
  const wrongPaths = paths.problem === undefined ? [] : [paths.problem];
  const isAsked = options.risk === true || options.riskWeight !== undefined || isRead;
  if (!isAsked && options.scenario === undefined && options.policy === undefined)
    return { problems: wrongPaths };
  const { contract, problems } = readContract(options, read);
  const all = [...problems, ...wrongPaths];
  if (!isAsked || contract === undefined || all.length > 0) return { problems: all };
  const seed = options.seed ?? contract.name;
  return { asked: { ...contract, paths: paths.value!, seed, isRead }, problems: [] };
}

/** Risks of the offers that passed the gates; `again` where a rule reads them, for offers as a change would have them. */
export type SimulatedOffers = {
  readonly risk?: RoundRisk;
  readonly again?: SimulateAt;
  readonly problems: readonly Problem[];
};

/** Simulates the contract for the offers that passed the gates, where it was asked for or a criterion reads it. */
export async function simulateOffers(
  asked: RiskAsked | undefined,
  offers: readonly CheckedOffer[],
  gates: () => Round,
): Promise<SimulatedOffers> {
  if (asked === undefined) return { problems: [] };
  const { name, policy, spec, paths, seed, isRead } = asked;
  const passed = new Set(
    gates()
      .ranking.filter(({ excluded }) => excluded.every(({ rule }) => rule.ruleset.kind !== "admission"))
      .map(({ offer }) => offer),
  );
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const input = { spec, policy, paths, seed, rest };
  const found = await offerRisks(
    offers.filter((offer) => passed.has(offer)),
    input,
  );
  if (found.problems.length > 0) return { problems: found.problems };
  return {
    risk: { scenario: name, policy, paths, seed, offers: found.risks },
    ...(isRead && { again: (offer, points) => risksAt(offer, points, input) }),
    problems: [],
  };
}
