import { parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { checkOwnOffer } from "../offer/check-own-offer.ts";
import { offerScenario } from "../offer/offer-scenario.ts";
import { readOwnOffer } from "../offer/read-own-offer.ts";
import { openRun } from "../sim/run-spec.ts";
import { shownPath } from "./input-file.ts";
import type { ScenarioInput } from "./scenario-input.ts";

/** Is a text meant as a provider's own offer? It has limits and a provider, and no policies. */
export function isOfferText(text: string): boolean {
  const has = (key: string) => new RegExp(`^["\\s{]*${key}["\\s]*:`, "m").test(text);
  return has("limits") && has("provider") && has("scenario") && !has("policies");
}

/**
 * Reads an offer as the scenario that it makes, for every command that runs one. `readBase` reads the scenario that the
 * offer names.
 */
export function offerAsScenario(
  path: string,
  text: string,
  readBase: (scenario: string) => ScenarioInput,
): ScenarioInput {
  const format = path.endsWith(".json") ? "json" : "yaml";
  const document = parseDocument(shownPath(path), text, format);
  const { offer, problems } = readOwnOffer(document);
  if (offer === undefined) return { problems };
  const input = readBase(offer.scenario);
  if (input.spec === undefined) return input;
  const { policies, ...whole } = input.spec;
  const base = openRun(whole);
  if (base.checked === undefined) return { problems: [...input.problems, ...base.problems] };
  const { place, problems: wrong } = checkOwnOffer(offer, document, base.checked);
  if (place === undefined) return { problems: [...input.problems, ...wrong] };
  const made = offerScenario(offer, whole, base.checked, place);
  if (made.spec === undefined) return { problems: [...input.problems, ...made.problems] as Problem[] };
  return {
    problems: input.problems,
    path,
    terms: base.checked.policies[place]!.spec.id,
    spec: { ...made.spec, ...(policies && { policies }) },
  };
}
