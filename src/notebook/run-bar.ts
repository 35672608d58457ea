import { type Problem, problemText } from "../engine/problem.ts";
import { barWords } from "./bar-words.ts";
import { element } from "./element.ts";
import type { LiveRun } from "./live/live-run.ts";
import type { LiveState } from "./live/live-state.ts";

/** How far the run is, and a button that stops it: display `element` once, call `show` with every state. */
export type RunBar = {
  readonly element: HTMLElement;
  /** `width` says how wide the interval of the main measure of this run is now, as "±0.6 points". */
  readonly show: (state: LiveState, width?: string) => void;
};

/**
 * Opens the bar of a live run; `placed` puts a problem where a reader finds it. It speaks to no screen reader: that is for
 * `openAnnouncer`, when a run is done.
 */
export function openRunBar(
  live: Pick<LiveRun, "stop" | "resume">,
  placed: (problem: Problem) => Problem = (problem) => problem,
): RunBar {
  const text = element("span", { class: "run-text" });
  const meter = element("progress", { max: 1, value: 0, "aria-label": "Futures done" });
  const button = element("button", { type: "button" }, "Stop");
  const problems = element("ul", { class: "problems" });
  const old = element("p", { class: "stale", hidden: true }, "What is shown below is of the run before.");
  const root = element(
    "div",
    { class: "run-bar" },
    element("div", { class: "run-line" }, meter, text, button),
    problems,
    old,
  );
  let isRunning = true;
  button.addEventListener("click", () => (isRunning ? live.stop() : live.resume()));
  return {
    element: root,
    show: ({ phase, isOld, done, of, shown, problems: found, message }, width) => {
      isRunning = phase === "working" || phase === "refining";
      meter.value = of === 0 ? 0 : done / of;
      text.textContent = barWords({ phase, done, of, message, ...(shown !== undefined && { shown }) }, width);
      // Styles mark what is shown of the run before.
      root.classList.toggle("old", isOld);
      old.hidden = !isOld;
      button.textContent = isRunning ? "Stop" : "Go on";
      button.hidden = phase !== "stopped" && !isRunning && phase !== "failed";
      problems.replaceChildren(...found.map((problem) => element("li", {}, problemText(placed(problem)))));
    },
  };
}
