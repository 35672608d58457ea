import type { Round } from "../../award/judge-round.ts";
import { winnersOf } from "../../award/ranking-paradox.ts";
import { listWords } from "../../engine/words/name-words.ts";

/** Who wins, and what other weights would change, in a sentence or two. */
export function awardSentence(round: Round, published: Round): string {
  const nameOf = (id: string) =>
    published.ranking.find(({ offer }) => offer.offer.id === id)!.offer.offer.bidder.name;
  const [now, before] = [winnersOf(round), winnersOf(published)];
  const win = (ids: readonly string[]) =>
    ids.length === 0 ? "Nobody wins" : `${listWords(ids.map(nameOf))} ${ids.length === 1 ? "wins" : "win"}`;
  if (now.join() === before.join())
    return round === published ? `${win(now)}.` : `${win(now)}, as with the published weights.`;
  const gained = now.filter((id) => !before.includes(id));
  const lost = before.filter((id) => !now.includes(id));
  const changes = [
    gained.length > 0 ? `${listWords(gained.map(nameOf))} would not have won` : "",
    lost.length > 0 ? `${listWords(lost.map(nameOf))} would have` : "",
  ].filter(Boolean);
  return `${win(now)}. With the published weights ${changes.join(", and ")}.`;
}
