import type { Round } from "./judge-round.ts";
import type { KeptRound } from "./kept-answers.ts";
import { type NearestWin, nearestWin } from "./nearest-win.ts";
import type { OpenRound } from "./open-round.ts";
import type { RiskTable } from "./risk-table.ts";

/** Searches that may follow one another until all that is told was simulated. */
const mostPasses = 12;

/**
 * The nearest changes that would have won where delivery risk counts: each is judged with the risk of the changed offer,
 * simulated on the same futures as all offers.
 *
 * A search reads the risk between prices that were simulated; what it would tell is simulated then, and the search made
 * anew, until all that it tells was. What is not so in the end is not told, and the search is said to be cut short.
 */
export async function nearestWinSimulated(
  open: OpenRound,
  round: Round,
  id: string,
  kept: KeptRound,
  table: RiskTable,
): Promise<NearestWin> {
  for (let pass = 0; pass < mostPasses; pass++) {
    const found = nearestWin(open, round, id, kept, table.at);
    const unsure = table.unsure();
    if (unsure.length === 0) return found;
    await table.simulate(unsure);
  }
  const found = nearestWin(open, round, id, kept, table.firmAt);
  return found.won ? found : { ...found, isCutShort: true };
}
