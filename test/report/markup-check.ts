const withoutEnd = new Set(["meta", "br", "hr", "link", "input", "img", "col", "!doctype"]);

/** Every element of a page, in order; throws where a tag is not closed in its turn or a text holds a bare sign. */
export function elementsOf(html: string): { name: string; attributes: Map<string, string> }[] {
  const found: { name: string; attributes: Map<string, string> }[] = [];
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z!][\w-]*)((?:\s+[\w:-]+="[^"<>]*")*|\s+html)\s*>/y;
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    const text = html.slice(at, next < 0 ? html.length : next);
    // A style sheet may hold ">" as a combinator; nothing else may.
    if (text.includes(">") && open[open.length - 1] !== "style")
      throw new Error(`bare > in ${text.slice(0, 80)}`);
    if (next < 0) break;
    tag.lastIndex = next;
    const match = tag.exec(html);
    if (match === null) throw new Error(`not a tag: ${html.slice(next, next + 80)}`);
    const [whole, end, name, attributes] = match as unknown as [string, string, string, string];
    at = next + whole.length;
    if (end === "/") {
      const last = open.pop();
      if (last !== name)
        throw new Error(`</${name}> closes <${last}> near ${html.slice(next - 80, next + 40)}`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map((m): [string, string] => [
      m[1]!,
      m[2]!,
    ]);
    if (new Set(pairs.map(([key]) => key)).size < pairs.length)
      throw new Error(`an attribute twice: ${whole}`);
    found.push({ name: name.toLowerCase(), attributes: new Map(pairs) });
    if (!withoutEnd.has(name.toLowerCase())) open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(", ")}`);
  return found;
}
