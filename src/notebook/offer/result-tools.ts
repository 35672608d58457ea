import { csvFile } from "../../report/csv-cell.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import { download } from "../download.ts";
import { element } from "../element.ts";
import type { OfferAnswer } from "./offer-request.ts";

/** Buttons with which a reader takes the results away. */
export function resultTools(answer: () => OfferAnswer | undefined): HTMLElement {
  const said = element("output", {});
  const button = (text: string, work: (made: OfferAnswer) => void) => {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", () => {
      said.textContent = "";
      const now = answer();
      if (now === undefined) said.textContent = "There is no answer yet to what stands in the form.";
      else work(now);
    });
    return made;
  };
  return element(
    "div",
    { class: "figure-tools" },
    button("Results as JSON", ({ json, request }) => {
      if (json === undefined) said.textContent = "The causes are still being worked out.";
      else download(`${request.offer.id}-results.json`, "application/json", json);
    }),
    button("Results as CSV", (made) =>
      download(`${made.request.offer.id}-results.csv`, "text/csv", resultsCsv(made)),
    ),
    said,
  );
}

/** Every measure under all terms, a row each; money in pounds, shares and chances from 0 to 1. */
function resultsCsv({ test }: OfferAnswer): string {
  const row = (policy: string, title: string, measure: string, { value, se, low, high, unit }: Estimate) => [
    policy,
    title,
    measure,
    value,
    se,
    low,
    high,
    unit,
  ];
  return csvFile(
    ["policy", "title", "measure", "value", "se", "low", "high", "unit"],
    test.terms.flatMap(({ policy, title, measures }) =>
      Object.entries(measures).map(([name, estimate]) => row(policy, title, name, estimate)),
    ),
  );
}
