import { bindContract, type Contract } from "../engine/contract.ts";
import { contractFacts } from "../engine/contract-facts.ts";
import type { DocumentPath, ParsedDocument } from "../engine/document.ts";
import type { Fact } from "../engine/fact.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { schemaProblems } from "../engine/schema-problems.ts";
import { checkWrittenRuleset, isWrittenRuleset } from "../engine/table/check-written-ruleset.ts";
import { applyVariant } from "./apply-variant.ts";
import { type Asked, askedOf, nothingAsked } from "./asked.ts";
import { leverQuantities } from "./change.ts";
import { checkContracts } from "./check-contracts.ts";
import { checkIgnored } from "./check-ignored.ts";
import { parameterValueProblems } from "./check-parameter-values.ts";
import { checkServiceFeeShare } from "./check-service-fee-share.ts";
import type { Lever } from "./lever.ts";
import { rulesetsOf } from "./policy-rulesets.ts";
import { providedFacts } from "./provided-facts.ts";
import type { Sampling } from "./sampling.ts";
import { type PolicySpec, type Scenario, scenarioSchema } from "./scenario-schema.ts";
import { type Setting, withSettings } from "./settings.ts";
import { type Timeline, timelineOf } from "./timeline.ts";

/** A policy with its terms bound. */
export type CheckedPolicy = { readonly spec: PolicySpec; readonly contract: Contract };

/** A scenario that can be run: every name looked up, every ruleset bound. */
export type CheckedScenario = {
  readonly scenario: Scenario;
  readonly timeline: Timeline;
  readonly policies: readonly CheckedPolicy[];
  readonly facts: ReadonlyMap<string, Fact>;
  /** The contracts of the scenario where it has several; none where it is itself the one contract. */
  readonly contracts: readonly CheckedCallOff[];
  /** What was asked of the scenario beside its file. */
  readonly asked: Asked;
  /** The scenario whose plans are this one's too: only what is true differs, and not what is believed. */
  readonly believes?: CheckedScenario;
  /** What is tried on the world under every policy, beside the levers that it pulls. */
  readonly moves?: readonly Lever[];
  /** How futures are spread; at random where left out. */
  readonly sampling?: Sampling;
};

/** One of several contracts of a provider: the scenario with its own changes. */
export type CheckedCallOff = {
  readonly id: string;
  readonly title: string;
  readonly checked: CheckedScenario;
  /** Purposes of luck that it shares with the others. */
  readonly common: ReadonlySet<string>;
};

export type ScenarioResult =
  | { readonly checked: CheckedScenario; readonly problems: readonly [] }
  | { readonly checked?: undefined; readonly problems: readonly Problem[] };

export type ScenarioChanges = {
  /** A named variant of the scenario to apply. */
  readonly variant?: string | undefined;
  /** `policy.parameter` → value; `*` is every policy. */
  readonly set?: readonly Setting[];
};

type Report = (path: DocumentPath, problem: Omit<Problem, "where">) => void;

/**
 * Checks a parsed scenario against the schema, itself and the library of rulesets; all problems at once. `known` is
 * what the schema gives for the document as it stands, where that is known.
 */
export function checkScenario(
  document: ParsedDocument,
  library: ReadonlyMap<string, Ruleset>,
  changes: ScenarioChanges = {},
  known?: Scenario,
): ScenarioResult {
  if (isWrittenRuleset(document.value)) return { problems: [aRuleset(document)] };
  const varied = applyVariant(document, changes.variant);
  if (varied.problems.length > 0) return { problems: varied.problems };
  const check = (value: unknown) =>
    checkValue(document, value, library, changes.set ?? [], value === document.value ? known : undefined);
  const whole = check(varied.value);
  const result =
    whole.checked?.scenario.contracts === undefined
      ? whole
      : checkContracts(whole.checked, document, varied.value, check);
  if (result.checked === undefined) return result;
  const asked = askedOf(result.checked.scenario, changes, varied.value);
  return { problems: [], checked: { ...result.checked, asked } };
}

function aRuleset(document: ParsedDocument): Problem {
  const expected = "a scenario; riskshare rules shows a ruleset";
  return { where: document.where([]), adjective: "invalid", noun: "file", found: "a ruleset", expected };
}

