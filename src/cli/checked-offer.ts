import type { ParsedDocument } from "../engine/document.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { checkOwnOffer } from "../offer/check-own-offer.ts";
import { offerScenario } from "../offer/offer-scenario.ts";
import type { OwnOffer } from "../offer/own-offer-schema.ts";
import { type PlannedResult, plannedResult } from "../offer/test/planned-result.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { openRun, type RunSpec } from "../sim/run-spec.ts";
import { scenarioNames } from "./library.ts";
import { readOfferFile } from "./offer-file.ts";
import { readScenario } from "./scenario-input.ts";

/** The scenario that an offer is tested in, as it is without the offer. */
export type OfferBase = { readonly spec: RunSpec; readonly checked: CheckedScenario };

/** An offer that can be tested, with the place of its terms among the scenario's policies. */
export type CheckedOffer = {
  readonly offer: OwnOffer;
  readonly document: ParsedDocument;
  readonly base: OfferBase;
  readonly place: number;
  /** What it comes to if all goes to plan. */
  readonly planned: PlannedResult;
};

/** Reads an offer and its scenario and checks one against the other: all that keeps it from being tested. */
export async function readCheckedOffer(
  name: string,
): Promise<
  { readonly notes: readonly string[] } & (
    | { readonly checked: CheckedOffer; readonly problems: readonly [] }
    | { readonly checked?: undefined; readonly problems: readonly Problem[] }
  )
> {
  const { offer, document, notes, problems } = await readOfferFile(name);
  if (offer === undefined || document === undefined) return { notes, problems };
  const { base, problems: unread } = readOfferBase(offer.scenario, () => document.where(["scenario"]));
  if (base === undefined) return { notes, problems: unread };
  const { place, problems: wrong } = checkOwnOffer(offer, document, base.checked);
  if (place === undefined) return { notes, problems: wrong };
  const own = offerScenario(offer, base.spec, base.checked, place);
  if (own.checked === undefined) return { notes, problems: own.problems };
  const planned = await plannedResult(own.spec, own.checked, place);
  return { notes, checked: { offer, document, base, place, planned }, problems: [] };
}

/** Reads the scenario of an offer, which is a shipped one; `where` is the place of its name. */
export function readOfferBase(
  name: string,
  where: () => string,
):
  | { readonly base: OfferBase; readonly problems: readonly [] }
  | { readonly base?: undefined; readonly problems: readonly Problem[] } {
  const known = scenarioNames();
  if (!known.includes(name)) {
    const hint = didYouMean(name, known);
    const expected = `one of ${known.join(", ")}`;
    const problem = {
      where: where(),
      adjective: "unknown",
      noun: "scenario",
      found: name,
      expected,
    } as const;
    return { problems: [{ ...problem, ...(hint && { hint }) }] };
  }
  const { spec, problems } = readScenario(name, {});
  if (spec === undefined) return { problems };
  const opened = openRun(spec);
  return opened.checked === undefined
    ? { problems: opened.problems }
    : { base: { spec, checked: opened.checked }, problems: [] };
}
