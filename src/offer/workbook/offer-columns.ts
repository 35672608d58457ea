/** The columns of the sheet, in their order, with their widths in letters. */
export const offerColumns = [
  ["Section", 18],
  ["Question", 52],
  ["Your answer", 16],
  ["Unit", 11],
  ["If left empty", 14],
  ["Guidance", 60],
  ["Typical", 16],
  ["Source", 50],
  ["Field", 34],
] as const;

export const offerSheetName = "Offer";
export const answerColumn = "Your answer";
export const fieldColumn = "Field";

/** What is asked about the offer itself, beside its numbers. */
export const nameRows = [
  ["id", "What is this offer called?", "Lower-case words joined by hyphens, such as my-offer."],
  ["provider", "What is your organisation called?", "The organisation that would make the offer."],
  ["title", "What is the offer, in one line?", "May be left empty."],
  ["scenario", "Which scenario is it tested in?", "The questions below follow it. Leave it as it is."],
  ["terms", "Which terms apply?", "The questions below follow them. Leave them as they are."],
] as const;
