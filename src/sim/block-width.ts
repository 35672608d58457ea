/** Futures that one block of luck is drawn for: blocks are always drawn whole, so that the first n futures never change. */
export const blockWidth = 512;
