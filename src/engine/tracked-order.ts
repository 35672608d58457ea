import type { TrackedSpec } from "./ruleset.ts";
import { namesInTracked } from "./scope.ts";

export type TrackedOrder = {
  /** Names in an order in which each comes after those it reads. */
  readonly order: readonly string[];
  /** The names of a cycle, if there is one. */
  readonly cycle?: readonly string[];
};

/** Orders tracked facts so that each comes after the tracked facts it reads. */
export function orderTracked(tracked: Readonly<Record<string, TrackedSpec>>): TrackedOrder {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const trail: string[] = [];
  let cycle: string[] | undefined;
  const visit = (name: string): void => {
    if (cycle !== undefined || state.get(name) === "done" || !Object.hasOwn(tracked, name)) return;
    if (state.get(name) === "open") {
      cycle = trail.slice(trail.indexOf(name));
      return;
    }
    state.set(name, "open");
    trail.push(name);
    for (const other of namesInTracked(tracked[name]!)) visit(other);
    trail.pop();
    state.set(name, "done");
    order.push(name);
  };
  for (const name of Object.keys(tracked)) visit(name);
  return cycle === undefined ? { order } : { order, cycle };
}
