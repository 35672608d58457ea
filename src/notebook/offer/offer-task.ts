import { isInputFault } from "../../engine/input-fault.ts";
import type { Problem } from "../../engine/problem.ts";
import { jsonText } from "../../engine/shown-text.ts";
import { checkOwnOffer } from "../../offer/check-own-offer.ts";
import { doubtsOf } from "../../offer/doubts.ts";
import { numbersOf, type OfferDocument } from "../../offer/offer-document.ts";
import { offerScenario } from "../../offer/offer-scenario.ts";
import { offerQuestions } from "../../offer/questions/all-questions.ts";
import { withStandards } from "../../offer/questions/with-standards.ts";
import { readOwnOffer } from "../../offer/read-own-offer.ts";
import { plannedResult } from "../../offer/test/planned-result.ts";
import {
  causePathsOf,
  type Drivers,
  driversOf,
  type OfferTest,
  offerColumns,
  testOffer,
} from "../../offer/test/test-offer.ts";
import { offerTestJson } from "../../report/offer/offer-test-json.ts";
import { resultRows } from "../../report/offer/result-lines.ts";
import { openKeptLedgers } from "../live/kept-ledgers.ts";
import { formOf, openBases } from "./offer-base.ts";
import type { FromOfferWorker, OfferRequest, ToOfferWorker } from "./offer-request.ts";
import { offerSteps } from "./offer-steps.ts";
import { readOfferFile } from "./read-offer-file.ts";
import { savedOffer } from "./saved-offer.ts";

/** What a test of offers needs from where it runs: a clock, a way to let messages in, and one to answer. */
export type OfferSurroundings = {
  readonly now: () => number;
  readonly rest: () => Promise<void>;
  readonly say: (message: FromOfferWorker) => void;
};

const notYet: Drivers = { causes: [], steadyBreakEven: undefined };
/** Work that is no longer wanted. */
const superseded = new Error("superseded");
/** Milliseconds of work between two looks for messages. */
const turnMs = 20;
const progressMs = 150;

/**
 * Opens what the worker of `test-my-offer` does with messages.
 *
 * The newest offer is tested and older ones are dropped: on few futures first, then with its causes, then on more futures
 * until a newer offer is there or `stop`.
 */
export function openOfferTask({ now, rest, say }: OfferSurroundings): (message: ToOfferWorker) => void {
  const baseOf = openBases();
  const ledgers = openKeptLedgers(offerColumns);
  let waiting: { readonly id: number; readonly request: OfferRequest } | undefined;
  let stopped = false;
  let busy = false;

  const answer = async (id: number, request: OfferRequest) => {
    const opened = await openOffer(request.offer);
    if (opened.checked === undefined) return say({ kind: "problems", id, problems: opened.problems });
    const { offer, spec, checked, place, look } = opened;
    say({ kind: "look", id, look });
    const steps = offerSteps(request.paths, checked.policies.length * offerColumns.length);
    const last = steps.at(-1)!;
    const { seed } = spec;
    let turn = now();
    let told = turn;
    let began = turn;
    const takeTurns = (done?: number): Promise<void> | undefined => {
      const time = now();
      if (time - turn < turnMs) return undefined;
      if (done !== undefined && time - told > progressMs) {
        told = time;
        say({ kind: "progress", id, done, of: last });
      }
      return rest().then(() => {
        turn = now();
        if (stopped || waiting !== undefined) throw superseded;
      });
    };
    const tell = (test: OfferTest, isWhole: boolean) => {
      const json = isWhole
        ? `${jsonText(offerTestJson(offer, checked, test, Math.round(now() - began)))}\n`
        : undefined;
      const results = resultRows(test, checked);
      const { paths } = test;
      say({
        kind: "answer",
        id,
        answer: { request, test, results, ...(json !== undefined && { json }), paths, last },
      });
    };
    const input = { offer, spec, checked, place, seed, rest: async () => takeTurns() };
    // Another offer is another world, so what is kept is the futures of the step before.
    const kept = { checked, seed, keepsCash: false, world: spec.text };
    ledgers.begin(kept);
    let known: Drivers | undefined;
    for (const paths of steps) {
      began = now();
      const test = await testOffer({
        ...input,
        paths,
        simulate: (policies, count) => ledgers.simulate(kept, policies, count, takeTurns),
        known: known ?? notYet,
      });
      tell(test, known !== undefined);
      await rest();
      if (known !== undefined) continue;
      known = await driversOf({ ...input, paths: causePathsOf(paths) });
      tell({ ...test, ...known }, true);
    }
  };

  const openOffer = async (document: OfferDocument) => {
    const at = {
      value: document,
      problems: [],
      where: (path: readonly (string | number)[]) => path.join("."),
    };
    const { offer, problems } = readOwnOffer(at);
    if (offer === undefined) return { problems };
    const { base, problems: unread } = baseOf(offer.scenario);
    if (base === undefined) return { problems: unread };
    const { place, problems: wrong } = checkOwnOffer(offer, at, base.checked);
    if (place === undefined) return { problems: wrong };
    const { spec, checked, problems: odd } = offerScenario(offer, base.spec, base.checked, place);
    if (checked === undefined) return { problems: odd };
    const sections = offerQuestions(base.checked, base.checked.policies[place]!);
    const planned = await plannedResult(spec, checked, place);
    const look = {
      doubts: doubtsOf(offer, base.checked, place, planned),
      sections: withStandards(sections, numbersOf(document), base.checked),
    };
    return { offer, spec, checked, place, look };
  };

  const work = async () => {
    if (busy) return;
    busy = true;
    while (waiting !== undefined) {
      const { id, request } = waiting;
      waiting = undefined;
      stopped = false;
      await saying(id, () => answer(id, request));
      if (stopped) say({ kind: "stopped", id });
    }
    busy = false;
  };

  /** Does work that may fail, and says so. */
  const saying = async (id: number, task: () => void | Promise<void>) => {
    try {
      await task();
    } catch (error) {
      if (error === superseded) return;
      if (isInputFault(error)) refuse(id, [error.problem]);
      else say({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
    }
  };
  const refuse = (id: number, problems: readonly Problem[]) => say({ kind: "problems", id, problems });

  const reply = async (message: Exclude<ToOfferWorker, { kind: "ask" | "stop" }>): Promise<void> => {
    const { id } = message;
    if (message.kind === "open") {
      const { opened, problems } = await readOfferFile(message.file, baseOf);
      return opened === undefined ? refuse(id, problems) : say({ kind: "opened", id, opened });
    }
    const { scenario, terms } = message.kind === "form" ? message.request : message.offer;
    const { base, problems } = baseOf(scenario);
    if (base === undefined) return refuse(id, problems);
    const { form, problems: wrong } = formOf(base, { scenario, terms });
    if (form === undefined) return refuse(id, wrong);
    if (message.kind === "form") return say({ kind: "form", id, form });
    const { offer, as } = message;
    const sections = withStandards(form.sections, numbersOf(offer), base.checked);
    say({ kind: "saved", id, content: await savedOffer(offer, sections, as) });
  };

  return (message) => {
    if (message.kind === "stop") {
      stopped = true;
      waiting = undefined;
      // Whoever is at work says so when it has stopped.
      if (!busy) say({ kind: "stopped", id: 0 });
      return;
    }
    if (message.kind !== "ask") return void saying(message.id, () => reply(message));
    waiting = { id: message.id, request: message.request };
    void work();
  };
}
