import type { Comparison } from "../report/comparison.ts";
import { safestPolicy } from "../report/findings/safest-policy.ts";
import type { JudgedFigure, JudgedRanking } from "../report/judged-figures.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { futuresForJudged, judgedEffects, type Stands } from "../sim/judged-effects.ts";
import { scenarioFigures } from "../sim/scenario-figures.ts";

/**
 * Ranks the judged figures of a scenario by how far they move the answer, on the fairest basis shown.
 * Undefined where there is nothing to rank: no judged figure, one policy, or none that lowers the provider's loss.
 */
export async function rankFigures(
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  seed: string,
): Promise<JudgedRanking | undefined> {
  const judged = scenarioFigures(checked.scenario).filter((figure) => figure.mark === "judgement");
  if (judged.length === 0 || checked.policies.length < 2) return undefined;
  const fair = comparisons[comparisons.length - 1]!;
  const { stderr } = process;
  let done = 0;
  const rest = () => {
    if (stderr.isTTY) stderr.write(`\r\x1b[2Kranking ${judged.length} judged figures · ${done}`);
    done += 1;
    return new Promise<void>((resolve) => setImmediate(resolve));
  };
  const ranked = await judgedEffects(checked, {
    basis: fair.basis,
    scales: fair.policies.map((policy) => policy.priceScale),
    paths: judged.map((figure) => figure.path),
    futures: futuresForJudged,
    seed,
    rest,
  });
  if (stderr.isTTY) stderr.write("\r\x1b[2K");
  if (ranked === undefined) return undefined;
  const titleOf = (id: string) => checked.policies.find((policy) => policy.spec.id === id)!.spec.title;
  const titled = (stands: Stands) => ("by" in stands ? { ...stands, by: titleOf(stands.by) } : stands);
  return {
    base: ranked.base,
    best: titleOf(ranked.best),
    safest: safestPolicy(fair)?.title,
    on: fair,
    futures: futuresForJudged,
    figures: ranked.effects.map(({ path, ends, low, high, whenDoubled }): JudgedFigure => {
      const { note } = judged.find((figure) => figure.path === path)!;
      return {
        path,
        note,
        ends,
        low: low ?? null,
        high: high ?? null,
        whenDoubled: whenDoubled && titled(whenDoubled),
      };
    }),
  };
}
