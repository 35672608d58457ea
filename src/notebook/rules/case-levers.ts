import type { FactValue } from "../../engine/fact.ts";
import type { Example, Ruleset } from "../../engine/ruleset.ts";
import { nameWords } from "../../engine/words/name-words.ts";
import { type Choices, choice, choices } from "../choice.ts";
import { element } from "../element.ts";
import { lever } from "../lever.ts";
import { keepState } from "../url-state.ts";
import { type CaseFact, caseFacts } from "./case-facts.ts";

/** Values by name; of facts that the example leaves out only those that the reader moved. */
export type CaseValues = Readonly<Record<string, FactValue>>;

const ticked = "yes";

/**
 * The levers of an example's facts and terms as one element, for `view(openCaseLevers(ruleset, example))`: numbers as
 * levers, yes or no as boxes to tick, words as lists. What the example gives stands first, the rest behind a heading.
 */
export function openCaseLevers(ruleset: Ruleset, example: Example): HTMLElement & { value: CaseValues } {
  const facts = caseFacts(ruleset, example);
  const boxes = facts.filter(({ type }) => type === "boolean");
  const ticks = boxes.length === 0 ? undefined : tickBoxes(boxes);
  const parts = facts.filter(({ type }) => type !== "boolean").map(openPart);
  const first = parts.filter(({ fact }) => fact.isGiven).map(({ box }) => box);
  const rest = parts.filter(({ fact }) => !fact.isGiven).map(({ box }) => box);
  const group = (items: readonly Node[]) => element("div", { class: "levers" }, ...items);
  const more = element("details", { class: "data", open: first.length < 3 });
  more.append(
    element("summary", {}, `Facts and terms that the example leaves as usual (${rest.length})`),
    group(rest),
  );
  const root = element(
    "div",
    {},
    group([...first, ...(ticks === undefined ? [] : [ticks])]),
    ...(rest.length === 0 ? [] : [more]),
  ) as unknown as HTMLElement & { value: CaseValues };
  for (const part of [...parts.map(({ box }) => box), ...(ticks === undefined ? [] : [ticks])])
    part.addEventListener("input", () => root.dispatchEvent(new Event("input")));
  const value = (): CaseValues => {
    const all = [
      ...parts.map(({ fact, read }) => [fact, read()] as const),
      ...boxes.map((fact) => [fact, ticks!.value.includes(fact.name)] as const),
    ];
    const told = all.filter(([fact, now]) => fact.isGiven || now !== fact.start);
    return Object.fromEntries(told.map(([fact, now]) => [fact.name, now]));
  };
  Object.defineProperty(root, "value", { get: value });
  return root;
}

/** Forgets what the levers of another example were moved to: its facts may have the same names. */
export function forgetCase(ruleset: Ruleset): void {
  keepState(ticked, undefined);
  const names = ruleset.examples.flatMap((example) => caseFacts(ruleset, example).map(({ name }) => name));
  for (const name of new Set(names)) keepState(name, undefined);
}

type Part = { readonly fact: CaseFact; readonly box: HTMLElement; readonly read: () => FactValue };

function openPart(fact: CaseFact): Part {
  const { name, label, hint, unit, scale, min, max, step, start } = fact;
  if (fact.type === "enum") {
    const options = fact.values.map((id) => ({ id, title: nameWords(id) }));
    const box = choice({ name, label, options, value: String(start), hint });
    return { fact, box, read: () => box.value };
  }
  const value = Number((Number(start) / scale).toPrecision(12));
  const box = lever({ name, label, unit, min, max, step, value, hint });
  // What was not moved is what the example has, to the last digit.
  const back = (shown: number) =>
    scale === 0.01 ? shown / 100 : scale === 100 ? Math.round(shown * 100) : shown;
  return { fact, box, read: () => (box.value === value ? start : back(box.value)) };
}

function tickBoxes(facts: readonly CaseFact[]): Choices {
  return choices({
    name: ticked,
    label: "Yes or no",
    options: facts.map(({ name, hint }) => ({ id: name, title: hint })),
    value: facts.filter(({ start }) => start === true).map(({ name }) => name),
    hint: "Ticked is yes.",
  });
}
