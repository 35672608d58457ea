import { checkExamples } from "../engine/check-examples.ts";
import { type ParsedDocument, parseDocument } from "../engine/document.ts";
import { openEvaluate } from "../engine/evaluate.ts";
import type { Problem } from "../engine/problem.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { escapedText } from "../engine/shown-text.ts";
import { checkWrittenRuleset } from "../engine/table/check-written-ruleset.ts";
import { isOwnOffer, readOwnOffer } from "../offer/read-own-offer.ts";
import { shownName } from "../report/visible-width.ts";
import { checkScenario } from "../sim/check-scenario.ts";
import { canonicalText } from "../sim/content-hash.ts";
import { checkAwardFile, isAwardFile } from "./check-award-file.ts";
import { coloursOf } from "./colour.ts";
import { fewNotes, type NotesShown, warningsOf } from "./few-notes.ts";
import { findingNotes } from "./finding-notes.ts";
import { readInput, shownPath } from "./input-file.ts";
import { type AtHand, isKnownFact } from "./known-facts.ts";
import { checkRulesetFile, isRulesetFile } from "./ruleset-file.ts";
import { scenarioNotes } from "./scenario-notes.ts";

/** Checks a file of rules or a scenario: its problems, or one line where it has none, and notes for its author. */
export async function checkFile(
  path: string,
  library: Parameters<typeof checkScenario>[1],
  options: NotesShown & Partial<Omit<AtHand, "rulesets">> = {},
): Promise<{ lines?: readonly string[]; problems: readonly Problem[] }> {
  const { text, problems: unread } = readInput(path);
  if (unread.length > 0) return { problems: unread };
  const { shipped = library, scenarios = [] } = options;
  const atHand: AtHand = { rulesets: library, shipped, scenarios };
  const shown = shownPath(path);
  const document = parseDocument(shown, text, path.endsWith(".json") ? "json" : "yaml");
  if (isRulesetFile(path, document.value)) {
    const { ruleset, problems, document: inFile } = checkRulesetFile(document);
    if (ruleset === undefined || inFile === undefined) return { problems };
    const failed = await checkExamples(ruleset, openEvaluate(), (place) =>
      document.where(["examples", place]),
    );
    const findings = await findingNotes(inFile, ruleset, [], (fact) => isKnownFact(fact, ruleset, atHand));
    if (failed.length > 0) return { lines: warningsOf(findings), problems: failed };
    return {
      lines: [
        okLine(shown, ruleset.title, `${ruleset.kind}, ${examplesWords(ruleset.examples.length)}`),
        ...fewNotes([...takenIdNotes(document, ruleset, shipped.get(ruleset.id)), ...findings], options),
      ],
      problems: [],
    };
  }
  if (isAwardFile(document.value)) {
    const { title, about, notes, problems } = checkAwardFile(document, library);
    if (title === undefined || about === undefined) return { problems };
    const lines = notes.map((note) => escapedText(`note: ${note}`));
    return { lines: [okLine(shown, title, about), ...fewNotes(lines, options)], problems: [] };
  }
  if (isOwnOffer(document.value)) {
    const { offer, problems } = readOwnOffer(document);
    if (offer === undefined) return { problems };
    return { lines: [okLine(shown, offer.title ?? offer.provider, "a provider's own offer")], problems: [] };
  }
  if (document.problems.length > 0) return { problems: document.problems };
  const { checked, problems } = checkScenario(document, library);
  if (checked === undefined) return { problems };
  // A variant is part of the file: each is checked as if it were asked for.
  const variants = checked.scenario.variants.flatMap(
    (variant) => checkScenario(document, library, { variant: variant.id }).problems,
  );
  if (variants.length > 0) return { problems: variants };
  const own = checked.policies
    .flatMap((policy) => policy.contract.rulesets)
    .filter((r) => !library.has(r.id));
  const findings: string[] = [];
  for (const ruleset of new Set(own)) {
    const place = checked.scenario.rulesets.findIndex((r) => (r as { id?: unknown }).id === ruleset.id);
    const written = checked.scenario.rulesets[place];
    const { document: inFile } = checkWrittenRuleset(document, written, ["rulesets", place]);
    const failed = await checkExamples(ruleset, openEvaluate(), (example) =>
      document.where(["rulesets", place, "examples", example]),
    );
    findings.push(...(await findingNotes(inFile, ruleset, ["rulesets", place])));
    if (failed.length > 0) return { lines: warningsOf(findings), problems: failed };
  }
  const { length } = checked.policies;
  const notes = scenarioNotes(checked, library, shipped).map(({ path: at, says }) =>
    escapedText(`note: ${document.where(at)}: ${says}`),
  );
  return {
    lines: [
      okLine(shown, checked.scenario.title, `scenario, ${length} ${length === 1 ? "policy" : "policies"}`),
      ...fewNotes([...findings, ...notes], options),
    ],
    problems: [],
  };
}

/** A changed ruleset under an id of the library is fine by itself, and refused wherever it would be bound. */
function takenIdNotes(document: ParsedDocument, ruleset: Ruleset, shipped: Ruleset | undefined): string[] {
  if (shipped === undefined || canonicalText(shipped) === canonicalText(ruleset)) return [];
  const says = `the library has another ruleset ${ruleset.id}, so --rules and cases refuse this one until its id is another`;
  return [escapedText(`note: ${document.where(["id"])}: ${says}`)];
}

/** Titles and the names of files are other people's: nothing in them may act on a terminal. */
function okLine(path: string, title: string, about: string): string {
  const { green } = coloursOf(process.stdout);
  return `${green("ok")} ${escapedText(path)}: ${shownName(title)} (${about})`;
}

function examplesWords(count: number): string {
  if (count === 0) return "no examples";
  return `${count === 1 ? "1 example holds" : `${count} examples hold`}, worked out in two ways`;
}
