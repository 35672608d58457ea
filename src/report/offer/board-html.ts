import type { OwnOffer } from "../../offer/own-offer-schema.ts";
import type { OfferTest, TermsTest } from "../../offer/test/test-offer.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { cashFanChart } from "../charts/cash-fan-chart.ts";
import { selfContained } from "../html/self-contained.ts";
import { element, type Markup } from "../markup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { fixedSpace, shownCount, shownPounds } from "../shown-number.ts";
import { shownName } from "../visible-width.ts";
import { asksOf } from "./ask-words.ts";
import { boardStyles } from "./board-styles.ts";
import { reasonsOf } from "./cause-words.ts";
import { foundWords, limitName, standingWords, wantedWords } from "./limit-words.ts";
import { resultRows } from "./result-lines.ts";
import { verdictNotes, verdictSentence } from "./verdict-words.ts";
import { worstMargin } from "./worst-margin.ts";

/** A test of an offer as one side of A4 for a board: nothing runs, nothing is fetched, and every name is escaped. */
export function boardHtml(
  offer: OwnOffer,
  checked: CheckedScenario,
  test: OfferTest,
  about: { readonly command: string },
): string {
  const own = test.terms[test.own]!;
  const title = `${shownName(offer.provider)}: ${shownName(offer.title ?? offer.id)}`;
  const asks = asksOf(test, checked);
  const main = element(
    "main",
    {},
    element("p", { class: "kind" }, "For the board: is this offer viable?"),
    element("h1", {}, title),
    element(
      "p",
      { class: "about" },
      `Tested in “${shownName(checked.scenario.title)}” under the terms “${shownName(own.title)}”, on ${shownCount(test.paths)} simulated futures.`,
    ),
    element("p", { class: `headline ${own.verdict}` }, verdictSentence(own.verdict, own.limits)),
    verdictNotes(test).map((sentence) => element("p", {}, sentence)),
    element(
      "div",
      { class: "columns" },
      element("section", {}, element("h2", {}, "Against your limits"), limitsTable(test), fan(offer, test)),
      element("section", {}, element("h2", {}, "What it comes to"), resultsTable(test, checked)),
    ),
    element(
      "div",
      { class: "columns" },
      element("section", {}, element("h2", {}, "The biggest risks"), risks(test)),
      element(
        "section",
        {},
        element("h2", {}, "What to ask the commissioner for"),
        element(
          "ul",
          {},
          asks.length === 0
            ? element(
                "li",
                {},
                "Nothing that would change the answer: no other terms of this scenario help by much.",
              )
            : asks.map((ask) => element("li", {}, ask)),
        ),
      ),
    ),
    element("h2", {}, "The same offer under other terms"),
    termsTable(test),
    element(
      "footer",
      {},
      `Figures after ± and in brackets are the error of simulating so many futures, at 95${fixedSpace}%; those of the month hold 8 of 10 futures that get there. All terms pay your prices, on the same futures. The futures stand on the scenario's figures of how referrals, starts and outcomes come out; ${shownCount(checked.scenario.limits.length)} things that it leaves out are in its limits. To repeat it: ${about.command}`,
    ),
  );
  return selfContained(title, boardStyles, element("body", {}, main));
}

function limitsTable(test: OfferTest): Markup {
  const rows = test.terms[test.own]!.limits.map((check) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, limitName(check)),
      element("td", { class: "number" }, foundWords(check)),
      element("td", { class: "word" }, wantedWords(check)),
      element("td", { class: "word" }, standingWords[check.standing]),
    ),
  );
  const heads = ["Limit", "Found", "You asked for", ""].map((head) => element("th", { scope: "col" }, head));
  return element("table", {}, element("thead", {}, element("tr", {}, heads)), element("tbody", {}, rows));
}

function resultsTable(test: OfferTest, checked: CheckedScenario): Markup {
  const rows = resultRows(test, checked).map(({ name, value, interval }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, name),
      element(
        "td",
        { class: "number" },
        value,
        element("span", { class: "interval" }, interval === "" ? "" : ` ${interval}`),
      ),
    ),
  );
  return element("table", {}, element("tbody", {}, rows));
}

function fan(offer: OwnOffer, test: OfferTest): Markup {
  const { pounds } = test.cash;
  const middle = pounds[2]!;
  const lowest = middle.indexOf(Math.min(...middle));
  const frame = {
    id: "cash",
    width: 380,
    height: 210,
    title: "Your cash, month by month",
    description: `In the middle future cash is lowest in month ${lowest + 1}, at ${shownPounds(Math.round(middle[lowest]!))}, and ends at ${shownPounds(Math.round(middle.at(-1)!))}.`,
  };
  return element(
    "figure",
    {},
    element("h2", {}, frame.title),
    cashFanChart(frame, test, offer.limits.cash),
    element(
      "figcaption",
      {},
      "Line: the middle future. Dark band: half of all futures. Pale band: 18 of 20.",
    ),
  );
}

function risks(test: OfferTest): Markup {
  const reasons = reasonsOf(test);
  if (reasons.length === 0)
    return element("p", {}, "Nothing comes out otherwise than planned by enough to tell.");
  return element(
    "ol",
    {},
    reasons.map(({ title, sentence }) => element("li", {}, element("b", {}, `${title}. `), sentence)),
  );
}

/** More terms than these would not fit on one side. */
const mostTerms = 9;

function termsTable({ terms: all, own: ownPlace }: OfferTest): Markup {
  const yours = all[ownPlace]!;
  const rank = (terms: TermsTest) =>
    terms === yours ? Number.NEGATIVE_INFINITY : (terms.measures.expectedShortfall95.value ?? 0);
  const kept = [...all].sort((a, b) => rank(a) - rank(b)).slice(0, mostTerms);
  const terms = all.filter((each) => kept.includes(each));
  const own = terms.indexOf(yours);
  const heads = [
    "Terms",
    "Average margin",
    "Chance of a loss",
    "Average of the worst 1 in 20",
    "Most cash out, 19 of 20",
    "Within your limits",
  ];
  const rows = terms.map(({ title, measures, verdict }, place) =>
    element(
      "tr",
      { class: place === own ? "own" : undefined },
      element("th", { scope: "row" }, shownName(title), place === own ? " (yours)" : ""),
      [
        measures.meanMargin,
        measures.probabilityOfLoss,
        worstMargin(measures),
        measures.peakFundingQuantile95,
      ].map((estimate) => element("td", {}, shownEstimate(estimate).text)),
      element("td", {}, { within: "yes", beyond: "no", unclear: "too close" }[verdict]),
    ),
  );
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          heads.map((head) => element("th", { scope: "col" }, head)),
        ),
      ),
      element("tbody", {}, rows),
    ),
    all.length > terms.length
      ? element(
          "p",
          { class: "about" },
          `${all.length - terms.length} more, under which bad futures are worse, are in terms.csv.`,
        )
      : undefined,
  );
}
