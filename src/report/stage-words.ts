import type { HitPolicy } from "../engine/hit-policy.ts";
import type { Effect, Rule, Stage } from "../engine/ruleset.ts";
import { conditionWords } from "../engine/words/condition-words.ts";
import { effectWords } from "../engine/words/effect-words.ts";
import { factLabel } from "../engine/words/fact-words.ts";
import { asSentence, nameWords } from "../engine/words/name-words.ts";
import type { Wording } from "../engine/words/wording.ts";

/** The rules of a stage as sentences, in file order; what follows where several hold, or none, is said too. */
export function stageWords(stage: Stage, wording: Wording): string[] {
  const sentences: string[] = [];
  let before: string | undefined;
  for (const [r, rule] of stage.rules.entries()) {
    const key = keyOf(rule.event);
    const isLater = stage.rules.slice(0, r).some((other) => keyOf(other.event) === key);
    sentences.push(
      ruleWords(stage.hitPolicy, rule, isLater ? (before === key ? "next" : "later") : "first", wording),
    );
    before = key;
  }
  for (const [type, output, count] of outputs(stage)) {
    const said = severalWords(stage.hitPolicy, type, output, count);
    if (said !== undefined) sentences.push(asSentence(said));
  }
  const grounds = stage.rules.filter((rule) => rule.event.type === "end");
  if (new Set(grounds.map((rule) => rule.event.params.output)).size > 1)
    sentences.push("Where several grounds hold in one month, the first listed here counts.");
  for (const effect of stage.otherwise) sentences.push(otherwiseWords(stage, effect, wording));
  return sentences;
}

function keyOf(effect: Effect): string {
  return `${effect.type} ${effect.params.output}`;
}

function ruleWords(
  policy: HitPolicy,
  rule: Rule,
  place: "first" | "next" | "later",
  wording: Wording,
): string {
  const condition = conditionWords(rule.conditions, wording);
  const effect = effectWords(rule.event, wording);
  const priority = policy === "priority" ? ` (priority ${rule.priority})` : "";
  // Under `first` a rule speaks only where none above it did, so the sentence says so.
  const otherwise =
    policy !== "first" || place === "first" || rule.event.type === "end"
      ? undefined
      : place === "next"
        ? "otherwise"
        : `where no rule above gives ${subjectOf(rule.event)}`;
  const opening = [otherwise, condition && `when ${condition}`].filter((text) => text !== undefined);
  return asSentence(`${[...opening, effect].join(", ")}${priority}`);
}

function subjectOf(effect: Effect): string {
  return effect.type === "set" ? `“${factLabel(effect.params.output)}”` : nameWords(effect.params.output);
}

function givesWords(effect: Effect): string {
  return effect.type === "end" ? "ends the contract" : `gives ${subjectOf(effect)}`;
}

function otherwiseWords(stage: Stage, effect: Effect, wording: Wording): string {
  const rules = stage.rules.filter((rule) => keyOf(rule.event) === keyOf(effect));
  const text = effectWords(effect, wording);
  if (rules.length === 0) return asSentence(text);
  // Beside rules on something else, "these" would not say which.
  if (rules.length < stage.rules.length)
    return asSentence(`where no rule above ${givesWords(effect)}, ${text}`);
  return asSentence(`${rules.length === 1 ? "otherwise" : "where none of these holds"}, ${text}`);
}

/** The outputs of a stage that several rules give, with how many do. */
function outputs(stage: Stage): [Effect["type"], string, number][] {
  const found = new Map<string, [Effect["type"], string, number]>();
  for (const { event } of stage.rules) {
    const count = found.get(keyOf(event))?.[2] ?? 0;
    found.set(keyOf(event), [event.type, event.params.output, count + 1]);
  }
  return [...found.values()];
}

function severalWords(
  policy: HitPolicy,
  type: Effect["type"],
  output: string,
  count: number,
): string | undefined {
  if (type === "end") return undefined;
  const subject = type === "set" ? `“${factLabel(output)}”` : nameWords(output);
  if (policy === "collect count") return `${subject} is the number of these rules that hold`;
  if (count < 2) return undefined;
  switch (policy) {
    case "unique":
      return `at most one of the rules for ${subject} can hold at a time`;
    case "any":
      return `where several of the rules for ${subject} hold, they give the same`;
    case "first":
      return undefined;
    case "priority":
      return `where several of the rules for ${subject} hold, the one of highest priority counts`;
    case "collect min":
      return `where several of the rules for ${subject} hold, the smallest amount counts`;
    case "collect max":
      return `where several of the rules for ${subject} hold, the largest amount counts`;
    default:
      return `what the rules for ${subject} give is added up`;
  }
}
