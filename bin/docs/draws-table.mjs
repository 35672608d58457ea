import { commonDrawsColumns, drawsKeys } from "../../src/report/draws-columns.ts";
import { code, escaped, table } from "./markdown.mjs";

/** The columns of `riskshare draws` with their units. */
export function drawsTable() {
  const keys = drawsKeys.map(([name, sentence]) => [code(name), "", escaped(sentence)]);
  const columns = commonDrawsColumns.map(({ name, unit, sentence }) => [code(name), unit, escaped(sentence)]);
  return table(["column", "unit", "what it is"], [...keys, ...columns]);
}
