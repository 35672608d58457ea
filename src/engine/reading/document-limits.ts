/** How deep lists and objects of a document may lie in one another. */
export const DEEPEST_NESTING = 64;

/** How many bytes of UTF-8 a document may have. */
export const LARGEST_DOCUMENT = 2 * 1024 * 1024;

/** How many bytes a file of offers may have: ten thousand offers take three to six million. */
export const LARGEST_OFFERS = 16 * 1024 * 1024;

/** The flaw of a document that nests too deep. */
export const TOO_DEEP = {
  adjective: "invalid",
  noun: "nesting",
  found: `${DEEPEST_NESTING + 1} levels`,
  expected: `at most ${DEEPEST_NESTING}`,
} as const;

/** Keys that no document may have: an object of JavaScript inherits from what stands under these names. */
export const REFUSED_NAMES: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Tells whether a key may not be used in a document.
 *
 * @example
 * isRefusedName("__proto__") // true
 */
export function isRefusedName(name: string): boolean {
  return REFUSED_NAMES.has(name);
}

/**
 * Counts the bytes a text takes in UTF-8, without encoding it.
 *
 * @example
 * utf8Length("£") // 2
 */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Each half of a surrogate pair counts two of its four bytes.
    const half = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || half ? 2 : 3;
  }
  return bytes;
}
