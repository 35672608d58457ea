import { rulesetWords } from "../../report/rule-words.ts";
import type { ReadRuleset, WrittenRuleset } from "./live-request.ts";
import { longest, readRuleset, tooLong } from "./read-source.ts";

/** Checks a ruleset or a decision table as someone wrote it, and says it in words. */
export function readWrittenRuleset({ name, text }: WrittenRuleset): ReadRuleset {
  if (text.length > longest) return { problems: [tooLong(name, text.length)] };
  const { ruleset, problems } = readRuleset(name, text);
  if (ruleset === undefined || problems.length > 0) return { problems };
  return { id: ruleset.id, kind: ruleset.kind, words: rulesetWords(ruleset), problems: [] };
}
