import { element, type Markup } from "../markup.ts";
import { styles } from "./styles.ts";

/** One section of the page: its anchor, its heading and what stands under it. */
export type Section = { readonly id: string; readonly title: string; readonly content: readonly Markup[] };

/** Nothing is fetched and nothing runs, whatever a name in a file may hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole page in one file: no script, no picture or font from elsewhere. */
export function page(title: string, opening: readonly Markup[], sections: readonly Section[]): string {
  const links = sections.map(({ id, title: name }) =>
    element("li", {}, element("a", { href: `#${id}` }, name)),
  );
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("title", {}, title),
    element("style", {}, { markup: styles }),
  );
  const body = element(
    "body",
    {},
    element("header", {}, opening, element("nav", { "aria-label": "Sections" }, element("ul", {}, links))),
    element(
      "main",
      {},
      sections.map(({ id, title: name, content }) =>
        element(
          "section",
          { id, "aria-labelledby": `${id}-heading` },
          element("h2", { id: `${id}-heading` }, name),
          content,
        ),
      ),
    ),
  );
  return `<!DOCTYPE html>\n${element("html", { lang: "en-GB" }, head, body).markup}\n`;
}
