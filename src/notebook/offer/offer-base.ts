import type { Problem } from "../../engine/problem.ts";
import { offerQuestions } from "../../offer/questions/all-questions.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { openRun, type RunSpec } from "../../sim/run-spec.ts";
import { openSources } from "../live/read-source.ts";
import type { FormRequest, OfferForm } from "./offer-request.ts";

/** The scenario of an offer as it is without the offer. */
export type OfferBase = { readonly spec: RunSpec; readonly checked: CheckedScenario };

type OpenedBase =
  | { readonly base: OfferBase; readonly problems: readonly [] }
  | { readonly base?: undefined; readonly problems: readonly Problem[] };

/** Opens the reading of shipped scenarios for offers; the last one is kept, as most answers change nothing of it. */
export function openBases(): (scenario: string) => OpenedBase {
  const read = openSources();
  let last: { readonly scenario: string; readonly opened: OpenedBase } | undefined;
  const readBase = (scenario: string): OpenedBase => {
    const { known, library, problems } = read({ shipped: scenario });
    if (known === undefined) return { problems };
    const spec: RunSpec = {
      name: scenario,
      // An offer reads it again at every answer, and JSON is read faster than YAML.
      text: JSON.stringify(known.value),
      format: "json",
      known,
      library,
      changes: { variant: undefined, set: [] },
      seed: known.scenario.seed,
    };
    const opened = openRun(spec);
    if (opened.checked === undefined) return { problems: opened.problems };
    return { base: { spec, checked: opened.checked }, problems: [] };
  };
  return (scenario) => {
    if (last?.scenario !== scenario) last = { scenario, opened: readBase(scenario) };
    return last.opened;
  };
}

/** The form of a scenario under some terms; terms that it does not have are a problem. */
export function formOf(
  { checked }: OfferBase,
  { terms }: FormRequest,
):
  | { readonly form: OfferForm; readonly problems?: undefined }
  | { readonly form?: undefined; readonly problems: readonly Problem[] } {
  const { scenario, policies } = checked;
  const policy = terms === undefined ? policies[0]! : policies.find(({ spec }) => spec.id === terms);
  if (policy === undefined) {
    const expected = `one of ${policies.map(({ spec }) => spec.id).join(", ")}`;
    const unknown = { where: "terms", adjective: "unknown", noun: "terms", found: terms! } as const;
    return { problems: [{ ...unknown, expected }] };
  }
  return {
    form: {
      scenario: scenario.id,
      title: scenario.title,
      summary: scenario.summary,
      limits: scenario.limits,
      terms: policy.spec.id,
      policies: policies.map(({ spec }) => ({
        id: spec.id,
        title: spec.title,
        sentence: spec.sentence ?? "",
      })),
      sections: offerQuestions(checked, policy),
    },
  };
}
