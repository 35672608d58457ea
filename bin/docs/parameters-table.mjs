import { quantityWords } from "../../src/engine/words/quantity-words.ts";
import { rangeWords } from "../../src/report/range-words.ts";
import { code, escaped, table } from "./markdown.mjs";

/** The figures of a ruleset that a policy may set; empty where it has none. */
export function parametersTable({ parameters }) {
  const rows = Object.entries(parameters).map(([name, parameter]) => {
    const { default: usual, unit, scaled, sentence } = parameter;
    const value = escaped(quantityWords({ name, unit }, usual));
    const range = escaped(rangeWords(name, parameter));
    return [code(name), scaled ? `${value}, a unit price` : value, range, escaped(sentence)];
  });
  return rows.length === 0 ? "" : table(["parameter", "where left out", "range", "what it is"], rows);
}
