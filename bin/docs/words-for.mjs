/** The words for each name of the code; throws where a name has none, or words have no name. */
export function wordsFor(what, names, words) {
  const missing = names.filter((name) => !Object.hasOwn(words, name));
  const stale = Object.keys(words).filter((name) => !names.includes(name));
  if (missing.length + stale.length > 0) {
    throw new Error(
      `${what}: no words for ${missing.join(", ") || "none"}; words for unknown ${stale.join(", ") || "none"}`,
    );
  }
  return (name) => words[name];
}
