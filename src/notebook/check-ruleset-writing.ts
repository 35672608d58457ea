import type { Problem } from "../engine/problem.ts";
import { longestCheckMs, notChecked } from "./check-writing.ts";
import type { ReadRuleset, WrittenRuleset } from "./live/live-request.ts";
import type { LiveRun } from "./live/live-run.ts";
import { openReasons, type Reasons } from "./reasons/open-reasons.ts";
import type { RunExample } from "./reasons/reasons-request.ts";

/** A written ruleset read, its examples run on both roads, and all that is wrong with it. */
export type CheckedRulesetWriting = {
  readonly read: ReadRuleset;
  readonly examples: readonly RunExample[];
  readonly problems: readonly Problem[];
};

/**
 * Opens the check of rulesets that are written in a page. Examples run in a worker of their own, which starts with the
 * first ruleset. A check that does not come to an end is given up.
 */
export function openRulesetChecks(
  live: LiveRun,
): (written: WrittenRuleset) => Promise<CheckedRulesetWriting> {
  let reasons: Reasons | undefined;
  return async (written) => {
    const impatience = setTimeout(() => {
      live.stop();
      reasons?.stop();
    }, longestCheckMs);
    let read: ReadRuleset = { problems: [] };
    try {
      read = await live.read(written);
      if (read.words === undefined) return { read, examples: [], problems: read.problems };
      reasons ??= openReasons();
      const examples = await reasons.examples(written);
      return { read, examples, problems: examples.flatMap(({ problems }) => problems) };
    } catch {
      return { read, examples: [], problems: [notChecked(written.name)] };
    } finally {
      clearTimeout(impatience);
    }
  };
}
