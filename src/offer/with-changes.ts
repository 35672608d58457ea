import { applyChange } from "../sim/change.ts";
import type { Changes } from "./offer-changes.ts";

/** Gives a copy of a scenario's document with changes at dotted paths; parents that are missing are made. */
export function withChanges(value: unknown, changes: Changes): unknown {
  let changed = value;
  for (const [path, to] of Object.entries(changes)) changed = withChange(changed, path, to);
  return changed;
}

function withChange(value: unknown, path: string, to: unknown): unknown {
  const changed = applyChange(value, path, to);
  if (changed !== undefined) return changed;
  const dot = path.lastIndexOf(".");
  if (dot < 0) return value;
  return applyChange(withChange(value, path.slice(0, dot), {}), path, to) ?? value;
}
