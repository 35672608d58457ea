import type { Leaf } from "../../../award/bound-requirement.ts";
import type { AmountSpec } from "../../../engine/amount.ts";
import type { RulesetMonth } from "../../../engine/evaluate-contract.ts";
import type { Effect, Stage } from "../../../engine/ruleset.ts";
import { amountWords } from "../../../engine/words/amount-words.ts";
import { alwaysHolds } from "../../../engine/words/condition-words.ts";
import { numberWords } from "../../../engine/words/value-words.ts";
import { ownWording } from "./hidden-facts.ts";

/**
 * The rule that gave an offer its points under a criterion, with its formula and the offer's own values.
 *
 * What the formula reads of other offers stands there by name and without a value.
 */
export function scoreWords({ contract, outOf }: Leaf, month: RulesetMonth): string {
  const found = heldIn(month);
  if (found === undefined) return "no rule gave points";
  const { effect, name, stage } = found;
  const { amount } = effect.params;
  if (amount === 0 || amount === undefined)
    return name === undefined ? "none of its rules held, so there are no points" : `${name}: no points`;
  const wording = ownWording(contract, month.read[stage]!);
  const points =
    typeof amount === "number" ? numberWords(amount) : amountWords(amount as AmountSpec, wording);
  // Points are marks where nothing else was said; "points available" then says of how many.
  const said = points.replaceAll(
    `points available ${numberWords(outOf / 100)}`,
    `${numberWords(outOf / 100)} points`,
  );
  const plain = said.replace(noDivisor, "");
  return name === undefined ? plain : `${name}: ${plain}`;
}

/** What a formula gives where it would divide by nothing: true of rules, and no news to a bidder who was scored. */
const noDivisor = /, or [^(),]+ where [^(),]+ is 0(?=$|[),])/g;

type Held = { readonly effect: Effect; readonly name: string | undefined; readonly stage: number };

/** The effect that counted for the points: of the last stage that gave some, the first rule that held. */
function heldIn({ ruleset, judgements }: RulesetMonth): Held | undefined {
  let from = 0;
  let found: Held | undefined;
  for (const [s, stage] of ruleset.stages.entries()) {
    const own = judgements.slice(from, from + stage.rules.length);
    from += stage.rules.length;
    found = heldInStage(stage, (r) => own[r]!.held, s) ?? found;
  }
  return found;
}

function heldInStage(stage: Stage, held: (rule: number) => boolean, s: number): Held | undefined {
  const rule = stage.rules.find((each, r) => each.event.type === "score" && held(r));
  if (rule !== undefined)
    return { effect: rule.event, name: alwaysHolds(rule.conditions) ? undefined : rule.name, stage: s };
  const effect = stage.otherwise.find(({ type }) => type === "score");
  return effect && { effect, name: undefined, stage: s };
}
