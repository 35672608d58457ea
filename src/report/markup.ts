import { escapedText } from "../engine/shown-text.ts";

/** Text that is HTML or SVG already; everything else is escaped where it is put into an element. */
export type Markup = { readonly markup: string };

export type Content = Markup | string | number | undefined | readonly Content[];
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Elements of HTML that have no end tag. */
const empty = new Set(["meta", "br", "hr", "link", "input", "img", "col"]);

/** Builds an element with its attributes and content; text from files can never become an element. */
export function element(name: string, attributes: Attributes, ...content: Content[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapedMarkup(attributeText(value!))}"`)
    .join("");
  if (empty.has(name)) return { markup: `<${name}${written}>` };
  return { markup: `<${name}${written}>${joined(content)}</${name}>` };
}

/** Puts content one after the other, without an element around it. */
export function together(...content: Content[]): Markup {
  return { markup: joined(content) };
}

/** Writes the five characters that markup gives a meaning as references, and what cannot be seen as escapes. */
export function escapedMarkup(text: string): string {
  return escapedText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function joined(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string" || typeof content === "number")
    return escapedMarkup(attributeText(content));
  return "markup" in content ? content.markup : content.map(joined).join("");
}

/** Coordinates need no more than a hundredth of a point. */
function attributeText(value: string | number): string {
  return typeof value === "number" ? String(Math.round(value * 100) / 100 + 0) : value;
}
