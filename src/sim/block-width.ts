/** Futures in a block: blocks are always drawn at full width, so that the first n futures never change. */
export const blockWidth = 512;
