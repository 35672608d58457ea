import { basename } from "node:path";
import { parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { beforeContract } from "../offer/before/before-contract.ts";
import type { StandingOffer } from "../offer/before/standing-offer.ts";
import { checkOwnOffer } from "../offer/check-own-offer.ts";
import { offerScenario } from "../offer/offer-scenario.ts";
import type { OwnOffer } from "../offer/own-offer-schema.ts";
import { readOwnOffer } from "../offer/read-own-offer.ts";
import { openRun } from "../sim/run-spec.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesIn, scenariosFolder } from "./library.ts";
import { withRulesBeside } from "./rules-beside.ts";
import { readScenario } from "./scenario-input.ts";
import { namedFile } from "./shipped-file.ts";

/** An offer as its file has it, with what a simulation needs of it. */
export type ReadStandingOffer = StandingOffer & { readonly offer: OwnOffer };

type InPlaceOf = { readonly scenario?: string | undefined; readonly terms?: string | undefined };

type Read =
  | { readonly standing: ReadStandingOffer; readonly problems: readonly [] }
  | { readonly standing?: undefined; readonly problems: readonly Problem[] };

const mostStanding = 200;

/** Reads offers by path or by the bare name of a shipped one; all problems at once. */
export function readStandingOffers(
  names: readonly string[],
  inPlaceOf: InPlaceOf,
): { readonly offers: readonly ReadStandingOffer[]; readonly problems: readonly Problem[] } {
  const read = names.map((name) => readStandingOffer(name, inPlaceOf));
  const problems = read.flatMap((each): readonly Problem[] => each.problems);
  const offers = read.flatMap(({ standing }) => standing ?? []);
  for (const [place, { offer }] of offers.entries())
    if (offers.findIndex((other) => other.offer.id === offer.id) < place)
      problems.push({ where: names[place]!, adjective: "duplicate", noun: "offer", found: offer.id });
  const standing = offers.reduce((sum, { before }) => sum + before.standing, 0);
  if (standing > mostStanding)
    problems.push({
      where: "offers",
      adjective: "invalid",
      noun: "number of standing offers",
      found: String(standing),
      expected: `at most ${mostStanding} in all`,
    });
  return { offers, problems };
}

function readStandingOffer(name: string, inPlaceOf: InPlaceOf): Read {
  const folder = `${scenariosFolder}/own-offers`;
  const names = filesIn(folder, [".yaml"]).map((path) => basename(path, ".yaml"));
  const found = namedFile(name, { names, folder, holds: "offer" });
  if (found.path === undefined) return { problems: [found.problem] };
  const { text, problems: unread } = readInput(found.path);
  if (unread.length > 0) return { problems: unread };
  const format = found.path.endsWith(".json") ? "json" : "yaml";
  const document = parseDocument(shownPath(found.path), text, format);
  const read = readOwnOffer(document);
  if (read.offer === undefined) return { problems: read.problems };
  const offer = {
    ...read.offer,
    ...(inPlaceOf.scenario !== undefined && { scenario: inPlaceOf.scenario }),
    ...(inPlaceOf.terms !== undefined && { terms: inPlaceOf.terms }),
  };
  const input = readScenario(offer.scenario, {});
  if (input.spec === undefined) return { problems: input.problems };
  const opened = openRun(input.spec);
  if (opened.checked === undefined) return { problems: withRulesBeside(opened.problems, input.path ?? "") };
  const { place, problems } = checkOwnOffer(offer, document, opened.checked);
  if (place === undefined) return { problems: problems.map((problem) => ofOption(problem, inPlaceOf)) };
  const made = offerScenario(offer, input.spec, opened.checked, place);
  if (made.checked === undefined) return { problems: made.problems };
  return {
    standing: { offer, checked: made.checked, place: made.place, before: beforeContract(offer) },
    problems: [],
  };
}

/** What an option gave is not to be mended in the file. */
function ofOption(problem: Problem, inPlaceOf: InPlaceOf): Problem {
  const isOption =
    problem.noun === "terms" ? inPlaceOf.terms : problem.noun === "scenario" && inPlaceOf.scenario;
  return isOption ? { ...problem, where: `--${problem.noun}` } : problem;
}
