import type { BoundCriterion } from "../../award/bound-requirement.ts";
import { element } from "../element.ts";
import { lever } from "../lever.ts";
import { sharesOf, type Weights } from "./weights.ts";

/** A lever for the weight of each criterion, as one element with the weights as its value; they always come to 100 %. */
export function openWeightLevers(criteria: readonly BoundCriterion[]): HTMLElement & { value: Weights } {
  const published = Object.fromEntries(criteria.map(({ id, weight }) => [id, weight]));
  const boxes = criteria.map(({ id, title, weight }) => ({
    id,
    box: lever({
      name: `weight-${id}`,
      label: title,
      unit: "",
      min: 0,
      max: 100,
      step: 1,
      value: weight,
      hint: `Published: ${weight} %.`,
    }),
    said: element("output", { class: "share" }),
  }));
  const root = element(
    "div",
    { class: "levers" },
    ...boxes.map(({ box, said }) => element("div", {}, box, said)),
  ) as unknown as HTMLElement & { value: Weights };
  const value = () => sharesOf(Object.fromEntries(boxes.map(({ id, box }) => [id, box.value])), published);
  const show = () => {
    const shares = value();
    for (const { id, said } of boxes) said.textContent = `Counts ${shares[id]} % of all marks.`;
  };
  for (const { box } of boxes)
    box.addEventListener("input", () => {
      show();
      root.dispatchEvent(new Event("input"));
    });
  show();
  Object.defineProperty(root, "value", { get: value });
  return root;
}
