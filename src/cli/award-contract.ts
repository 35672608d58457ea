import type { DocumentPath } from "../engine/document.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { openRun, type RunSpec } from "../sim/run-spec.ts";
import type { RequirementRead } from "./award-files.ts";
import { scenarioNames } from "./library.ts";
import { readScenario } from "./scenario-input.ts";

/** The contract that an award is about: a scenario and the policy of it whose terms apply. */
export type AwardContract = { readonly name: string; readonly policy: string; readonly spec: RunSpec };

type Named = { readonly scenario?: string; readonly policy?: string };

/** Reads the contract of options and requirement; all that is wrong with it is told before anything is judged. */
export function readContract(
  options: Named,
  read: RequirementRead | undefined,
): { readonly contract?: AwardContract; readonly problems: readonly Problem[] } {
  const own = read?.bound.requirement.contract;
  const unread = read === undefined || read.isUnread(["contract"]);
  const placed = (key: "scenario" | "policy") =>
    options[key] === undefined && !unread && !read.isUnread(["contract", key]) ? own?.[key] : undefined;
  const name = options.scenario ?? placed("scenario");
  const policy = options.policy ?? placed("policy");
  if (name === undefined || policy === undefined) {
    const isTold = unread || own !== undefined;
    const problems = name === undefined ? [] : readScenarioAt(name, options, read).problems;
    return { problems: isTold ? problems : [...problems, missingContract(read)] };
  }
  const { spec, problems } = readScenarioAt(name, options, read);
  if (spec === undefined) return { problems };
  const opened = openRun(spec);
  if (opened.checked === undefined) return { problems: opened.problems };
  const ids = opened.checked.policies.map(({ spec: { id } }) => id);
  if (ids.includes(policy)) return { contract: { name, policy, spec }, problems };
  const hint = didYouMean(policy, ids);
  const unknown: Problem = {
    where: whereOf("policy", options, read),
    adjective: "unknown",
    noun: "policy",
    found: policy,
    expected: `one of ${ids.join(", ")}`,
    ...(hint && { hint }),
  };
  return { problems: [...problems, unknown] };
}

function missingContract({ where }: RequirementRead): Problem {
  const expected =
    "a scenario and a policy, or --scenario and --policy: the contract whose risk is simulated";
  return { where: where([]), adjective: "missing", noun: "key", found: "contract", expected };
}

/** A scenario that is not there is told at the key or the option that names it. */
function readScenarioAt(name: string, options: Named, read: RequirementRead | undefined) {
  const { spec, problems } = readScenario(name, {});
  const at = problems.map((problem): Problem => {
    if (problem.noun !== "scenario" || problem.adjective !== "unknown") return problem;
    const isOption = options.scenario !== undefined;
    return {
      ...problem,
      where: whereOf("scenario", options, read),
      ...(!isOption && { expected: `one of ${scenarioNames().join(", ")}` }),
    };
  });
  return { spec, problems: at };
}

function whereOf(key: keyof Named, options: Named, read: RequirementRead | undefined): string {
  const path: DocumentPath = ["contract", key];
  return options[key] !== undefined || read === undefined ? `--${key}` : read.where(path);
}
