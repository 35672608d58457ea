import fc from "fast-check";
import { expect, test } from "vitest";
import { adviserColumns } from "../../src/report/adviser-columns.ts";
import {
  answerText,
  comparisonText,
  firstAnswerText,
  laterAnswerText,
} from "../../src/report/comparison-text.ts";
import { visibleWidth } from "../../src/report/visible-width.ts";
import { type Made, type MadePolicy, madeComparison, madeScenario } from "./made-comparison.ts";
import { readNumber } from "./read-number.ts";

const measured = [
  ["meanBill", 1e8],
  ["meanJobOutcomes", 1e4],
  ["meanPaidWithNoReferral", 1e5],
  ["probabilityEndsEarly", 1],
  ["meanMargin", 1e7],
  ["probabilityOfLoss", 1],
  ["expectedShortfall95", 1e6],
  ["providerShareOfShortfall", 1],
] as const;

const made = (most: number): fc.Arbitrary<Made> =>
  fc.option(
    fc.tuple(
      fc.double({ min: most === 1 ? 0 : -most, max: most, noNaN: true }),
      fc.double({ min: 0, max: most / 10, noNaN: true }),
    ),
    { freq: 20 },
  );
const record = fc.record(Object.fromEntries(measured.map(([id, most]) => [id, made(most)])));
const title = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
    fc.constantFrom(
      "服務費與取消費用的合約條款",
      "Extraordinarily-long-name-without-any-break-in-it-at-all",
      "\u001b[31mred\u001b[0m",
      "a\tb\nc",
    ),
  )
  .filter((text) => text.trim() !== "");
const policy: fc.Arbitrary<MadePolicy> = fc.record({
  title,
  priceScale: fc.constantFrom(1, 0.8434),
  scaleReach: fc.constantFrom(0, 0.0031),
  measures: record,
  differences: record,
});

const spend = 35_000_000;
const checked = madeScenario(["Any"], { commissioner: { spendPerYear: spend } });

test("no line is wider than the terminal, whatever the names and numbers", () => {
  fc.assert(
    fc.property(
      fc.array(policy, { minLength: 1, maxLength: 10 }),
      fc.integer({ min: 80, max: 240 }),
      (policies, width) => {
        const both = (["same-unit-prices", "same-expected-bill"] as const).map((basis) =>
          madeComparison(policies, { basis }),
        );
        const text = comparisonText(checked, both, { width });
        for (const line of text.split("\n")) expect(visibleWidth(line), line).toBeLessThanOrEqual(width);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it is the control characters that must not be there
        expect(text).not.toMatch(/NaN|undefined|Infinity|[\u0000-\u0009\u000b-\u001f\u007f]/);
      },
    ),
    { numRuns: 150 },
  );
});

