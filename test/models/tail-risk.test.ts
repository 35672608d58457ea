import { describe, expect, it } from "vitest";
import { agrees, follows, months, policy, scenario } from "./endings.ts";
import { chance, convolve, deviation, type Law, lawOf, mean, quantile, shortfall } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { perStart } from "./terms.ts";

// Ten months of 0, 2 or 6 starts (0.2, 0.2, 0.6) at £100 each against £250 a month: a margin on a lattice of £200.
// Exact by convolution: mean, deviation, P(loss), E[loss+], value at risk (smallest x with F(x) ≥ level) and expected
// shortfall of the loss at 95 and 99 % with the atom at the value at risk split (Acerbi–Tasche), type-7 quantiles.
// 200,000 paths. Every level lies more than 4.5 standard errors inside an atom, so quantiles agree to the penny and the
// interval is the atom; the others within 4 standard errors.
const PATHS = 200_000;

describe("risk on a lattice with atoms", () => {
  const { ledgers, measures } = runModel(
    scenario("tail-risk", 10, {
      costs: { perMonth: 250 },
      rulesets: [perStart(100)],
      policies: [policy("lattice", ["per-start"])],
    }),
    { paths: PATHS, seed: "tail-risk" },
  );
  const month = lawOf(months, ({ value }) => 10_000 * value - 25_000);
  const margin = Array.from({ length: 9 }).reduce<Law>((sum) => convolve(sum, month), month);
  const loss: Law = new Map([...margin].map(([x, p]) => [-x / 100, p]));
  const found = measures.lattice!;

  it("has the law of the convolution", () => {
    follows("margin on the lattice", ledgers.lattice!.margin, margin);
    agrees("E[margin] on the lattice", found.meanMargin!, mean(margin) / 100);
    agrees("sd[margin]", found.sdMargin!, deviation(margin) / 100);
    agrees(
      "P(loss)",
      found.probabilityOfLoss!,
      chance(margin, (x) => x < 0),
    );
    agrees(
      "E[loss+]",
      found.expectedLoss!,
      mean(loss, (x) => Math.max(0, x)),
    );
  });

  it.each([95, 99])("has the value at risk and the expected shortfall at %i per cent", (percent) => {
    const level = percent / 100;
    insideAtom(loss, level);
    expect(found[`valueAtRisk${percent}`]).toMatchObject(exactly(quantile(loss, level)));
    agrees(`ES${percent}`, found[`expectedShortfall${percent}`]!, shortfall(loss, level));
  });

  it.each(["05", "50", "95"])("has the type-7 quantile at %s per cent", (percent) => {
    const level = Number(percent) / 100;
    insideAtom(margin, level);
    expect(found[`marginQuantile${percent}`]).toMatchObject(exactly(quantile(margin, level) / 100));
  });
});

const exactly = (value: number) => ({ value, low: value, high: value });

/** A level this far from the edges of its atom is met by every sample of this size but one in a hundred thousand. */
function insideAtom(law: Law, level: number): void {
  const at = quantile(law, level);
  const room = 4.5 * Math.sqrt((level * (1 - level)) / PATHS);
  expect(chance(law, (x) => x <= at) - level).toBeGreaterThan(room);
  expect(level - chance(law, (x) => x < at)).toBeGreaterThan(room);
}
