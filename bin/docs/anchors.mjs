/** The headings of a page and the anchors that GitHub gives them, by the text of the heading. */
export function anchorsOf(text) {
  const anchors = new Map();
  const seen = new Map();
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, "");
  for (const [, heading] of prose.matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading.replaceAll(/[`*\\]/g, "").replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const anchor = plain
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    anchors.set(plain, before === 0 ? anchor : `${anchor}-${before}`);
  }
  return anchors;
}
