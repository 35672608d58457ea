/** The bits of a word of 32 in the opposite order, as a signed number. */
export function reversedBits(word: number): number {
  let w = word;
  w = ((w >>> 1) & 0x55555555) | ((w & 0x55555555) << 1);
  w = ((w >>> 2) & 0x33333333) | ((w & 0x33333333) << 2);
  w = ((w >>> 4) & 0x0f0f0f0f) | ((w & 0x0f0f0f0f) << 4);
  w = ((w >>> 8) & 0x00ff00ff) | ((w & 0x00ff00ff) << 8);
  return (w >>> 16) | (w << 16);
}

/**
 * Permutes words whose bits stand in the opposite order, so that a bit moves only with the bits below it and the keys:
 * in the usual order that is a nested uniform scramble, which keeps every stratification of a net.
 *
 * Sources: A. B. Owen 1995, doi:10.1007/978-1-4612-2552-2_19; the form as a hash: S. Laine and T. Karras 2011,
 * doi:10.1111/j.1467-8659.2011.02001.x, and B. Burley, Journal of Computer Graphics Techniques 9(4), 2020; its constants:
 * N. Vegdahl, Building a Better LK Hash, 2021.
 */
export function scrambledReversed(reversed: number, key: number, oddKey: number): number {
  let w = reversed ^ Math.imul(reversed, 0x3d20adea);
  w = (w + key) | 0;
  w = Math.imul(w, oddKey | 1);
  w ^= Math.imul(w, 0x05526c56);
  w ^= Math.imul(w, 0x53a22864);
  return w;
}
