import { basisMeaning, basisTitle } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { element, type Markup } from "../markup.ts";
import { samplingWords } from "../sampling-words.ts";
import { shownCount } from "../shown-number.ts";
import { shownName } from "../visible-width.ts";

/** How the numbers came about, and all that is needed to have them again to the byte. */
export function repeatSection(comparisons: readonly Comparison[], command: string | undefined): Markup[] {
  const first = comparisons[0]!;
  const { scenario, version, seed, paths, sampling, contentHash } = first;
  const sampled = samplingWords(first);
  const entries: [string, string][] = [
    ["Scenario", scenario],
    [
      "Command",
      command ??
        `riskshare compare ${scenario} ${sampling ? `--sampling ${sampling.method} ` : ""}--seed ${seed} --paths ${paths}`,
    ],
    ["Futures", shownCount(paths)],
    ...(sampled === undefined ? [] : [["Sampling", sampled] as [string, string]]),
    ["Seed", shownName(seed)],
    ["Version", version],
    ["Content", contentHash],
    ...comparisons.map((comparison): [string, string] => [
      basisTitle[comparison.basis],
      basisMeaning(comparison),
    ]),
  ];
  return [
    element(
      "p",
      {},
      "Every policy was settled on the same simulated futures, month by month, by the rules above: same luck, other terms. So a difference between two policies is a difference of terms and not of luck. Money was counted in whole pence.",
    ),
    element(
      "p",
      {},
      "A star marks a number that differs from the first policy's: the 95 % interval of the paired difference leaves out zero, by at least what is shown. Intervals say how far chance among the simulated futures can have moved a number, and nothing else.",
    ),
    element(
      "dl",
      {},
      entries.flatMap(([name, value]) => [
        element("dt", {}, name),
        element(
          "dd",
          {},
          name === "Command" || name === "Content" ? element("code", {}, shownName(value)) : shownName(value),
        ),
      ]),
    ),
    element(
      "p",
      { class: "note" },
      "Content is the SHA-256 of the scenario as run and of every rule file that it binds.",
    ),
  ];
}
