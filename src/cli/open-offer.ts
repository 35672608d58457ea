import { basename } from "node:path";
import { type ParsedDocument, parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { checkOwnOffer } from "../offer/check-own-offer.ts";
import { type OfferScenario, offerScenario } from "../offer/offer-scenario.ts";
import type { OwnOffer } from "../offer/own-offer-schema.ts";
import { readOwnOffer } from "../offer/read-own-offer.ts";
import { openRun } from "../sim/run-spec.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesIn, ownOffersFolder } from "./library.ts";
import { readScenario, type ScenarioOptions } from "./scenario-input.ts";
import { namedFile } from "./shipped-file.ts";

/** An offer with the scenario that it makes. */
export type OpenedOffer =
  | {
      readonly offer: OwnOffer;
      readonly opened: Extract<OfferScenario, { problems: readonly [] }>;
      readonly problems?: undefined;
    }
  | { readonly offer?: undefined; readonly opened?: undefined; readonly problems: readonly Problem[] };

export type OfferOptions = ScenarioOptions & {
  /** In place of the scenario and the terms that the offer names. */
  readonly scenario?: string | undefined;
  readonly terms?: string | undefined;
};

/** The bare names of the shipped offers of providers. */
export function ownOfferNames(): string[] {
  return filesIn(ownOffersFolder, [".yaml"]).map((path) => basename(path, ".yaml"));
}

/** Finds a provider's own offer by its path or by the bare name of a shipped one, checks it and puts it into its scenario. */
export function openOffer(name: string, options: OfferOptions): OpenedOffer {
  const found = namedFile(name, { names: ownOfferNames(), folder: ownOffersFolder, holds: "offer" });
  if (found.path === undefined) return { problems: [found.problem] };
  const document = offerDocument(found.path);
  const { offer: written, problems } = readOwnOffer(document);
  if (written === undefined) return { problems };
  const offer = {
    ...written,
    ...(options.scenario !== undefined && { scenario: options.scenario }),
    ...(options.terms !== undefined && { terms: options.terms }),
  };
  const input = readScenario(offer.scenario, options);
  if (input.spec === undefined || input.problems.length > 0) return { problems: input.problems };
  const base = openRun(input.spec);
  if (base.checked === undefined) return { problems: base.problems };
  const spec = { ...input.spec, seed: options.seed ?? base.checked.scenario.seed };
  const checked = checkOwnOffer(offer, document, base.checked);
  if (checked.place === undefined) return { problems: checked.problems };
  const opened = offerScenario(offer, spec, base.checked, checked.place);
  return opened.checked === undefined ? { problems: opened.problems } : { offer, opened };
}

function offerDocument(path: string): ParsedDocument {
  const { text, problems } = readInput(path);
  if (problems.length > 0) return { value: undefined, problems, where: () => shownPath(path) };
  return parseDocument(shownPath(path), text, path.endsWith(".json") ? "json" : "yaml");
}
