import type { Problem } from "../engine/problem.ts";
import { numbersOf, type OfferNames } from "../offer/offer-document.ts";
import { readOwnOffer } from "../offer/read-own-offer.ts";
import { type OfferBase, readOfferBase } from "./checked-offer.ts";
import { readOfferFile } from "./offer-file.ts";
import { readPolicyPlace } from "./policy-option.ts";

/** What an offer starts from: its scenario and terms, and what an earlier file answered already. */
export type OfferStart = {
  readonly base: OfferBase;
  readonly place: number;
  readonly names: Partial<OfferNames>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly notes: readonly string[];
};

export type StartOptions = {
  readonly scenario?: string | undefined;
  readonly terms?: string | undefined;
  readonly from?: string | undefined;
};

/** The scenario that an offer is tested in where nobody names one. */
export const usualScenario = "dps-2017";

/** Reads where an offer starts: the options before the file, the file before what is usual; an unfinished file will do. */
export async function readOfferStart(
  options: StartOptions,
): Promise<
  | { readonly start: OfferStart; readonly problems?: undefined }
  | { readonly start?: undefined; readonly problems: readonly Problem[] }
> {
  const from = options.from === undefined ? undefined : await readOfferFile(options.from);
  const document = from?.document;
  if (from !== undefined && from.offer === undefined) {
    // What has not been answered yet is what the form is for.
    const value = document?.value;
    const isObject = typeof value === "object" && value !== null;
    const filled = isObject &&
      document && { ...document, value: withLimits(value), problems: document.problems };
    const problems = filled ? readOwnOffer(filled).problems : from.problems;
    const open = problems.filter(({ adjective, noun }) => !(adjective === "missing" && noun === "answer"));
    if (!filled || open.length > 0) return { problems: open.length > 0 ? open : from.problems };
  }
  const value = (document?.value ?? {}) as Partial<OfferNames>;
  const scenario = options.scenario ?? value.scenario ?? usualScenario;
  const isOption = options.scenario !== undefined || value.scenario === undefined;
  const { base, problems } = readOfferBase(scenario, () =>
    isOption ? "--scenario" : document!.where(["scenario"]),
  );
  if (base === undefined) return { problems };
  if (base.checked.contracts.length > 0) {
    const expected = "a scenario of one contract";
    const where = isOption ? "--scenario" : document!.where(["scenario"]);
    return { problems: [{ where, adjective: "unsupported", noun: "scenario", found: scenario, expected }] };
  }
  const terms = options.terms ?? value.terms;
  const found = terms === undefined ? { value: 0 } : readPolicyPlace(base.checked, terms);
  if (found.value === undefined) {
    const where = options.terms === undefined ? document!.where(["terms"]) : "--terms";
    return { problems: [{ ...found.problem!, where }] };
  }
  return {
    start: {
      base,
      place: found.value,
      names: namesOf(value, scenario, terms),
      numbers: numbersOf(document?.value),
      notes: from?.notes ?? [],
    },
  };
}

function namesOf(
  value: Partial<OfferNames>,
  scenario: string,
  terms: string | undefined,
): Partial<OfferNames> {
  const text = (name: "id" | "provider" | "title") =>
    typeof value[name] === "string" ? { [name]: value[name] } : {};
  return { ...text("id"), ...text("provider"), ...text("title"), scenario, ...(terms && { terms }) };
}

function withLimits(value: object): object {
  const limits = (value as { limits?: unknown }).limits;
  const given = typeof limits === "object" && limits !== null ? limits : {};
  return { provider: "-", ...value, limits: { cash: 0, loss: 0, ...given } };
}
