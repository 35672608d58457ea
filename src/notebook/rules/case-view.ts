import type { JudgedCase } from "../../engine/cases/judged-case.ts";
import { monthsOf } from "../../engine/check-example-facts.ts";
import type { Example, Ruleset } from "../../engine/ruleset.ts";
import { factLabel } from "../../engine/words/fact-words.ts";
import { nameWords } from "../../engine/words/name-words.ts";
import { quantityWords } from "../../engine/words/quantity-words.ts";
import { rulesetWording } from "../../engine/words/wording.ts";
import { dataTable } from "../data-table.ts";
import { element } from "../element.ts";

type Shown = {
  readonly against: { readonly isEqual: boolean; readonly text: string } | undefined;
  readonly isConfirmed: boolean;
  readonly workedOut: readonly string[];
  readonly judged: JudgedCase | string;
};

/** What stands below the answer: is it what the example expects, do both ways agree, what was worked out on the way. */
export function judgedView() {
  const against = element("p", { class: "badge" });
  const nearest = element("p", { class: "nearest", "aria-live": "polite" });
  const proof = element("p", { class: "hint" });
  return {
    element: element("div", {}, against, nearest, proof),
    showNearest: (text: string) => {
      nearest.textContent = text;
    },
    show: ({ against: said, isConfirmed, workedOut, judged }: Shown) => {
      against.textContent = said?.text ?? "";
      against.classList.toggle("equal", said?.isEqual === true);
      if (typeof judged === "string") {
        proof.textContent = "";
        return;
      }
      const { contract, found } = judged;
      const made = workedOut.flatMap((name) => {
        const value = found[name];
        return value === undefined || value === null
          ? []
          : [`${factLabel(name)} ${quantityWords(contract.facts.get(name)!, value)}`];
      });
      const both = isConfirmed
        ? "json-rules-engine and the simulation’s kernel give the same."
        : "json-rules-engine and the simulation’s kernel differ here: please report it.";
      proof.textContent = made.length === 0 ? both : `${both} Worked out on the way: ${made.join("; ")}.`;
    },
  };
}

/** The months of an example before its last, which the levers leave as they are; nothing where it has one month. */
export function earlierMonths(ruleset: Ruleset, example: Example): HTMLElement {
  const months = monthsOf(example).slice(0, -1);
  const names = [...new Set(months.flatMap((month) => Object.keys(month)))];
  if (names.length === 0) return element("div");
  const wording = rulesetWording(ruleset);
  const shown = (name: string, value: string | number | boolean | undefined) => {
    if (value === undefined) return null;
    const parameter = wording.parameter(name)?.parameter;
    return quantityWords({ name, unit: (parameter ?? wording.fact(name))?.unit ?? "number" }, value);
  };
  return dataTable(`The example has ${months.length + 1} months; the levers move the last. Before it:`, {
    columns: [{ title: "Month" }, ...names.map((name) => ({ title: nameWords(name) }))],
    rows: months.map((month, m) => [`Month ${m + 1}`, ...names.map((name) => shown(name, month[name]))]),
  });
}
