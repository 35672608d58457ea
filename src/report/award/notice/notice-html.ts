import { selfContained } from "../../html/self-contained.ts";
import { element, type Markup } from "../../markup.ts";
import type { Notice, NoticeParty } from "./notice.ts";
import { noticeSections } from "./notice-sections.ts";
import { noticeStyles } from "./notice-styles.ts";
import { noticeTable, whyIn } from "./notice-table.ts";
import { partyWords } from "./party-words.ts";
import { printSize } from "./print-size.ts";

/** A notice as one HTML file for one page of A4: nothing runs, nothing is fetched, and every name is escaped. */
export function noticeHtml(notice: Notice): string {
  const { requirement, commissioner, supplier, offer } = notice;
  const title = `Assessment summary for ${supplier.name}: ${requirement.title}`;
  const sections = noticeSections(notice);
  // More to say is printed smaller, so that it stays one page.
  const size = printSize(notice, sections, whyIn(notice));
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
      sections.map(({ title: heading, sentences }) =>
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
  return selfContained(title, noticeStyles, element("body", { class: `s${size}` }, main));
}

function party(name: string, of: NoticeParty): Markup {
  return element("div", {}, element("dt", {}, name), element("dd", {}, partyWords(of)));
}
