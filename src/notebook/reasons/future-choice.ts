import { choice } from "../choice.ts";
import { element } from "../element.ts";
import { lever } from "../lever.ts";
import type { FutureRequest } from "./reasons-request.ts";

/** Which of a scenario's futures to tell, by a quantile of the margin or by its number, for `view(…)`. */
export function openFutureChoice(paths: number): HTMLElement & { value: FutureRequest["choice"] } {
  const by = choice({
    name: "by",
    label: "Choose the future by",
    options: [
      { id: "quantile", title: "how well it goes for the provider" },
      { id: "number", title: "its number" },
    ],
    value: "quantile",
  });
  const at = lever({
    name: "at",
    label: "Quantile of the margin",
    unit: "%",
    min: 0,
    max: 100,
    step: 1,
    value: 5,
    hint: "At 5 % one future in twenty leaves the provider as little or less; 50 % is the middle one, 0 % the worst.",
  });
  const number = lever({
    name: "path",
    label: "Number of the future",
    unit: "",
    min: 1,
    max: paths,
    step: 1,
    isWhole: true,
    value: 1,
    hint: `From 1 to ${paths}, as they are drawn. The same number is the same luck under every policy.`,
  });
  const root = element("div", { class: "levers" }, by, at, number) as unknown as HTMLElement & {
    value: FutureRequest["choice"];
  };
  const show = () => {
    at.hidden = by.value !== "quantile";
    number.hidden = by.value !== "number";
  };
  for (const part of [by, at, number])
    part.addEventListener("input", () => {
      show();
      root.dispatchEvent(new Event("input"));
    });
  show();
  Object.defineProperty(root, "value", {
    get: (): FutureRequest["choice"] =>
      by.value === "number" ? { path: number.value } : { at: Number((at.value / 100).toPrecision(12)) },
  });
  return root;
}
