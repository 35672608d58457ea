import { xmlTags, xmlText } from "./xml-tags.ts";

/** The numbers of the styles that show a number as per cent. */
export function percentStyles(xml: string): ReadonlySet<number> {
  // 9 and 10 are 0% and 0.00% wherever nothing else is said.
  const formats = new Set([9, 10]);
  for (const { attributes } of xmlTags(xml, ["numFmt"]) ?? []) {
    const code = xmlText(attributes.get("formatCode") ?? "");
    const id = Number(attributes.get("numFmtId"));
    // What stands in quotes or behind a backslash is text and no sign.
    if (code.replaceAll(/"[^"]*"|\\./g, "").includes("%")) formats.add(id);
    else formats.delete(id);
  }
  const from = xml.search(/<(?:[\w.-]+:)?cellXfs\b/);
  const to = xml.search(/<\/(?:[\w.-]+:)?cellXfs>/);
  const styles = from < 0 || to < from ? [] : (xmlTags(xml.slice(from, to), ["xf"]) ?? []);
  return new Set(
    styles.flatMap(({ attributes }, style) =>
      formats.has(Number(attributes.get("numFmtId"))) ? [style] : [],
    ),
  );
}
