/** A start tag, with its name less any prefix and its attributes as they are written, less prefixes too. */
export type XmlTag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
};

const tag = /<(?:[^\s<>/:"'=!?]+:)?([A-Za-z][\w.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;
const attribute = /\s+(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** The start tags of some names in XML, in their order; undefined where one is written as no program writes it. */
export function xmlTags(xml: string, names: readonly string[]): XmlTag[] | undefined {
  const found: XmlTag[] = [];
  for (const match of xml.matchAll(tag)) {
    const name = match[1]!;
    if (!names.includes(name)) continue;
    const written = match[2]!.replace(/\s*\/?$/, "");
    const attributes = new Map<string, string>();
    let length = 0;
    for (const [whole, key, double, single] of written.matchAll(attribute)) {
      length += whole.length;
      attributes.set(key!, double ?? single!);
    }
    // All of the tag is attributes, or two programs could read it in two ways.
    if (length !== written.length) return undefined;
    found.push({ name, attributes, end: match.index + match[0].length });
  }
  // Each that begins must have been read to its end.
  const begun = new RegExp(String.raw`<(?:[^\s<>/:"'=!?]+:)?(?:${names.join("|")})(?=[\s/>])`, "g");
  return xml.match(begun)?.length === (found.length || undefined) ? found : undefined;
}

/** An attribute's text with the five entities of XML and numbers of characters put in. */
export function xmlText(text: string): string {
  const known: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (_, decimal, hex, name) =>
      name !== undefined
        ? known[name]!
        : String.fromCodePoint(Math.min(0x10ffff, parseInt(decimal ?? hex, decimal ? 10 : 16))),
  );
}
