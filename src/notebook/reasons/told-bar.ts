import { element } from "../element.ts";
import type { Reasons, ReasonsState } from "./open-reasons.ts";

/** What the worker is at, with a button that stops it: display `element` once, call `show` with every state. */
export function openToldBar(reasons: Reasons): {
  readonly element: HTMLElement;
  readonly show: (state: ReasonsState) => void;
} {
  const text = element("p", { class: "status" });
  const button = element("button", { type: "button" }, "Stop");
  let phase: ReasonsState["phase"] = "waiting";
  button.addEventListener("click", () => (phase === "telling" ? reasons.stop() : reasons.resume()));
  button.hidden = true;
  return {
    element: element("div", { class: "run-line told-bar" }, text, button),
    show: (state) => {
      ({ phase } = state);
      text.textContent = state.said;
      button.textContent = phase === "telling" ? "Stop" : "Go on";
      button.hidden = phase === "waiting";
    },
  };
}
