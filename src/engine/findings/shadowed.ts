import type { Evaluate } from "../evaluate.ts";
import type { Stage } from "../ruleset.ts";
import type { Situation } from "./condition-holds.ts";
import { type DecidingRule, decidesAlone, rulesInOrder } from "./deciding-rules.ts";
import type { Finding } from "./finding.ts";
import { type HeldGrid, heldGrid, plainestCell } from "./held-grid.ts";
import type { RangedFact } from "./ranged-fact.ts";
import { situationGrid } from "./situations.ts";

/** Situations that json-rules-engine is asked before a rule is said never to decide. */
const mostAsked = 200;
/** Rules of which every two are compared, where all of them name too many values to be looked at together. */
const mostCompared = 60;

/**
 * The rules of a stage under `first` or `priority` that can hold but never count, as others on their output hold
 * wherever they do and are asked before them, whatever parameters are set.
 */
export async function shadowedRules(
  stage: Stage,
  s: number,
  facts: ReadonlyMap<string, RangedFact>,
  evaluate: Evaluate,
): Promise<Finding[]> {
  if (!decidesAlone(stage)) return [];
  const findings: Finding[] = [];
  for (const [output, rules] of rulesInOrder(stage)) {
    const shadows = shadowsAmong(rules, facts);
    if (shadows === undefined) {
      const text = `whether every rule on ${output} can count: too many values are compared`;
      findings.push({ path: ["stages", s], kind: "cannot tell", text });
      continue;
    }
    for (const { later, earlier, grid, cells } of shadows) {
      const step = Math.max(1, Math.floor(cells.length / mostAsked));
      const witness = grid.at(plainestCell(grid, cells))!;
      const asked = cells.filter((_, place) => place % step === 0).map((cell) => grid.at(cell)!);
      await confirm(later, earlier, [witness, ...asked], evaluate);
      const path = ["stages", s, "rules", later.place];
      findings.push({ path, kind: "never fires", text: wordsOf(later, earlier, stage), witness });
    }
  }
  return findings.sort((a, b) => Number(a.path[3] ?? -1) - Number(b.path[3] ?? -1));
}

type Shadow = {
  readonly later: DecidingRule;
  /** One that holds wherever the later one does, or several of which one always does. */
  readonly earlier: readonly DecidingRule[];
  readonly grid: HeldGrid;
  /** The cells in which the later one holds. */
  readonly cells: readonly number[];
};

/** Undefined where there is too much to go through. */
function shadowsAmong(
  rules: readonly DecidingRule[],
  facts: ReadonlyMap<string, RangedFact>,
): readonly Shadow[] | undefined {
  if (rules.length < 2) return [];
  const all = gridOf(rules, facts);
  const places = rules.slice(1).map((_, k) => k + 1);
  if (all !== undefined) return places.flatMap((place) => shadowOver(place, rules, all) ?? []);
  if (rules.length > mostCompared) return undefined;
  return places.flatMap((place) => {
    for (const one of rules.slice(0, place)) {
      const two = [one, rules[place]!];
      const grid = gridOf(two, facts);
      const shadow = grid && shadowOver(1, two, grid);
      if (shadow !== undefined) return shadow;
    }
    return [];
  });
}

function gridOf(
  rules: readonly DecidingRule[],
  facts: ReadonlyMap<string, RangedFact>,
): HeldGrid | undefined {
  const conditions = rules.map(({ rule }) => rule.conditions);
  const grid = situationGrid(conditions, facts);
  return grid && heldGrid(grid, conditions);
}

function shadowOver(place: number, rules: readonly DecidingRule[], grid: HeldGrid): Shadow | undefined {
  const cells = [...grid.held.entries()].flatMap(([cell, held]) => (held?.includes(place) ? [cell] : []));
  // A rule that holds nowhere is another finding.
  if (cells.length === 0) return undefined;
  // Rules hold in order, so the first that is held counts.
  const deciding = new Set(cells.map((cell) => grid.held[cell]![0]!));
  if (deciding.has(place)) return undefined;
  const alone = rules.findIndex((_, k) => k < place && cells.every((cell) => grid.held[cell]!.includes(k)));
  const earlier = alone === -1 ? [...deciding].sort((a, b) => a - b) : [alone];
  return { later: rules[place]!, earlier: earlier.map((k) => rules[k]!), grid, cells };
}

async function confirm(
  later: DecidingRule,
  earlier: readonly DecidingRule[],
  situations: readonly Situation[],
  evaluate: Evaluate,
): Promise<void> {
  const own = { rules: [later.rule, ...earlier.map(({ rule }) => rule)] };
  for (const situation of situations) {
    const [last, ...before] = await evaluate(own, situation);
    if (!last!.held || !before.some(({ held }) => held))
      throw new Error(`two roads, two answers for rule "${later.rule.name}"`);
  }
}

function wordsOf(later: DecidingRule, earlier: readonly DecidingRule[], stage: Stage): string {
  const names = earlier.map(({ rule }) => `"${rule.name}"`);
  const higher =
    stage.hitPolicy === "priority" && earlier.every(({ rule }) => rule.priority > later.rule.priority);
  const [who, comes, has] =
    names.length === 1
      ? [names[0]!, "comes first", "has the higher priority"]
      : [
          `one of ${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`,
          "they come first",
          "they have the higher priority",
        ];
  return `rule "${later.rule.name}" never counts: ${who} holds wherever it does, and ${higher ? has : comes}`;
}
