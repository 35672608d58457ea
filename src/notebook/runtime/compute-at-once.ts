/** As much of Observable's runtime as is used here: what waits before cells are computed, and the computing. */
type Computing = { _computeSoon: () => Promise<void>; readonly _computeNow: () => Promise<void> };

/** The time between two frames of a screen with 60 of them a second. */
const frameMs = 1000 / 60;

/**
 * Lets cells be computed at once where they rested for a frame. The runtime waits for the next frame each time, and a lever
 * takes two turns, one to ask and one to show the answer: that is a sixtieth of a second for nothing, on average. Values
 * that come faster than frames still wait for one, so that no cell runs more often than it can be seen.
 */
export function computeAtOnce(made: unknown): void {
  const runtime = made as Computing;
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  let last = Number.NEGATIVE_INFINITY;
  runtime._computeSoon = async () => {
    await new Promise<void>((go) => {
      if (document.hidden || performance.now() - last < frameMs) return requestAnimationFrame(() => go());
      // Everything that is sent with this value comes first, so that cells run once for all of it.
      waiting.push(go);
      port2.postMessage(undefined);
    });
    last = performance.now();
    await runtime._computeNow();
  };
}
