/**
 * Text in which something can be seen: not only spaces, controls, marks without a letter, fillers and the blank of Braille.
 *
 * @example seenText.test("\u3164\u200b\u2800") // false
 */
export const seenText = /[^\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;
