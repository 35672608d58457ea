/** Bytes or letters of a file that is read: an offer has some kilobytes, a workbook that was filled in some tens of them. */
export const largestOffer = 1_000_000;
