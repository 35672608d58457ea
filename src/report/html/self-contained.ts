import { element, type Markup } from "../markup.ts";

/** Nothing is fetched and nothing runs, whatever a name in a file may hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole document in one file with its styles: no script, no picture or font from elsewhere. */
export function selfContained(title: string, styles: string, body: Markup): string {
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
  return `<!DOCTYPE html>\n${element("html", { lang: "en-GB" }, head, body).markup}\n`;
}