test("every number of the table is a measure, a difference or a scale of the JSON, rounded", () => {
  fc.assert(
    fc.property(fc.array(policy, { minLength: 2, maxLength: 5 }), (policies) => {
      const comparison = madeComparison(policies);

      for (const column of adviserColumns(checked, comparison)) {
        for (const [place, cell] of column.cells.entries()) {
          const known = [comparison.policies[place]!.priceScale - 1];
          const from = [
            comparison.policies[place]!.metrics,
            comparison.differences[place - 1]?.metrics ?? {},
          ];
          for (const metrics of from)
            for (const { value } of Object.values(metrics)) if (value !== null) known.push(value);
          const extra = comparison.differences[place - 1]?.metrics.meanBill?.value;
          const bill = comparison.policies[0]!.metrics.meanBill?.value;
          if (extra != null && bill != null) known.push((extra * spend) / bill);
          if (cell.text === "–") continue;
          const { value, isBound } = readNumber(cell.text);
          const last = lastDigit(cell.text);
          const near = known.some(
            (each) => Math.abs(each - value) <= last * (isBound ? 1 : 0.5) * (1 + 1e-9),
          );
          expect(near, `${column.title}: ${cell.text}`).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("bases stand side by side where there is room, and one below the other where not", () => {
  const policies = [{ title: "Today" }, { title: "Both" }];
  const checked = madeScenario(["Today", "Both"]);
  const both = (["same-unit-prices", "same-expected-bill"] as const).map((basis) =>
    madeComparison(policies, { basis }),
  );
  const isBeside = (width: number) =>
    comparisonText(checked, both, { width })
      .split("\n")
      .some((line) => /Same unit prices +Same expected bill/.test(line));
  expect(isBeside(200)).toBe(true);
  expect(isBeside(80)).toBe(false);
});

test("what is told of the first basis while others are solved, and what follows, are the whole answer", () => {
  const policies = [{ title: "Today" }, { title: "Both" }];
  const checked = madeScenario(["Today", "Both"]);
  const both = (["same-unit-prices", "same-expected-bill"] as const).map((basis) =>
    madeComparison(policies, { basis }),
  );
  const options = { width: 100 };
  const first = firstAnswerText(checked, both[0]!, ["same-expected-bill"], options)!;
  expect(first).toContain("Same expected bill: unit prices are scaled");
  expect(first).not.toContain("What it means");
  expect(first + laterAnswerText(checked, both, options)).toBe(answerText(checked, both, options));
  // Side by side nothing can be told before all is known.
  expect(firstAnswerText(checked, both[0]!, ["same-expected-bill"], { width: 200 })).toBeUndefined();
});

test("each basis is one table of 100 columns, without what can be spared, and says what is left out", () => {
  const wide: MadePolicy = {
    title: "Both remedies, training and a champion",
    priceScale: 0.6258,
    scaleReach: 0.0123,
    measures: {
      meanJobOutcomes: [6.3, 0.16],
      meanPaidWithNoReferral: [1234, 120],
      probabilityEndsEarly: [0.451, 0.016],
      providerShareOfShortfall: [0.844, 0.009],
      meanMargin: [-15_400, 300],
      probabilityOfLoss: [0.723, 0.015],
      expectedShortfall95: [14_070, 150],
    },
    differences: { meanBill: [-21_500, 500], meanJobOutcomes: [0.61, 0.05] },
  };
  const both = (["same-unit-prices", "same-expected-bill"] as const).map((basis) =>
    madeComparison([wide, wide], { basis }),
  );
  const text = comparisonText(checked, both, { width: 100 });
  expect(text).not.toContain("(1 of 2)");
  expect(text).toContain("Left out at this width: Margin on average");
  expect(text.match(/Left out/g)).toHaveLength(1);
  expect(text).toContain("±1.6");
  expect(comparisonText(checked, both, { width: 220 })).not.toContain("Left out");
  const requirement = { measure: "meanMargin", target: 0, passThrough: 1, stated: true } as const;
  const wider = {
    ...wide,
    // With a bill to scale by, the column of a year's spend holds numbers.
    measures: { ...wide.measures, meanBill: [27_400, 300] },
  } as const;
  const solved = { ...madeComparison([wider, wider], { basis: "same-requirement" }), requirement };
  // Extra cost and change of prices stand together here: in 90 columns all three that can be spared are.
  const alone = comparisonText(checked, [solved], { width: 90 });
  expect(alone).not.toContain("(1 of 2)");
  expect(alone.replace(/\s+/g, " ")).toContain(
    "Left out at this width: Extra cost per £35m a year; Margin on average; Loss in worst 1 in 20",
  );
});

test("a star stands where the paired interval leaves out zero, and only there", () => {
  const policies: MadePolicy[] = [
    { measures: { probabilityOfLoss: [0.5, 0.01] } },
    { measures: { probabilityOfLoss: [0.4, 0.01] }, differences: { probabilityOfLoss: [-0.1, 0.005] } },
    { measures: { probabilityOfLoss: [0.499, 0.01] }, differences: { probabilityOfLoss: [-0.001, 0.005] } },
  ];
  const column = adviserColumns(madeScenario(["a", "b", "c"]), madeComparison(policies)).find(
    ({ title: t }) => t === "Chance of a loss",
  );
  expect(column?.cells.map(({ marked }) => marked)).toEqual([false, true, false]);
});

test("a solved change of unit prices stands over its interval; one off the basis has none", () => {
  const policies: MadePolicy[] = [
    {},
    { priceScale: 0.8434, scaleReach: 0.0031 },
    { priceScale: 0.8434, scaleReach: 0.0031, basisReached: false },
  ];
  const column = adviserColumns(
    madeScenario(["a", "b", "c"]),
    madeComparison(policies, { basis: "same-expected-bill" }),
  ).find(({ title: t }) => t === "Change of unit prices");
  const fixed = "\u00a0";
  expect(column?.cells.map(({ text, interval }) => [text, interval])).toEqual([
    [`0${fixed}%`, ""],
    // −15.66 % to a tenth, and 0.31 points outwards to a tenth.
    [`−15.7${fixed}%`, "±0.4"],
    [`−15.7${fixed}%`, "off basis"],
  ]);
});

test("what is left out is counted in words, and the command stands whole on lines of its own", () => {
  const left = (...limits: string[]) =>
    comparisonText(madeScenario(["Any"], { limits }), [madeComparison([{}])], { width: 80 });
  expect(left()).not.toContain("leaves out");
  expect(left("One.")).toContain("(1 limit)");
  expect(left("One.", "Two.")).toContain("(2 limits)");
  const badFuture = "npm start -- explain mine/places.yaml --policy any --at 0.05".split(" ");
  const text = comparisonText(madeScenario(["Any"]), [madeComparison([{}])], { width: 80, badFuture });
  expect(text.endsWith(`\n  ${badFuture.join(" ")}\n`)).toBe(true);
});

function lastDigit(text: string): number {
  const shown = text.replace(/[^\d.]/g, "");
  const decimals = shown.includes(".") ? shown.split(".")[1]!.length : 0;
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(shown)?.[0].length ?? 0);
  const unit = text.includes("%") ? 0.01 : /\dm/.test(text) ? 1e6 : 1;
  return 10 ** (zeros - decimals) * unit;
}
