import type { AssessedPortfolio } from "../../offer/before/assess-portfolio.ts";

/** How many offers stand at once, over all files. */
export function standingCount({ offers }: Pick<AssessedPortfolio, "offers">): number {
  return offers.reduce((sum, { before }) => sum + before.standing, 0);
}
