import type { Comparison } from "../report/comparison.ts";
import type { JudgedFigure } from "../report/judged-figures.ts";
import { scenarioFigures } from "../report/scenario-figures.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { futuresForJudged, judgedEffects } from "../sim/judged-effects.ts";

/**
 * Ranks the judged figures of a scenario by how far they move the answer, at the prices of the fairest basis shown.
 * Undefined where there is nothing to rank: no judged figure, one policy, or none that lowers the provider's loss.
 */
export async function rankFigures(
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  seed: string,
): Promise<JudgedFigure[] | undefined> {
  const judged = scenarioFigures(checked.scenario).filter((figure) => figure.mark === "judgement");
  const fair = comparisons[comparisons.length - 1]!;
  const scales = fair.policies.map((policy) => policy.priceScale);
  const { stderr } = process;
  let done = 0;
  const rest = () => {
    if (stderr.isTTY) stderr.write(`\r\x1b[2Kranking ${judged.length} judged figures · ${done}`);
    done += 1;
    return new Promise<void>((resolve) => setImmediate(resolve));
  };
  const paths = judged.map((figure) => figure.path);
  const ranked =
    judged.length === 0
      ? undefined
      : await judgedEffects(checked, scales, paths, futuresForJudged, seed, rest);
  if (stderr.isTTY) stderr.write("\r\x1b[2K");
  if (ranked === undefined) return undefined;
  const title = checked.policies.find((policy) => policy.spec.id === ranked.best)!.spec.title;
  return ranked.effects.map(({ path, low, base, high, survives }): JudgedFigure => {
    const { note, mark } = judged.find((figure) => figure.path === path)!;
    const metric = `what “${title}” takes off the provider's average loss`;
    return { path, note, mark, low, base, high, metric, unit: "pounds", survives };
  });
}
