import type { Contract } from "../engine/contract.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { namesInTracked, readsOf } from "../engine/scope.ts";

/** The facts and parameters that some of a contract's rulesets read, with all that tracked facts among them are made of. */
export function namesRead(contract: Contract, rulesets: readonly Ruleset[]): Set<string> {
  const tracked = new Map(contract.tracked.map(({ name, spec }) => [name, spec]));
  const seen = new Set<string>();
  const queue = rulesets.flatMap(readsOf);
  const walkParams = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [k, v] of Object.entries(part)) {
      if (k === "param" && typeof v === "string") queue.push(v);
      else walkParams(v);
    }
  };
  for (const ruleset of rulesets) for (const stage of ruleset.stages) walkParams(stage);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const spec = tracked.get(name);
    if (spec !== undefined) queue.push(...namesInTracked(spec));
  }
  return seen;
}
