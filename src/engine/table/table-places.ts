import type { DocumentPath } from "../document.ts";
import type { RuleOrigin, TableRuleset } from "./table-ruleset.ts";

/** Finds the place in a table of a place in the ruleset that was made from it: its cells, columns and rows. */
export function tablePlaces(made: TableRuleset): (path: DocumentPath) => DocumentPath {
  return (path) => {
    const [first, second, ...rest] = path;
    if (first === "parameters") {
      const cell = made.parameterCells.get(String(second));
      return cell ?? path;
    }
    if (first !== "stages") return path;
    const [section, place, ...inner] = rest;
    if (section === "hitPolicy") return ["hitPolicy"];
    if (section === "otherwise") {
      const origin = made.otherwiseOrigins[Number(place)];
      return origin === undefined ? ["outputs"] : effectPlace(origin, inner);
    }
    const origin = section === "rules" ? made.origins[Number(place)] : undefined;
    if (origin === undefined) return ["rules"];
    const [part, , name] = inner;
    // What is inside a condition made of one cell stands in that cell.
    if (part === "conditions") return origin.inputs[Number(name)] ?? origin.row;
    if (part === "event") return effectPlace(origin, inner.slice(1));
    return part === "name" || part === "priority" ? [...origin.row, part] : origin.row;
  };
}

/** Of an effect the amount stands in its cell, and all else in the header of its column. */
function effectPlace(
  { output, cell, isTree }: Pick<RuleOrigin, "output" | "cell" | "isTree">,
  [key, name, ...deeper]: DocumentPath,
): DocumentPath {
  if (key === "params" && name === "amount") {
    if (isTree) return [...cell, ...deeper];
    return deeper[0] === "mul" && deeper[1] === 1 ? ["outputs", output, "per"] : cell;
  }
  return ["outputs", output, ...(name === "termDays" ? [name, ...deeper] : [])];
}
