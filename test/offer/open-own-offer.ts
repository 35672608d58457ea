import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownOffersFolder, readLibrary, scenariosFolder } from "../../src/cli/library.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { problemText } from "../../src/engine/problem.ts";
import { checkOwnOffer } from "../../src/offer/check-own-offer.ts";
import { offerScenario } from "../../src/offer/offer-scenario.ts";
import type { OwnOffer } from "../../src/offer/own-offer-schema.ts";
import { readOwnOffer } from "../../src/offer/read-own-offer.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { openRun, type RunSpec } from "../../src/sim/run-spec.ts";

const { rulesets } = readLibrary();

export type OpenedOwnOffer = {
  readonly offer: OwnOffer;
  readonly base: CheckedScenario;
  readonly spec: RunSpec;
  readonly checked: CheckedScenario;
  readonly place: number;
};

/** A shipped scenario as a run, or a text of one. */
export function runOf(text: string, name = "scenario.yaml"): RunSpec {
  return {
    name,
    text,
    format: text.startsWith("{") ? "json" : "yaml",
    library: rulesets,
    changes: {},
    seed: "1",
  };
}

export function shippedScenario(id: string): RunSpec {
  return runOf(readFileSync(join(scenariosFolder, `${id}.yaml`), "utf8"), id);
}

/** The shipped offer of a charity, as a value to change. */
export function sampleOffer(): Record<string, unknown> {
  const text = readFileSync(join(ownOffersFolder, "lone-parents-charity.yaml"), "utf8");
  return parseDocument("offer.yaml", text, "yaml").value as Record<string, unknown>;
}

/** Opens an offer in a scenario; its problems come as lines. */
export function openOwnOffer(
  value: unknown,
  spec: RunSpec = shippedScenario("dps-2017"),
): { opened: OpenedOwnOffer; problems: [] } | { opened?: undefined; problems: string[] } {
  const document = parseDocument("offer.json", JSON.stringify(value, null, 1), "json");
  const { offer, problems } = readOwnOffer(document);
  if (offer === undefined) return { problems: problems.map(problemText) };
  const base = openRun(spec).checked!;
  const checked = checkOwnOffer(offer, document, base);
  if (checked.place === undefined) return { problems: checked.problems.map(problemText) };
  const own = offerScenario(offer, spec, base, checked.place);
  if (own.checked === undefined) return { problems: own.problems.map(problemText) };
  return { opened: { offer, base, spec: own.spec, checked: own.checked, place: own.place }, problems: [] };
}

/** Opens an offer that is in order. */
export function soundOffer(value: unknown, spec?: RunSpec): OpenedOwnOffer {
  const { opened, problems } = openOwnOffer(value, spec);
  if (opened === undefined) throw new Error(problems.join("\n"));
  return opened;
}
