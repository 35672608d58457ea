import { model, perStart } from "../models/terms.ts";

type Bad = { readonly what: string; readonly document: unknown };
type Change = (document: Record<string, never>) => void;

const base = {
  ruleset: () => structuredClone(perStart(100)),
  scenario: () =>
    structuredClone(
      model("bad", 12, {
        volume: { indicative: 5, factors: { awareness: { lognormal: { median: 1, sdlog: 0.5 } } } },
        delivery: { startRate: { value: 0.5, source: "A document" }, stages: [{ id: "jobs", rate: 0.2 }] },
        rulesets: [perStart(100)],
      }),
    ),
};

// biome-ignore lint/suspicious/noExplicitAny: a bad document is whatever someone wrote
const changed = (of: keyof typeof base, changes: Record<string, (document: any) => void>): Bad[] =>
  Object.entries(changes).map(([what, change]) => {
    const document = base[of]();
    (change as Change)(document as unknown as Record<string, never>);
    return { what, document };
  });

/** Rulesets that neither zod nor an editor accepts. */
export const badRulesets = changed("ruleset", {
  "no id": (r) => delete r.id,
  "an unknown key": (r) => (r.stage = []),
  "an id in capitals": (r) => (r.id = "PerStart"),
  "an unknown kind": (r) => (r.kind = "start fee"),
  "a version of two numbers": (r) => (r.version = "1.0"),
  "no source": (r) => (r.source = []),
  "a thirteenth month": (r) => (r.validFrom = "2017-13-01"),
  "no stages": (r) => (r.stages = []),
  "an unknown hit policy": (r) => (r.stages[0].hitPolicy = "last"),
  "a rule with a path": (r) =>
    (r.stages[0].rules[0].conditions = {
      all: [{ fact: "starts", path: "$.x", operator: "equal", value: 1 }],
    }),
  "a condition that is a bare comparison": (r) =>
    (r.stages[0].rules[0].conditions = { fact: "starts", operator: "equal", value: 1 }),
  "an empty any": (r) => (r.stages[0].rules[0].conditions = { any: [] }),
  "an unknown operator": (r) =>
    (r.stages[0].rules[0].conditions = { all: [{ fact: "starts", operator: "contains", value: 1 }] }),
  "two boolean keys at one level": (r) => (r.stages[0].rules[0].conditions = { all: [], any: [] }),
  "an unknown operation in an amount": (r) => (r.stages[0].rules[0].event.params.amount = { power: [2, 3] }),
  "a quotient without otherwise": (r) => (r.stages[0].rules[0].event.params.amount = { div: [1, 2] }),
  "a sum of nothing": (r) => (r.stages[0].rules[0].event.params.amount = { add: [] }),
  "an unknown event": (r) => (r.stages[0].rules[0].event.type = "run"),
  "half a day of payment term": (r) => (r.stages[0].rules[0].event.params.termDays = 0.5),
  "a parameter without a unit": (r) => delete r.parameters.startPrice.unit,
  "a parameter in capitals": (r) => (r.parameters.StartPrice = r.parameters.startPrice),
  "a window of no months": (r) => (r.tracked = { lately: { sum: { fact: "starts" }, over: { months: 0 } } }),
});

/** Scenarios that neither zod nor an editor accepts. */
export const badScenarios = changed("scenario", {
  "no policies": (s) => (s.policies = []),
  "an unknown key": (s) => (s.volumes = {}),
  "0 paths": (s) => (s.paths = 0),
  "half a path": (s) => (s.paths = 0.5),
  "a probability of 1.2": (s) => (s.delivery.startRate = 1.2),
  "a probability of 1.2 with its source": (s) =>
    (s.delivery.startRate = { value: 1.2, source: "A document" }),
  "a negative cost": (s) => (s.costs = { perStart: -1 }),
  "an unknown distribution": (s) => (s.volume.factors.awareness = { normal: { mean: 1, sd: 1 } }),
  "a distribution with an unknown parameter": (s) =>
    (s.volume.factors.awareness = { gamma: { mean: 1, shap: 2 } }),
  "a figure with an unknown key": (s) => (s.delivery.startRate = { value: 0.5, sauce: "A document" }),
  "text for a number": (s) => (s.delivery.startRate = "half"),
  "eleven months of season": (s) => (s.volume.season = Array(11).fill(1)),
  "a quarter of a post": (s) => (s.costs = { posts: { count: 0.25, costPerYear: 1000 } }),
  "a start in no month": (s) => (s.contractStart = "2017-00-01"),
  "an unknown kind of count": (s) => (s.counts = "mean"),
  "a month 0": (s) => (s.contract.lastReferralMonth = 0),
});

/** Scenarios whose parts do not fit together: a JSON Schema cannot say so. */
export const onlyZodSees = changed("scenario", {
  "a third decimal of a pound": (s) => (s.costs = { perStart: 0.005 }),
  "a mode outside its range": (s) =>
    (s.delivery.startRate = { triangular: { min: 0.5, mode: 0.4, max: 0.9 } }),
  "a share drawn beyond 1": (s) => (s.delivery.startRate = { uniform: { min: 0.5, max: 1.5 } }),
  "a lever that both scales and shifts": (s) =>
    (s.levers = [{ id: "two", title: "Two", quantity: "delivery.startRate", scale: 1, shift: 0, cost: 0 }]),
});
