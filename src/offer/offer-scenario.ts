import { parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { applyVariant } from "../sim/apply-variant.ts";
import { type CheckedScenario, checkScenario } from "../sim/check-scenario.ts";
import { planOf } from "../sim/plan-run.ts";
import type { RunSpec } from "../sim/run-spec.ts";
import { offerChanges } from "./offer-changes.ts";
import type { OwnOffer } from "./own-offer-schema.ts";
import { withChanges } from "./with-changes.ts";

/** A scenario as an offer makes it: what a run needs, and the same checked. */
export type OfferScenario =
  | {
      readonly spec: RunSpec;
      readonly checked: CheckedScenario;
      readonly place: number;
      readonly problems: readonly [];
    }
  | { readonly spec?: undefined; readonly checked?: undefined; readonly problems: readonly Problem[] };

/** Far above what any contract pays, so that the plan is not cut. */
const noLimit = 1e9;

/**
 * Puts an offer into its scenario: the text that any host can run, with the offer's figures in place of the scenario's.
 *
 * `base` is the scenario as it is, checked, and `place` that of the policy whose terms apply. The value called off is
 * what start fees and outcome payments come to at the indicative volume and at what the provider believes, to a pound.
 */
export function offerScenario(
  offer: OwnOffer,
  spec: RunSpec,
  base: CheckedScenario,
  place: number,
): OfferScenario {
  const document = parseDocument(spec.name, spec.text, spec.format);
  if (document.value === undefined) return { problems: document.problems };
  const library = new Map(spec.library.map((ruleset) => [ruleset.id, ruleset]));
  const varied = applyVariant(document, spec.changes.variant);
  if (varied.problems.length > 0) return { problems: varied.problems };
  // The variant is in the text from here on, so that the offer's own figures come after it.
  const changes = { ...spec.changes, variant: undefined };
  const check = (value: unknown) =>
    checkScenario(
      { ...document, value, where: (path) => `${offer.id} in ${spec.name}: ${path.join(".")}` },
      library,
      changes,
    );
  let value = withChanges(varied.value, offerChanges(offer, base));
  if (base.scenario.contract.calledOffValue !== undefined || offer.contract.value !== undefined) {
    const pounds = offer.contract.value ?? plannedPounds(check, value, place);
    if (pounds !== undefined)
      value = withChanges(value, {
        "contract.calledOffValue": {
          value: pounds,
          derived: "what the offer comes to if all goes as planned",
        },
      });
  }
  const { checked, problems } = check(value);
  if (checked === undefined) return { problems };
  const text = `${JSON.stringify(value, null, 2)}\n`;
  // Several contracts are each a scenario of their own, so that the whole is not what was checked last.
  const known = checked.contracts.length === 0 ? { value, scenario: checked.scenario } : undefined;
  const own: RunSpec = { ...spec, changes, name: offer.id, text, format: "json", known };
  return { spec: own, checked, place, problems: [] };
}

function plannedPounds(
  check: (value: unknown) => { readonly checked?: CheckedScenario | undefined },
  value: unknown,
  place: number,
): number | undefined {
  const { checked } = check(withChanges(value, { "contract.calledOffValue": noLimit }));
  if (checked === undefined) return undefined;
  return Math.round(planOf(checked, checked.policies[place]!, 1).contractValue / 100);
}
