import type { Evaluate } from "../evaluate.ts";
import type { Rule, Ruleset, Stage } from "../ruleset.ts";
import type { Situation } from "./condition-holds.ts";
import type { Finding } from "./finding.ts";
import { type HeldGrid, heldGrid, situationWords } from "./held-grid.ts";
import { type Hole, holesOf } from "./holes.ts";
import { mayNotMeet } from "./may-not-meet.ts";
import { neverFiring } from "./never-firing.ts";
import { overlapsOf } from "./overlaps.ts";
import { type RangedFact, rangedFacts } from "./ranged-fact.ts";
import { shadowedRules } from "./shadowed.ts";
import { situationGrid } from "./situations.ts";

/** Holes of one output that are told one by one. */
const mostHoles = 3;

/**
 * Finds rules that can never hold or never count, rules that can hold together under `unique`, and holes that the rules on one
 * output leave between them. Every finding is confirmed by json-rules-engine.
 *
 * Facts lie within their ranges and are free of each other but for the dictionary's relations, so a rule that is said
 * never to fire never does; an overlap or a gap may lie where two facts cannot meet. For these two, parameters have
 * their default values.
 */
export async function stageFindings(ruleset: Ruleset, evaluate: Evaluate): Promise<Finding[]> {
  const facts = rangedFacts(ruleset);
  const defaults = defaultsOf(ruleset);
  const fixed = rangedFacts(ruleset, defaults);
  const findings: Finding[] = [];
  for (const [s, stage] of ruleset.stages.entries()) {
    findings.push(...(await neverFiring(stage, s, facts, evaluate)));
    findings.push(...(await shadowedRules(stage, s, facts, evaluate)));
    for (const [output, rules] of rulesByOutput(stage)) {
      if (rules.length < 2) continue;
      const about = { ruleset, stage, s, output, rules, facts: fixed };
      findings.push(...(await onOutput(about, defaults, evaluate)));
    }
  }
  return findings;
}

type PlacedRule = { readonly rule: Rule; readonly place: number };

type About = {
  readonly ruleset: Ruleset;
  readonly stage: Stage;
  readonly s: number;
  readonly output: string;
  readonly rules: readonly PlacedRule[];
  readonly facts: ReadonlyMap<string, RangedFact>;
};

async function onOutput(about: About, defaults: Situation, evaluate: Evaluate): Promise<Finding[]> {
  const { stage, s, output, rules, facts } = about;
  const conditions = rules.map(({ rule }) => rule.conditions);
  const situations = situationGrid(conditions, facts, defaults);
  if (situations === undefined) {
    const text = `whether rules on ${output} overlap or leave a gap: too many facts are compared`;
    return [{ path: ["stages", s], kind: "cannot tell", text }];
  }
  const grid = heldGrid(situations, conditions);
  const own = { rules: rules.map(({ rule }) => rule) };
  const confirmed = async (finding: Finding, cell: number): Promise<Finding> => {
    const witness = grid.at(cell)!;
    const judged = await evaluate(own, witness);
    if (judged.some(({ held }, place) => held !== grid.held[cell]!.includes(place)))
      throw new Error(`two roads, two answers for the rules on ${output}`);
    return { ...finding, witness };
  };
  const findings: Finding[] = [];
  if (stage.hitPolicy === "unique")
    for (const overlap of overlapsOf(grid))
      findings.push(
        await confirmed(overlapFinding(about, overlap.rules, grid.at(overlap.cell)!), overlap.cell),
      );
  const holes = saysNothing(about) ? holesOf(grid, { sparse: rules[0]!.rule.event.type === "pay" }) : [];
  for (const hole of holes.slice(0, mostHoles))
    findings.push(await confirmed(gapFinding(about, hole, grid, holes.length), hole.cell));
  return findings;
}

function overlapFinding(
  { ruleset, s, rules, facts }: About,
  [a, b]: readonly [number, number],
  witness: Situation,
): Finding {
  const [one, other] = [rules[a]!, rules[b]!];
  const apart = mayNotMeet(Object.keys(witness), ruleset, facts);
  const where = Object.keys(witness).length === 0 ? "always" : `with the facts ${situationWords(witness)}`;
  const both = `both "${one.rule.name}" and "${other.rule.name}" hold (asked of json-rules-engine)`;
  const follows = apart
    ? "if these facts can meet, a run that meets them stops"
    : "a run that meets them stops";
  return {
    path: ["stages", s, "rules", other.place],
    kind: "overlap",
    text: `${where} ${both}; under unique ${follows}`,
    ...(!apart && { warns: true }),
  };
}

function gapFinding({ s, output, rules }: About, hole: Hole, grid: HeldGrid, count: number): Finding {
  const [one, other] = hole.sides.map((place) => rules[place]!.rule.name);
  const sides =
    grid.axes.find(({ fact }) => fact.name === hole.fact)!.fact.type === "number"
      ? `though "${one}" holds at lower and "${other}" at higher values of ${hole.fact}`
      : `though "${one}" and "${other}" hold with other words of ${hole.fact}`;
  const more = count > mostHoles ? ` (one of ${count} gaps; ${mostHoles} are told)` : "";
  return {
    path: ["stages", s],
    kind: "gap",
    text: `no rule on ${output} holds with ${situationWords(grid.at(hole.cell)!)}, ${sides}, and there is no otherwise${more}`,
  };
}

/** Is there nothing where no rule holds? What collects adds up whatever holds, and without a ground a contract goes on. */
function saysNothing({ stage, output, rules }: About): boolean {
  return (
    !stage.hitPolicy.startsWith("collect") &&
    rules[0]!.rule.event.type !== "end" &&
    !stage.otherwise.some((event) => event.params.output === output)
  );
}

function rulesByOutput(stage: Stage): Map<string, PlacedRule[]> {
  const outputs = new Map<string, PlacedRule[]>();
  for (const [place, rule] of stage.rules.entries()) {
    const { output } = rule.event.params;
    outputs.set(output, [...(outputs.get(output) ?? []), { rule, place }]);
  }
  return outputs;
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
