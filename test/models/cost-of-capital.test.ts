import { expect, it } from "vitest";
import { followsOver, months, policy, same, scenario } from "./endings.ts";
import { sequences } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { flatFee, perStart } from "./terms.ts";

// A contract without luck: 5, 4, 3, 2, 1, then 6 starts a month at £311.07, paid two months late, against £997.53 a
// month, £1,234.56 of set-up over two months of lead-in, and 11.3 % a year on last month's negative cash, each
// charge rounded to the penny. Exact: the same sums month by month in whole pence. 512 paths, all equal to the penny;
// net present value, at 7 % a year, to a hundredth of a penny.
const STARTS = [0, 0, 5, 4, 3, 2, 1, 6, 6, 6];

it.each([
  ["paid two months late", 60],
  ["paid at once", 0],
])("cost of capital is charged on last month's negative cash, %s", (_, days) => {
  const { ledgers } = runModel(
    scenario("cost-of-capital", STARTS.length, {
      contract: { leadInMonths: 2, paymentTermDays: days },
      volume: { indicative: [5, 4, 3, 2, 1, 6], counts: "certain" },
      costs: { setUp: 1234.56, perMonth: 997.53, perMonthFrom: 3 },
      provider: { costOfCapital: 0.113, discountRate: 0.07 },
      rulesets: [perStart(311.07, "per-start", days)],
      policies: [policy("late", ["per-start"])],
    }),
    { paths: 512, seed: "cost-of-capital" },
  );
  const late = days / 30;
  let cash = 0;
  let peak = 0;
  let worth = 0;
  for (let m = 1; m <= STARTS.length + late; m++) {
    const interest = Math.round((Math.max(0, -cash) * 0.113) / 12);
    const cost = m <= 2 ? 61_728 : m <= STARTS.length ? 99_753 : 0;
    const flow = 31_107 * (STARTS[m - 1 - late] ?? 0) - cost - interest;
    cash += flow;
    peak = Math.max(peak, -cash);
    worth += flow * 1.07 ** (-m / 12);
  }
  expect(new Set(ledgers.late!.margin)).toEqual(new Set([cash]));
  expect(new Set(ledgers.late!.peakFunding)).toEqual(new Set([peak]));
  for (const npv of new Set(ledgers.late!.npv)) expect(npv).toBeCloseTo(worth, 2);
});

it("is charged until a policy's own last payment, whatever other policies have to wait for", () => {
  const rulesets = [perStart(100, "at-once"), flatFee(1, 1, "a-year-late", 360)];
  const alone = (ids: string[]) =>
    runModel(
      scenario("cost-of-capital-alone", 6, {
        costs: { perMonth: 1000 },
        provider: { costOfCapital: 0.12 },
        rulesets,
        policies: ids.map((id) => policy(id, [id])),
      }),
      { paths: 512, seed: "cost-of-capital-alone" },
    ).ledgers["at-once"]!;
  same("at once", alone(["at-once", "a-year-late"]), alone(["at-once"]));
});

it("is charged on each path until that path's last payment: a term that owes nothing changes nothing", () => {
  // Six months of 0, 2 or 6 starts (0.2, 0.2, 0.6) at £150, paid three months late, against £500 a month at 12 %. Exact:
  // all 3⁶ futures walked; 50,000 paths; no margin but the walk's, each within 4 standard errors.
  const walk = (starts: number[]) => {
    const lastPaid = Math.max(6, ...starts.map((count, m) => (count > 0 ? m + 4 : 0)));
    let cash = 0;
    for (let m = 1; m <= lastPaid; m++) {
      const interest = Math.round(Math.max(0, -cash) * 0.01);
      cash += 15_000 * (starts[m - 4] ?? 0) - (m <= 6 ? 50_000 : 0) - interest;
    }
    return cash;
  };
  const never = flatFee(0, 1, "never-owed", 3650);
  const { ledgers } = runModel(
    scenario("cost-of-capital-by-path", 6, {
      costs: { perMonth: 500 },
      provider: { costOfCapital: 0.12 },
      rulesets: [perStart(150, "per-start", 90), never],
      policies: [policy("late", ["per-start"]), policy("with-nothing", ["per-start", "never-owed"])],
    }),
    { paths: 50_000, seed: "cost-of-capital-by-path" },
  );
  const futures = sequences(months, 6).map(({ values, chance }) => ({ chance, margin: walk(values) }));
  followsOver("margin by path", ledgers.late!.margin, futures, (f) => f.margin);
  same("a term that owes nothing", ledgers["with-nothing"]!, ledgers.late!);
});
