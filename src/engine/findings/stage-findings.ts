import type { Condition } from "../condition.ts";
import type { Evaluate } from "../evaluate.ts";
import type { Fact } from "../fact.ts";
import type { Rule, Ruleset, Stage } from "../ruleset.ts";
import { scopeOf } from "../scope.ts";
import { conditionHolds, type Situation } from "./condition-holds.ts";
import type { Finding } from "./finding.ts";
import { situationsOf } from "./situations.ts";

/** Situations that json-rules-engine is asked before a rule is said never to fire. */
const mostAsked = 200;

/**
 * Finds rules that can never hold, rules that can hold together under `unique`, and situations in which a stage of
 * several rules on one output says nothing. Every finding is confirmed by json-rules-engine.
 *
 * Facts are taken as free of each other within their ranges, so a rule that is said never to fire never does; an
 * overlap or a gap may lie where two facts cannot meet. For these two, parameters have their default values.
 */
export async function stageFindings(ruleset: Ruleset, evaluate: Evaluate): Promise<Finding[]> {
  const facts = withRanges(ruleset);
  const findings: Finding[] = [];
  for (const [s, stage] of ruleset.stages.entries()) {
    findings.push(...(await neverFiring(stage, s, facts, evaluate)));
    findings.push(...(await overlapsAndGaps(stage, s, facts, evaluate, defaultsOf(ruleset))));
  }
  return findings;
}

async function neverFiring(
  stage: Stage,
  s: number,
  facts: ReadonlyMap<string, Fact>,
  evaluate: Evaluate,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [r, rule] of stage.rules.entries()) {
    const path = ["stages", s, "rules", r];
    const situations = situationsOf([rule.conditions], facts);
    if (situations === undefined) {
      findings.push({
        path,
        kind: "cannot tell",
        text: `whether rule "${rule.name}" can fire: too many facts are compared`,
      });
      continue;
    }
    if (situations.some((situation) => conditionHolds(rule.conditions, situation))) continue;
    const step = Math.max(1, Math.floor(situations.length / mostAsked));
    const asked = situations.filter((_, place) => place % step === 0);
    const own = { rules: [rule] };
    for (const situation of asked) {
      const [judged] = await evaluate(own, situation);
      if (judged!.held) throw new Error(`two roads, two answers for rule "${rule.name}"`);
    }
    findings.push({
      path,
      kind: "never fires",
      text: `rule "${rule.name}" can never fire: no values of ${namesOf(situations)} meet its conditions`,
      ...(asked[0] && { witness: asked[0] }),
    });
  }
  return findings;
}

async function overlapsAndGaps(
  stage: Stage,
  s: number,
  facts: ReadonlyMap<string, Fact>,
  evaluate: Evaluate,
  fixed: Situation,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [output, rules] of byOutput(stage)) {
    if (rules.length < 2) continue;
    const conditions = rules.map(({ rule }) => rule.conditions);
    const situations = situationsOf(conditions, facts, fixed);
    if (situations === undefined) {
      const text = `whether rules on ${output} overlap or leave a gap: too many facts are compared`;
      findings.push({ path: ["stages", s], kind: "cannot tell", text });
      continue;
    }
    const own = { rules: rules.map(({ rule }) => rule) };
    const holding = (situation: Situation) => conditions.map((c) => conditionHolds(c, situation));
    const confirmed = async (situation: Situation) => {
      const judged = await evaluate(own, situation);
      if (judged.some((j, i) => j.held !== conditionHolds(conditions[i]!, situation)))
        throw new Error(`two roads, two answers for the rules on ${output}`);
      return situation;
    };
    if (stage.hitPolicy === "unique") {
      for (const [a, b] of pairs(rules.length)) {
        const found = plainest(situations, (x) => holds(conditions[a]!, x) && holds(conditions[b]!, x));
        if (found === undefined) continue;
        const [one, other] = [rules[a]!, rules[b]!];
        findings.push({
          path: ["stages", s, "rules", other.place],
          kind: "overlap",
          text: `rules "${one.rule.name}" and "${other.rule.name}" can hold together under unique, ${situationWords(found)}`,
          witness: await confirmed(found),
        });
      }
    }
    // What collects adds up whatever holds, be it nothing.
    const said =
      stage.hitPolicy.startsWith("collect") ||
      stage.otherwise.some((event) => event.params.output === output);
    const gap = said ? undefined : plainest(situations, (x) => !holding(x).includes(true));
    // A ground that no rule meets is no gap: the contract goes on.
    if (gap === undefined || rules[0]!.rule.event.type === "end") continue;
    findings.push({
      path: ["stages", s],
      kind: "gap",
      text: `no rule on ${output} holds ${situationWords(gap)}, and there is no otherwise`,
      witness: await confirmed(gap),
    });
  }
  return findings;
}

/** A situation of which something is true, without numbers below 0 if there is one: few facts can be. */
function plainest(
  situations: readonly Situation[],
  isSo: (situation: Situation) => boolean,
): Situation | undefined {
  const plain = (x: Situation) => Object.values(x).every((value) => typeof value !== "number" || value >= 0);
  return situations.find((x) => plain(x) && isSo(x)) ?? situations.find(isSo);
}

const holds = (condition: Condition, situation: Situation) => conditionHolds(condition, situation);

function byOutput(stage: Stage): Map<string, { rule: Rule; place: number }[]> {
  const outputs = new Map<string, { rule: Rule; place: number }[]>();
  for (const [place, rule] of stage.rules.entries()) {
    const { output } = rule.event.params;
    outputs.set(output, [...(outputs.get(output) ?? []), { rule, place }]);
  }
  return outputs;
}

function pairs(count: number): [number, number][] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, k): [number, number] => [a, a + k + 1]),
  );
}

function defaultsOf(ruleset: Ruleset): Situation {
  return Object.fromEntries(
    Object.entries(ruleset.parameters).map(([name, parameter]) => [
      name,
      parameter.unit === "pounds" && typeof parameter.default === "number"
        ? parameter.default * 100
        : parameter.default,
    ]),
  );
}

/** All that the file may read, with the ranges that follow from what a name is: a count of months is at least 0. */
function withRanges(ruleset: Ruleset): Map<string, Fact> {
  const facts = scopeOf(ruleset);
  for (const [name, spec] of Object.entries(ruleset.tracked)) {
    if ("count" in spec || "consecutive" in spec || "firstMonth" in spec)
      facts.set(name, { ...facts.get(name)!, min: 0 });
  }
  for (const [name, { unit, min, max }] of Object.entries(ruleset.parameters)) {
    const scale = unit === "pounds" ? 100 : 1;
    facts.set(name, {
      ...facts.get(name)!,
      ...(min !== undefined && { min: min * scale }),
      ...(max !== undefined && { max: max * scale }),
    });
  }
  return facts;
}

function namesOf(situations: readonly Situation[]): string {
  const names = Object.keys(situations[0] ?? {});
  return names.length === 0 ? "nothing" : names.join(", ");
}

function situationWords(situation: Situation): string {
  const facts = Object.entries(situation).map(([name, value]) => `${name} ${String(value)}`);
  return facts.length === 0 ? "whatever the facts" : `with ${facts.join(", ")}`;
}
