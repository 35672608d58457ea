import type { Progress } from "../host/host.ts";

export type ProgressLine = { readonly show: (progress: Progress) => void; readonly clear: () => void };

/** A line on stderr that tells how far a run is: futures (or what else) done, rate, time left; nothing where stderr is no terminal. */
export function openProgressLine(now: () => number, what = "futures"): ProgressLine {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  let began = now();
  let shown = 0;
  let before = 0;
  return {
    show: ({ done, of }) => {
      const time = now();
      if (done < before || before === 0) began = Math.min(began, time);
      if (done < before) began = time;
      before = done;
      if (time - shown < 100 && done < of) return;
      shown = time;
      const seconds = (time - began) / 1000;
      const rate = seconds > 0 ? done / seconds : 0;
      const left = rate > 0 ? (of - done) / rate : 0;
      const number = (x: number) => Math.round(x).toLocaleString("en-GB");
      stderr.write(
        `\r\x1b[2K${number(done)} of ${number(of)} ${what} · ${number(rate)} a second · ${number(left)} s left`,
      );
    },
    clear: () => stderr.write("\r\x1b[2K"),
  };
}
