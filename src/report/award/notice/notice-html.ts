import { selfContained } from "../../html/self-contained.ts";
import { element, type Markup } from "../../markup.ts";
import type { Notice, NoticeParty } from "./notice.ts";
import { noticeSections } from "./notice-sections.ts";
import { noticeStyles } from "./notice-styles.ts";
import { noticeTable } from "./notice-table.ts";
import { partyWords } from "./party-words.ts";

/** A notice as one HTML file for one page of A4: nothing runs, nothing is fetched, and every name is escaped. */
export function noticeHtml(notice: Notice): string {
  const { requirement, commissioner, supplier, offer } = notice;
  const title = `Assessment summary for ${supplier.name}: ${requirement.title}`;
  const main = element(
    "main",
    {},
    element("p", { class: "kind" }, "Assessment summary"),
    element("h1", {}, requirement.title),
    element("dl", { class: "parties" }, party("From", commissioner), party("To", supplier)),
    element("p", { class: "headline" }, notice.headline),
    noticeTable(notice),
    element(
      "div",
      { class: "sections" },
      noticeSections(notice).map(({ title: heading, sentences }) =>
        element(
          "section",
          {},
          element("h2", {}, heading),
          element(
            "ul",
            {},
            sentences.map((sentence) => element("li", {}, sentence)),
          ),
        ),
      ),
    ),
    element(
      "footer",
      {},
      `Offer ${offer} to requirement ${requirement.id}, published ${requirement.published}. Thank you for your offer.`,
    ),
  );
  return selfContained(title, noticeStyles, element("body", bodyAttributes(notice), main));
}

function party(name: string, of: NoticeParty): Markup {
  return element("div", {}, element("dt", {}, name), element("dd", {}, partyWords(of)));
}

/** More to say is set closer, so that it stays one page. */
function bodyAttributes(notice: Notice): { class?: string } {
  const signs =
    noticeSections(notice).reduce((sum, { sentences }) => sum + sentences.join(" ").length, 0) +
    notice.criteria.reduce((sum, { parts }) => sum + 420 * Math.max(1, parts.length), 0);
  const density = [3500, 5200, 8000].filter((most) => signs > most).length;
  const name = [undefined, "close", "closer", "closest"][density];
  return name === undefined ? {} : { class: name };
}
