import type { DocumentPath } from "../document.ts";
import type { TableRuleset } from "./table-ruleset.ts";

/** Finds the place in a table of a place in the ruleset that was made from it: its cells, columns and rows. */
export function tablePlaces(made: TableRuleset): (path: DocumentPath) => DocumentPath {
  return (path) => {
    const [first, second, ...rest] = path;
    if (first === "parameters") {
      const cell = made.parameterCells.get(String(second));
      return cell ?? path;
    }
    if (first !== "stages") return path;
    const [section, r, ...inner] = rest;
    if (section === "hitPolicy") return ["hitPolicy"];
    const origin = section === "rules" ? made.origins[Number(r)] : undefined;
    if (origin === undefined) return ["rules"];
    const [part, key, name, ...deeper] = inner;
    // What is inside a condition made of one cell stands in that cell.
    if (part === "conditions") return origin.inputs[Number(name)] ?? origin.row;
    if (part === "event" && key === "params" && name === "amount") {
      if (origin.isTree) return [...origin.cell, ...deeper];
      return deeper[0] === "mul" && deeper[1] === 1 ? ["outputs", origin.output, "per"] : origin.cell;
    }
    if (part === "event")
      return ["outputs", origin.output, ...(name === "termDays" ? [name, ...deeper] : [])];
    return part === "name" || part === "priority" ? [...origin.row, part] : origin.row;
  };
}
