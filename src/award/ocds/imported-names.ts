const longest = 60;

/**
 * Gives things of another system names of our own, each once: `kebab` for offers, `camel` for criteria.
 *
 * @example namesFor("kebab", [])("Bid No. 7") // "bid-no-7"
 */
export function namesFor(
  form: "kebab" | "camel",
  taken: readonly string[],
): (text: string, otherwise: string) => string {
  const used = new Set(taken);
  const next = new Map<string, number>();
  return (text, otherwise) => {
    const plain = (form === "kebab" ? kebab(text) : camel(text)) || otherwise;
    let name = plain;
    // Counted on by name, so that a thousand bids of one name do not look a million times.
    for (let n = next.get(plain) ?? 2; used.has(name); n++) {
      const ending = form === "kebab" ? `-${n}` : String(n);
      name = plain.slice(0, longest - ending.length).replace(/-$/, "") + ending;
      next.set(plain, n + 1);
    }
    used.add(name);
    return name;
  };
}

/** Lower-case words and digits joined by hyphens; nothing where there are none. */
export function kebab(text: string): string {
  return wordsOf(text).join("-").toLowerCase().slice(0, longest).replace(/-$/, "");
}

function camel(text: string): string {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  // A name begins with a letter.
  while (/^\d/.test(words[0] ?? "")) words.shift();
  return words
    .map((word, w) => (w === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("")
    .slice(0, longest);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/[\p{M}'’]/gu, "")
      .match(/[A-Za-z0-9]+/g) ?? []
  );
}
