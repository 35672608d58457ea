import type { ParsedDocument } from "../engine/document.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { applyChange } from "./change.ts";

/** A scenario's value as its named variant changes it; unchanged where none is named. */
export function applyVariant(
  document: ParsedDocument,
  id: string | undefined,
): { value: unknown; problems: Problem[] } {
  if (id === undefined) return { value: document.value, problems: [] };
  const variants = (document.value as { variants?: unknown })?.variants;
  const list = Array.isArray(variants) ? (variants as { id?: unknown; change?: unknown }[]) : [];
  const variant = list.find((v) => v?.id === id);
  if (variant === undefined) {
    const known = list.map((v) => String(v?.id));
    const hint = didYouMean(id, known);
    const problem: Problem = {
      where: "--variant",
      adjective: "unknown",
      noun: "variant",
      found: id,
      expected: known.length > 0 ? `one of ${known.join(", ")}` : "none, as the scenario has no variants",
      ...(hint && { hint }),
    };
    return { value: undefined, problems: [problem] };
  }
  const problems: Problem[] = [];
  let value = document.value;
  for (const [path, to] of Object.entries((variant.change ?? {}) as Record<string, unknown>)) {
    const changed = applyChange(value, path, to);
    if (changed === undefined) {
      problems.push({
        where: document.where(["variants", list.indexOf(variant), "change", path], "key"),
        adjective: "unknown",
        noun: "path",
        found: path,
        expected: "a dotted path to a figure of the scenario",
      });
    } else value = changed;
  }
  return { value, problems };
}
