import fc from "fast-check";
import type { AmountSpec } from "../../src/engine/amount.ts";
import type { Condition } from "../../src/engine/condition.ts";
import { type HitPolicy, hitPolicies } from "../../src/engine/hit-policy.ts";
import type { Kind } from "../../src/engine/kind.ts";
import type { RulesetSpec } from "../../src/engine/ruleset.ts";
import { arbitraryAmounts } from "./arbitrary-amount.ts";
import { arbitraryCondition, literal } from "./arbitrary-condition.ts";
import { arbitraryTracked } from "./arbitrary-tracked.ts";
import {
  colours,
  declared,
  declaredParameters,
  dictionaryNames,
  type Names,
  type OwnNames,
  owedNames,
  ownNames,
  together,
  worldNames,
} from "./universe.ts";

type StageSpec = RulesetSpec["stages"][number];
type RuleSpec = StageSpec["rules"][number];
type EffectSpec = RuleSpec["event"];

/** What a generated ruleset is to be: its letter, its kind, and what others give that it may read. */
export type RulesetWish = {
  readonly letter: string;
  readonly kind: Kind;
  /** What rulesets of earlier kinds set and pay. */
  readonly earlier?: Names;
  /** What any ruleset sets and pays: tracked facts may read it, as of last month. */
  readonly anywhere?: Names;
  /** Does it run for several months? */
  readonly remembers?: boolean;
};

const nothing: Names = { plain: [], money: [], flags: [], words: [] };

/** The file of a ruleset: stages that read what earlier stages set, tracked facts of every type, parameters. */
export function arbitraryRuleset(wish: RulesetWish): fc.Arbitrary<RulesetSpec> {
  const { letter, kind, earlier = nothing, anywhere = nothing, remembers = true } = wish;
  const all = ownNames(letter);
  const own = remembers ? all : { ...all, tracked: all.tracked.filter((t) => t.type !== "flag") };
  const given = together(own.set, own.paid);
  const others = without(together(earlier, anywhere), given);
  const settled = kind === "termination" ? { ...nothing, money: ["settlementPence"] } : nothing;
  const world = together(worldNames, dictionaryNames);
  const trackedNames: Names = {
    plain: own.tracked.filter((t) => t.type === "plain").map((t) => t.name),
    money: own.tracked.filter((t) => t.type === "money").map((t) => t.name),
    flags: own.tracked.filter((t) => t.type === "flag").map((t) => t.name),
    words: [],
  };
  const facts = together(world, owedNames, earlier, given, trackedNames, settled);
  const remembered = together(world, owedNames, others, given);
  const stage = arbitraryStage(own, facts, kind);
  return fc
    .record({
      parameters: fc.record({
        plain: literal,
        money: fc.integer({ min: -300, max: 2000 }).map((pence) => pence / 100),
        flag: fc.boolean(),
        word: fc.constantFrom(...colours),
        scaled: fc.boolean(),
      }),
      tracked: arbitraryTracked(own, remembered, remembers),
      stages: fc.array(stage, { minLength: 1, maxLength: 2 }),
    })
    .map(
      ({ parameters, tracked, stages }): RulesetSpec => ({
        id: `ruleset-${letter}`,
        kind,
        version: "1.0.0",
        title: `Ruleset ${letter}`,
        source: [{ document: "Generated" }],
        validFrom: "2000-01-01",
        parameters: declaredParameters(own.parameters, parameters),
        facts: {
          ...declared(worldNames, "scenario"),
          ...declared(together(own.set, others, notPaid(own, stages)), "set"),
        },
        tracked,
        stages: stages.map((each, s) => ({ ...each, rules: named(each.rules, s) })),
      }),
    );
}

/** A payment is a fact only where some rule pays it; the others are declared as facts that nobody sets. */
function notPaid(own: OwnNames, stages: readonly StageSpec[]): Names {
  const effects = stages.flatMap((stage) => [
    ...stage.rules.map((rule) => rule.event),
    ...(stage.otherwise ?? []),
  ]);
  const paid = effects.filter((e) => e.type === "pay").map((e) => `${e.params.output}Pence`);
  return { ...nothing, money: own.paid.money.filter((name) => !paid.includes(name)) };
}