/** Checks a scenario of one contract, or what its contracts have in common. */
function checkValue(
  document: ParsedDocument,
  value: unknown,
  library: ReadonlyMap<string, Ruleset>,
  set: readonly Setting[],
  known: Scenario | undefined,
): ScenarioResult {
  const parsed =
    known === undefined ? scenarioSchema.safeParse(value) : { success: true as const, data: known };
  if (!parsed.success) return { problems: schemaProblems(scenarioSchema, parsed.error, document) };
  const problems: Problem[] = [];
  const report: Report = (path, problem) => problems.push({ where: document.where(path), ...problem });
  const rulesets = new Map(library);
  for (const [r, written] of parsed.data.rulesets.entries()) {
    const own = checkWrittenRuleset(document, written, ["rulesets", r]);
    problems.push(...own.problems);
    if (own.ruleset === undefined) continue;
    if (rulesets.has(own.ruleset.id)) {
      report(["rulesets", r, "id"], {
        adjective: "duplicate",
        noun: "ruleset",
        found: own.ruleset.id,
        expected: "an id that the library does not use",
      });
    }
    rulesets.set(own.ruleset.id, own.ruleset);
  }
  const scenario = withSettings(parsed.data, set, rulesets, problems);
  checkMonths(scenario, report);
  checkNames(scenario, report);
  checkIgnored(scenario, timelineOf(scenario).lastMonth, report);
  if (problems.length > 0) return { problems };
  const facts = providedFacts(scenario);
  const wrong = parameterValueProblems(scenario, rulesets, (path) => document.where(path));
  // Each is told at the line that holds it, and not again for every policy that binds it.
  const told = new Set(wrong.map(({ noun }) => noun));
  problems.push(...wrong);
  const policies = scenario.policies.flatMap((spec, p): CheckedPolicy[] => {
    const bound = rulesetsOf(spec, rulesets, ["policies", p, "rulesets"], report);
    if (bound.length < spec.rulesets.length) return [];
    const result = bindContract(
      { id: spec.id, rulesets: bound, parameters: parametersOf(scenario, spec, bound) },
      facts,
      scenario.contractStart,
      () => document.where(["policies", p]),
    );
    problems.push(...result.problems.filter(({ noun }) => !told.has(noun)));
    return result.contract === undefined ? [] : [{ spec, contract: result.contract }];
  });
  problems.push(...checkServiceFeeShare(scenario, policies, set, (path) => document.where(path)));
  const declared = new Set(policies.flatMap((policy) => [...policy.contract.parameters.keys()]));
  for (const name of Object.keys(scenario.parameters)) {
    if (problems.length > 0 || declared.has(name)) continue;
    const hint = didYouMean(name, declared);
    report(["parameters", name], {
      adjective: "unknown",
      noun: "parameter",
      found: name,
      expected: "a parameter of a ruleset that a policy binds",
      ...(hint && { hint }),
    });
  }
  if (problems.length > 0) return { problems };
  return {
    problems: [],
    checked: {
      scenario,
      timeline: timelineOf(scenario),
      policies,
      facts,
      contracts: [],
      asked: nothingAsked,
    },
  };
}

/** A policy's values for parameters: its own, and the scenario's for those that its rulesets declare. */
function parametersOf(
  scenario: Scenario,
  spec: PolicySpec,
  rulesets: readonly Ruleset[],
): PolicySpec["parameters"] {
  const shared = Object.entries(scenario.parameters).filter(([name]) =>
    rulesets.some((ruleset) => Object.hasOwn(ruleset.parameters, name)),
  );
  return { ...Object.fromEntries(shared), ...spec.parameters };
}

function checkMonths(scenario: Scenario, report: Report): void {
  const { contract } = scenario;
  const first = contract.firstReferralMonth ?? contract.leadInMonths + 1;
  const invalid = (key: string, found: number, expected: string) =>
    report(["contract", key], { adjective: "invalid", noun: "month", found: String(found), expected });
  if (contract.lastReferralMonth < first)
    invalid("lastReferralMonth", contract.lastReferralMonth, `at least ${first}, the first referral month`);
  if (contract.lastMonth !== undefined && contract.lastMonth < contract.lastReferralMonth) {
    invalid(
      "lastMonth",
      contract.lastMonth,
      `at least ${contract.lastReferralMonth}, the last referral month`,
    );
  }
}

function checkNames(scenario: Scenario, report: Report): void {
  const unique = (items: readonly { id: string }[], key: string) => {
    const seen = new Set<string>();
    for (const [i, { id }] of items.entries()) {
      if (seen.has(id)) report([key, i, "id"], { adjective: "duplicate", noun: "id", found: id });
      seen.add(id);
    }
  };
  unique(scenario.policies, "policies");
  unique(scenario.levers, "levers");
  const stages: string[] = ["starts"];
  for (const [s, stage] of scenario.delivery.stages.entries()) {
    const path = ["delivery", "stages", s];
    if (!stages.includes(stage.of)) {
      report([...path, "of"], {
        adjective: "unknown",
        noun: "stage",
        found: stage.of,
        expected: `one of ${stages.join(", ")}`,
      });
    }
    for (const name of [stage.id, `${stage.id}AfterEnd`]) {
      if (stages.includes(name) || contractFacts.has(name) || Object.hasOwn(scenario.drawn, name)) {
        report([...path, "id"], {
          adjective: "duplicate",
          noun: "name",
          found: name,
          expected: "a name that no other fact uses",
        });
      }
    }
    stages.push(stage.id);
  }
  for (const name of Object.keys(scenario.drawn)) {
    if (contractFacts.has(name))
      report(["drawn", name], {
        adjective: "duplicate",
        noun: "name",
        found: name,
        expected: "a name that the dictionary does not use",
      });
  }
  const known = (name: string, path: DocumentPath) => {
    if (stages.slice(1).includes(name)) return;
    const hint = didYouMean(name, stages);
    report(path, {
      adjective: "unknown",
      noun: "stage",
      found: name,
      expected: `one of ${stages.slice(1).join(", ") || "none"}`,
      ...(hint && { hint }),
    });
  };
  for (const name of Object.keys(scenario.costs.perOutcome)) known(name, ["costs", "perOutcome", name]);
  if (scenario.delivery.jobOutcome !== undefined)
    known(scenario.delivery.jobOutcome, ["delivery", "jobOutcome"]);
  const quantities = leverQuantities(scenario);
  for (const [l, lever] of scenario.levers.entries()) {
    if (quantities.includes(lever.quantity)) continue;
    const hint = didYouMean(lever.quantity, quantities);
    report(["levers", l, "quantity"], {
      adjective: "unknown",
      noun: "quantity",
      found: lever.quantity,
      expected: `one of ${quantities.join(", ")}`,
      ...(hint && { hint }),
    });
  }
  for (const [p, policy] of scenario.policies.entries()) {
    for (const [l, id] of policy.levers.entries()) {
      if (scenario.levers.some((lever) => lever.id === id)) continue;
      const hint = didYouMean(
        id,
        scenario.levers.map((lever) => lever.id),
      );
      report(["policies", p, "levers", l], {
        adjective: "unknown",
        noun: "lever",
        found: id,
        expected: "a lever of this scenario",
        ...(hint && { hint }),
      });
    }
  }
}
