import { badInputsList } from "./bad-inputs.mjs";

const file = "small-contract.yaml";
const bound = "settlement, ends-if-nobody-came]";
// The small contract's own rulesets have no examples, which is another note.
const only = (line) => !line.includes(": rule without example: ");

/** Notes on what a scenario states and no future can feel. */
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
      what: "A lever that no policy pulls",
      file,
      from: "policies:\n",
      to: "levers: [{ id: coaching, title: Coaching, quantity: delivery.startRate, scale: 1.1, cost: 0 }]\npolicies:\n",
      only,
    },
  ]);
}

/** A fact that a ruleset needs and the scenario does not give: no note, but a problem. */
export function missingFactList() {
  const to = bound.replace("settlement", "set-up-and-notice");
  return badInputsList([{ what: "A fact that no world provides", file, from: bound, to }]);
}
