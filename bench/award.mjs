// How long an award takes: a round of many offers judged with its warnings, and one bidder's nearest changes.
// usage: node bench/award.mjs [--offers 10000] [--json]; writes bench/results/award.txt
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";

const { values } = parseArgs({
  options: { offers: { type: "string", default: "10000" }, json: { type: "boolean", default: false } },
});
const many = Number(values.offers);
if (!(Number.isInteger(many) && many >= 2 && many <= 20_000)) {
  process.stderr.write(
    `--offers: invalid value: ${values.offers}; expected a whole number from 2 to 20,000\n`,
  );
  process.exit(1);
}
register();
const { checkOffers } = await import("../src/award/check-offers.ts");
const { checkRequirement } = await import("../src/award/check-requirement.ts");
const { nearestWin } = await import("../src/award/nearest-win.ts");
const { openRound } = await import("../src/award/open-round.ts");
const { pullsBothWays } = await import("../src/award/pulls-both-ways.ts");
const { rankingParadox } = await import("../src/award/ranking-paradox.ts");
const { readLibrary } = await import("../src/cli/library.ts");
const { parseDocument } = await import("../src/engine/document.ts");
const { awardJson } = await import("../src/report/award/award-json.ts");

const root = fileURLToPath(new URL("..", import.meta.url));
const library = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));
const text = readFileSync(`${root}scenarios/requirements/dps-lone-parents.yaml`, "utf8");
const { bound } = checkRequirement(parseDocument("requirement.yaml", text, "yaml"), library);

/** Offers that differ in everything that is scored, the same every time. */
function offersOf(count) {
  let state = 12_345;
  const below = (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const rated = (most) => ({ rating: below(most + 1) });
  return Array.from({ length: count }, (_, i) => ({
    id: `o-${i}`,
    bidder: { name: `Bidder ${i}` },
    price: 30_000 + below(20_000),
    leadInMonths: below(4),
    focus: below(2) === 0 ? "specialist" : "generalist",
    quality: { understanding: rated(5), specialistFit: rated(5), socialValue: rated(4), delivery: rated(5) },
  }));
}

const times = {};
const timed = (name, work) => {
  const began = performance.now();
  const made = work();
  times[name] = performance.now() - began;
  return made;
};
/** Files of offers are read up to 2 MiB each. */
function documentsOf(offers) {
  const documents = [];
  for (let from = 0; from < offers.length; from += 5000)
    documents.push(
      parseDocument(
        `offers-${from}.json`,
        JSON.stringify({ offers: offers.slice(from, from + 5000) }),
        "json",
      ),
    );
  return documents;
}
const readRound = (count) => {
  const { offers, problems } = checkOffers(documentsOf(offersOf(count)), bound);
  if (offers === undefined) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return openRound(bound, offers);
};

const open = timed(`reading ${many} offers`, () => readRound(many));
const round = timed("ranking them, with the rules that gave each mark", () => open.judge());
const warnings = timed("looking for the ranking paradox", () => ({
  pulls: pullsBothWays(bound),
  paradox: rankingParadox(open, round),
}));
timed("writing the answer as JSON", () => JSON.stringify(awardJson(bound, round, warnings)));
const small = readRound(1000);
const before = small.judge();
const ranked = before.ranking.filter(({ rank }) => rank !== undefined);
const middle = ranked[Math.floor(ranked.length / 2)].offer.offer.id;
timed("the nearest changes for one bidder among 1,000", () => nearestWin(small, before, middle));

const award = Object.entries(times)
  .slice(0, 4)
  .reduce((sum, [, ms]) => sum + ms, 0);
if (values.json) process.stdout.write(`${JSON.stringify({ offers: many, times, award })}\n`);
else {
  const lines = [
    `An award of ${many} offers to dps-lone-parents, in milliseconds, on this thread (Node ${process.versions.node})`,
    ...Object.entries(times).map(([name, ms]) => `  ${name.padEnd(52)}${ms.toFixed(0).padStart(7)}`),
    `  ${"the award from files to answer".padEnd(52)}${award.toFixed(0).padStart(7)}`,
  ];
  const table = `${lines.join("\n")}\n`;
  mkdirSync(`${root}bench/results`, { recursive: true });
  writeFileSync(`${root}bench/results/award.txt`, table);
  process.stdout.write(table);
}