function without(names: Names, others: Names): Names {
  const left = (key: keyof Names) => [...new Set(names[key])].filter((name) => !others[key].includes(name));
  return { plain: left("plain"), money: left("money"), flags: left("flags"), words: left("words") };
}

/** Rules that pay and set under one hit policy. Where only one may hold, conditions mostly exclude each other. */
function arbitraryStage(own: OwnNames, facts: Names, kind: Kind): fc.Arbitrary<StageSpec> {
  const readable = together(facts, own.parameters);
  const condition = arbitraryCondition(readable);
  // What pays nothing and ends nothing can only set, and a list of values is not one value.
  const policies = hitPolicies.filter(
    (policy) => kind !== "cancellation" || (policy !== "rule order" && policy !== "output order"),
  );
  return fc.constantFrom(...policies).chain((hitPolicy) => {
    const effect = arbitraryEffect(own, facts, kind, hitPolicy);
    const rule = fc.record({
      conditions: condition,
      event: effect,
      priority: fc.integer({ min: 1, max: 4 }),
    });
    return fc
      .record({
        rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
        otherwise: fc.array(effect, { maxLength: 2 }),
        apart: fc.integer({ min: 0, max: 3 }),
        by: fc.constantFrom(...worldNames.plain, ...worldNames.words),
      })
      .map(({ rules, otherwise, apart, by }) => ({
        hitPolicy,
        rules: (hitPolicy === "unique" && apart > 1
          ? rules.map((each, r) => ({ ...each, conditions: apartFromOthers(each.conditions, by, r) }))
          : hitPolicy === "any" && apart > 1
            ? rules.map((each) => ({ ...each, event: firstOfSame(rules, each.event) }))
            : rules) as RuleSpec[],
        otherwise,
      }));
  });
}

/** The condition, where a fact is on the r-th of a few values: rules of one stage exclude each other. */
function apartFromOthers(condition: Condition, by: string, r: number): Condition {
  const word = worldNames.words.includes(by);
  if (word && r >= colours.length) return { not: { all: [] } };
  return { all: [{ fact: by, operator: "equal", value: word ? colours[r]! : r }, condition] };
}

/** Rules under `any` may hold together where they agree: each takes the amount of the first on its output. */
function firstOfSame(rules: readonly { event: EffectSpec }[], event: EffectSpec): EffectSpec {
  return rules.find(
    (other) => other.event.type === event.type && other.event.params.output === event.params.output,
  )!.event;
}

function named(rules: readonly RuleSpec[], stage: number): RuleSpec[] {
  return rules.map((rule, r) => ({ ...rule, name: `rule ${stage + 1}.${r + 1}` }));
}

function arbitraryEffect(
  own: OwnNames,
  facts: Names,
  kind: Kind,
  hitPolicy: HitPolicy,
): fc.Arbitrary<EffectSpec> {
  const { money, plain } = arbitraryAmounts({ facts, parameters: own.parameters });
  const effect = (
    type: EffectSpec["type"],
    outputs: readonly string[],
    amount: fc.Arbitrary<AmountSpec | boolean | string>,
  ): fc.Arbitrary<EffectSpec> =>
    fc
      .record({ output: fc.constantFrom(...outputs), amount })
      .map((params) => ({ type, params }) as EffectSpec);
  const effects: fc.Arbitrary<EffectSpec>[] = [];
  const pays = !["fault", "cancellation", "termination"].includes(kind);
  if (pays && hitPolicy !== "collect count") effects.push(effect("pay", own.outputs, money));
  if (kind === "termination") {
    const ground = fc.constantFrom("lowReferrals", "noticeGiven").map((output) => ({ output }));
    effects.push(ground.map((params) => ({ type: "end", params }) as EffectSpec));
  }
  const settles = kind === "cancellation" ? ["settlementPence"] : [];
  if (hitPolicy === "collect count") return effect("set", own.set.plain, plain);
  if (hitPolicy !== "rule order" && hitPolicy !== "output order") {
    effects.push(effect("set", own.set.plain, plain), effect("set", [...own.set.money, ...settles], money));
    if (!hitPolicy.startsWith("collect")) {
      effects.push(
        effect("set", own.set.flags, fc.boolean()),
        effect("set", own.set.words, fc.constantFrom(...colours)),
      );
    }
  }
  return fc.oneof(...effects);
}
