import { problemText } from "../engine/problem.ts";
import { shownCount } from "../report/shown-number.ts";
import { element } from "./element.ts";
import type { LiveRun, LiveState } from "./live/live-run.ts";

/** How far the run is, and a button that stops it: display `element` once, call `show` with every state. */
export type RunBar = {
  readonly element: HTMLElement;
  /** `width` says how wide the interval of the main measure is now, as "±0.6 points". */
  readonly show: (state: LiveState, width?: string) => void;
};

const words: Readonly<Record<LiveState["phase"], string>> = {
  waiting: "Nothing has been run yet.",
  working: "Working…",
  refining: "Refining",
  done: "Done",
  stopped: "Stopped",
  problems: "The scenario cannot be run:",
  failed: "The run failed:",
};

/** Opens the bar of a live run. It speaks to no screen reader: that is for `openAnnouncer`, when a run is done. */
export function openRunBar(live: LiveRun): RunBar {
  const text = element("span", { class: "run-text" });
  const meter = element("progress", { max: 1, value: 0, "aria-label": "Futures done" });
  const button = element("button", { type: "button" }, "Stop");
  const problems = element("ul", { class: "problems" });
  const root = element(
    "div",
    { class: "run-bar" },
    element("div", { class: "run-line" }, meter, text, button),
    problems,
  );
  let isRunning = true;
  button.addEventListener("click", () => (isRunning ? live.stop() : live.resume()));
  return {
    element: root,
    show: ({ phase, done, of, problems: found, message }, width) => {
      isRunning = phase === "working" || phase === "refining";
      meter.value = of === 0 ? 0 : done / of;
      const counted =
        of === 0 || phase === "working" ? "" : `: ${shownCount(done)} of ${shownCount(of)} futures`;
      const interval = width === undefined || counted === "" ? "" : `, ${width}`;
      text.textContent = `${words[phase]}${counted}${interval}${phase === "failed" ? ` ${message}` : ""}`;
      button.textContent = isRunning ? "Stop" : "Go on";
      button.hidden = phase !== "stopped" && !isRunning && phase !== "failed";
      problems.replaceChildren(...found.map((problem) => element("li", {}, problemText(problem))));
    },
  };
}
