import type { Problem } from "../../engine/problem.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { type KnownScenario, openRun, type RunSpec } from "../../sim/run-spec.ts";
import type { LiveRequest } from "./live-request.ts";
import type { ReadSource } from "./read-source.ts";

/** A request that can be run. */
export type OpenedRequest = {
  readonly checked: CheckedScenario;
  readonly seed: string;
  /** Is the cash of each month kept? */
  readonly keepsCash: boolean;
  /** The same for requests whose worlds, before any terms, are the same. */
  readonly world: string;
};

/** Checks a request whose source was read: the policies of the page are put beside those of the scenario. */
export function openRequest(
  request: LiveRequest,
  source: ReadSource,
):
  | { readonly opened: OpenedRequest; readonly problems?: undefined }
  | { readonly opened?: undefined; readonly problems: readonly Problem[] } {
  if (source.problems.length > 0) return { problems: source.problems };
  const { added = [], policies, settings = [], variant } = request;
  const { name, text, format, library } = source;
  const spec: RunSpec = {
    name,
    text,
    format,
    known: source.known && withAdded(source.known, added),
    library,
    changes: { variant, set: settings },
    ...(policies && { policies }),
    seed: "",
  };
  const { checked, problems } = openRun(spec);
  if (checked === undefined) return { problems };
  const keepsCash = request.cash ?? true;
  const seed = request.seed ?? checked.scenario.seed;
  return {
    opened: { checked, seed, keepsCash, world: JSON.stringify([source.key, variant, seed, keepsCash]) },
  };
}

/** A scenario with more policies; one of the same id is replaced. */
function withAdded({ value, scenario }: KnownScenario, added: LiveRequest["added"] & object): KnownScenario {
  if (added.length === 0) return { value, scenario };
  const ids = added.map(({ id }) => id);
  const put = <T extends { readonly id: string }>(policies: readonly T[]) => [
    ...policies.filter(({ id }) => !ids.includes(id)),
    ...added,
  ];
  const { policies } = value as { policies: readonly { id: string }[] };
  return {
    value: { ...(value as object), policies: put(policies) },
    scenario: { ...scenario, policies: put(scenario.policies) },
  };
}
