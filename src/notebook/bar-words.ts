import { shownCount } from "../report/shown-number.ts";
import type { LiveState } from "./live/live-state.ts";

const words: Readonly<Record<LiveState["phase"], string>> = {
  waiting: "Nothing has been run yet.",
  working: "Working…",
  refining: "Refining",
  done: "Done",
  stopped: "Stopped",
  problems: "It cannot be run:",
  failed: "The run failed",
};

/** What the bar says: futures and the width of an interval only where this run has come to some. */
export function barWords(
  { phase, done, of, message, shown }: Pick<LiveState, "phase" | "done" | "of" | "message" | "shown">,
  width?: string,
): string {
  if (phase === "failed") return `${words.failed}: ${message}`;
  const isCounted = done > 0 && (phase === "refining" || phase === "done" || phase === "stopped");
  if (!isCounted) return phase === "stopped" ? "Stopped before a first answer" : words[phase];
  const interval = width === undefined ? "" : `, ${width}`;
  const older =
    shown === undefined || shown === 0 || shown >= done ? "" : `; what is shown is of ${shownCount(shown)}`;
  return `${words[phase]}: ${shownCount(done)} of ${shownCount(of)} futures${interval}${older}`;
}
