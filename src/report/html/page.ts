import { element, type Markup } from "../markup.ts";
import { selfContained } from "./self-contained.ts";
import { styles } from "./styles.ts";

/** One section of the page: its anchor, its heading and what stands under it. */
export type Section = { readonly id: string; readonly title: string; readonly content: readonly Markup[] };

/** A whole page in one file: no script, no picture or font from elsewhere. */
export function page(title: string, opening: readonly Markup[], sections: readonly Section[]): string {
  const links = sections.map(({ id, title: name }) =>
    element("li", {}, element("a", { href: `#${id}` }, name)),
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
  return selfContained(title, styles, body);
}
