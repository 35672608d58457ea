import { codeOf } from "../engine/fact.ts";
import { readsEverything } from "./bind-rule.ts";
import { firstThatHolds } from "./bisect.ts";
import type { Reason } from "./judge-round.ts";
import type { Codes, OfferAlone } from "./offer-alone.ts";

/** A fact of an offer that would have had to be different to pass a gate; codes, as columns hold them. */
export type FactChange = { readonly fact: string; readonly from: number; readonly to: number };

/** A gate that was failed, and the least changes that pass it; none where no fact of the bidder's own does. */
export type GateRepair = { readonly reason: Reason; readonly facts: readonly FactChange[] };

/** What a bidder could offer otherwise, and how far it makes sense to go: a fact of what is asked, or a code. */
const ends: Readonly<Record<string, string | number>> = {
  jobcentresServed: "jobcentresAsked",
  groupsServed: "groupsAsked",
  placesOffered: "placesAsked",
  leadInMonths: 0,
  insurancePence: "insuranceAskedPence",
  pricePence: 1,
  excludedByLaw: 0,
};

/** Finds the least changes of the bidder's own facts under which a gate no longer leaves the offer out. */
export function repairGate(reason: Reason, alone: OfferAlone, so: Codes): GateRepair {
  const { rule, output } = reason;
  const fails = (facts: Codes) => alone.fails(rule, output, { ...so, ...facts });
  const read = readsEverything(rule.ruleset).flatMap((fact) => {
    const from = so[fact] ?? alone.fact(fact);
    const end = endOf(fact, reason, alone);
    return from === undefined || end === undefined || end === from ? [] : [{ fact, from, end }];
  });
  for (const { fact, from, end } of read) {
    // One fact alone may do: then the least of it.
    const way = end > from ? 1 : -1;
    const steps = Math.ceil(Math.abs(end - from));
    const at = (k: number) => (k === steps ? end : from + way * k);
    const least = firstThatHolds(1, steps, (k) => !fails({ [fact]: at(k) }));
    if (least !== undefined) return { reason, facts: [{ fact, from, to: at(least) }] };
  }
  const all = Object.fromEntries(read.map(({ fact, end }) => [fact, end]));
  if (fails(all)) return { reason, facts: [] };
  return { reason, facts: read.map(({ fact, from, end }) => ({ fact, from, to: end })) };
}

function endOf(fact: string, { rule }: Reason, alone: OfferAlone): number | undefined {
  if (fact === "lowPriceExplanation") return codeOf(rule.contract.facts.get(fact)!, "accepted");
  const end = Object.hasOwn(ends, fact) ? ends[fact]! : undefined;
  return typeof end === "string" ? alone.fact(end) : end;
}
