import { badInputsList } from "./bad-inputs.mjs";

const file = "small-contract.yaml";
const bound = "settlement, ends-if-nobody-came]";
const unsourced = (line) => line.endsWith("says no source, derived or judgement");
// The small contract's own rulesets have no examples, and few of its figures a source, which are other notes.
const only = (line) =>
  !line.includes(": rule without example: ") && !line.includes(" more, which ") && !unsourced(line);

/** Notes on what a scenario states and no future can feel, and on figures that may be slips. */
export function idleNotesList() {
  return badInputsList([
    {
      what: "A cancellation fee that is never due, as nothing ends the contract, and a ruleset that no policy binds",
      file,
      from: bound,
      to: bound.replace(", ends-if-nobody-came", ""),
      only,
    },
    {
      what: "A fact that rules read and no ruleset of the policy sets, so that it is always what it is where nothing sets it",
      file,
      from: bound,
      to: bound.replace("settlement", "to-date"),
      only,
    },
    {
      what: "A ruleset that changes no payment, as a parameter of it stays at 0, the scenario states no figure for it, or nothing reads the fault that it finds",
      file,
      from: bound,
      to: "settlement, ends-if-nobody-came, flat-share, budget-of-year, by-what-both-see]",
      only,
    },
    {
      what: "A lever that no policy pulls",
      file,
      from: "policies:\n",
      to: "levers: [{ id: coaching, title: Coaching, quantity: delivery.startRate, scale: 1.1, cost: 0 }]\npolicies:\n",
      only,
    },
    {
      what: "A factor that is likely a percentage written as a number",
      file,
      from: "empirical: { values: [0.5, 1] }",
      to: "lognormal: { median: 70, sdlog: 0.3 }",
      only,
    },
    {
      what: "A sum of money that stays at the library's default while other sums of the policy are the scenario's own",
      file,
      from: "rulesets: [start-price, job-price]\n",
      to: "rulesets: [start-price, job-price, to-date, ends-if-nobody-came, always-commissioner]\n    parameters: { feePerMissing: 200, startPrice: 300 }\n",
      only,
    },
    {
      what: "A figure that says no source, derived or judgement",
      file,
      from: "startRate: { value: 0.8, judgement: Four of five start. }",
      to: "startRate: 0.8",
      only: (line) => unsourced(line) && line.includes("startRate"),
    },
  ]);
}

/** A fact that a ruleset needs and the scenario does not give: no note, but a problem. */
export function missingFactList() {
  const to = bound.replace("settlement", "set-up-and-notice");
  return badInputsList([{ what: "A fact that no world provides", file, from: bound, to }]);
}
