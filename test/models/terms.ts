import type { AmountSpec } from "../../src/engine/amount.ts";
import type { RulesetSpec } from "../../src/engine/ruleset.ts";

/** A ruleset as a scenario writes it under `rulesets:`. */
export type Terms = RulesetSpec;
type Rule = Terms["stages"][number]["rules"][number];
type Condition = Rule["conditions"];

/** Terms of one stage under hit policy collect sum; `parts` adds parameters, facts, tracked facts, or stages. */
export function terms(kind: Terms["kind"], id: string, rules: Rule[], parts: Partial<Terms> = {}): Terms {
  return {
    id,
    kind,
    version: "1.0.0",
    title: id,
    source: [{ document: "A model with a known answer" }],
    validFrom: "2000-01-01",
    stages: [{ hitPolicy: "collect sum", rules }],
    ...parts,
  };
}

/** A parameter in pounds; unit prices are scaled by a basis of comparison. */
export const pounds = (value: number, scaled = false) => ({
  default: value,
  unit: "pounds",
  scaled,
  sentence: "An amount of the model.",
});

/** A parameter that is a plain number. */
export const plain = (value: number, unit = "share") => ({
  default: value,
  unit,
  sentence: "A number of the model.",
});

/** Declares facts that the scenario's world gives: outcome stages and drawn numbers. */
export const given = (...names: string[]): NonNullable<Terms["facts"]> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { unit: "people", default: 0, from: "scenario" as const, sentence: "A number of the model's world." },
    ]),
  );

/** A rule that owes `amount` under `output`, always or under conditions. */
export const pays = (
  output: string,
  amount: AmountSpec,
  { when = { all: [] } as Condition, termDays }: { when?: Condition; termDays?: number } = {},
): Rule => ({
  name: `pay ${output}`,
  conditions: when,
  event: { type: "pay", params: { output, amount, ...(termDays !== undefined && { termDays }) } },
});

/** The condition that a fact stands so to a value. */
export const where = (fact: string, operator: string, value: unknown) =>
  ({ fact, operator, value }) as Extract<Condition, { all: unknown }>["all"][number];

/** A price for each start. */
export const perStart = (price: number, id = "per-start", termDays = 0): Terms =>
  terms(
    "start-fee",
    id,
    [pays("startFee", { mul: [{ param: "startPrice" }, { fact: "starts" }] }, { termDays })],
    { parameters: { startPrice: pounds(price, true) } },
  );

/** A price for each person who reaches a stage. */
export const perOutcome = (stage: string, price: number, termDays = 0, id = `per-${kebab(stage)}`): Terms =>
  terms(
    "outcome-payment",
    id,
    [pays(stage, { mul: [{ param: `${stage}Price` }, { fact: stage }] }, { termDays })],
    { parameters: { [`${stage}Price`]: pounds(price, true) }, facts: given(stage) },
  );

/** The same fee in each of the first `months` months while the contract runs. */
export const flatFee = (monthly: number, months: number, id = "flat-fee", termDays = 0): Terms =>
  terms(
    "service-fee",
    id,
    [
      pays(
        "serviceFee",
        { param: "monthlyFee" },
        {
          when: {
            all: [where("month", "lessThanInclusive", { fact: "feeMonths" }), where("endMonth", "equal", 0)],
          },
          termDays,
        },
      ),
    ],
    { parameters: { monthlyFee: pounds(monthly), feeMonths: plain(months, "months") } },
  );

/** All payments together come to at most `most`: what is above it is taken off in the month it falls due. */
export const cap = (most: number, id = "cap"): Terms =>
  terms(
    "limit",
    id,
    [
      pays(
        "cap",
        { min: [0, { sub: [{ param: "mostPaid" }, { fact: "dueToDatePence" }] }] },
        { termDays: 0 },
      ),
    ],
    { parameters: { mostPaid: pounds(most) } },
  );

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A scenario of `months` referral months in which everyone starts; one policy binds all terms unless `parts` says. */
export function model(
  id: string,
  months: number,
  { contract, ...parts }: Record<string, unknown> & { rulesets?: Terms[]; contract?: object },
) {
  const every = (parts.rulesets ?? []).map((ruleset) => ruleset.id);
  return {
    id,
    title: id,
    contractStart: "2017-04-01",
    contract: { lastReferralMonth: months, lastMonth: months, paymentTermDays: 0, ...contract },
    delivery: { startRate: 1 },
    policies: [{ id: "terms", title: "All terms", rulesets: every }],
    ...parts,
  };
}
