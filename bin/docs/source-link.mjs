import { existsSync } from "node:fs";
import { anchorsOf } from "./anchors.mjs";
import { fileOf, textOf } from "./filled.mjs";
import { escaped } from "./markdown.mjs";

/** A source in one line: its document, which leads to where it is on the web or in docs/, its section and quotation. */
export function sourceLink({ document, section, quote, url }) {
  const target = url ?? ownPage(document, section);
  const name = escaped(document);
  return [
    target === undefined ? name : `[${name}](${target})`,
    section && escaped(section),
    quote && `“${escaped(quote)}”`,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** A page of docs/ that a source names, at the section that it names. */
function ownPage(document, section = "") {
  const [, page] = /\(docs\/([a-z-]+\.md)\)$/.exec(document) ?? [];
  if (page === undefined || !existsSync(fileOf(`docs/${page}`))) return undefined;
  const anchor = anchorsOf(textOf(`docs/${page}`)).get(section);
  return anchor === undefined ? page : `${page}#${anchor}`;
}
