import { operators } from "../../src/engine/operators.ts";
import { code, table } from "./markdown.mjs";

export function operatorsTable() {
  const rows = Object.entries(operators).map(([name, { types, list, words }]) => [
    code(name),
    words,
    types.map((type) => ({ number: "numbers", boolean: "yes or no", enum: "words" })[type]).join(", "),
    list ? "a list of literals" : 'a literal, or `{ "fact": … }`',
  ]);
  return table(["operator", "reads as", "on facts that are", "`value`"], rows);
}
