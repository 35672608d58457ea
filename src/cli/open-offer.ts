import type { Problem } from "../engine/problem.ts";
import { checkOwnOffer } from "../offer/check-own-offer.ts";
import { type OfferScenario, offerScenario } from "../offer/offer-scenario.ts";
import type { OwnOffer } from "../offer/own-offer-schema.ts";
import { openRun } from "../sim/run-spec.ts";
import { readOfferFile } from "./offer-file.ts";
import { withRulesBeside } from "./rules-beside.ts";
import { readScenario, type ScenarioOptions } from "./scenario-input.ts";

/** An offer with the scenario that it makes, and what a reader should know of how its file was read. */
export type OpenedOffer =
  | {
      readonly offer: OwnOffer;
      readonly opened: Extract<OfferScenario, { problems: readonly [] }>;
      readonly notes: readonly string[];
      readonly problems?: undefined;
    }
  | { readonly offer?: undefined; readonly opened?: undefined; readonly problems: readonly Problem[] };

export type OfferOptions = Omit<ScenarioOptions, "policies"> & {
  /** In place of the scenario and the terms that the offer names. */
  readonly scenario?: string | undefined;
  readonly terms?: string | undefined;
};

/** Finds a provider's own offer by its path or by the bare name of a shipped one, checks it and puts it into its scenario. */
export async function openOffer(name: string, options: OfferOptions): Promise<OpenedOffer> {
  const { document, offer: written, notes, problems } = await readOfferFile(name);
  if (written === undefined || document === undefined) return { problems };
  const offer = {
    ...written,
    ...(options.scenario !== undefined && { scenario: options.scenario }),
    ...(options.terms !== undefined && { terms: options.terms }),
  };
  const input = readScenario(offer.scenario, options);
  if (input.spec === undefined || input.problems.length > 0) return { problems: input.problems };
  const base = openRun(input.spec);
  if (base.checked === undefined) return { problems: withRulesBeside(base.problems, input.path ?? "") };
  const spec = { ...input.spec, seed: options.seed ?? base.checked.scenario.seed };
  const checked = checkOwnOffer(offer, document, base.checked);
  if (checked.place === undefined)
    return { problems: checked.problems.map((problem) => ofOption(problem, options)) };
  const opened = offerScenario(offer, spec, base.checked, checked.place);
  return opened.checked === undefined ? { problems: opened.problems } : { offer, opened, notes };
}

/** What an option gave is not to be mended in the file. */
function ofOption(problem: Problem, { terms, scenario }: OfferOptions): Problem {
  const given = problem.noun === "terms" ? terms : problem.noun === "scenario" ? scenario : undefined;
  return given === undefined ? problem : { ...problem, where: `--${problem.noun}` };
}
