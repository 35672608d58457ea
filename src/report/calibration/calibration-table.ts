import type { Emphasis } from "../emphasis.ts";
import { cutToWidth, padToWidth, visibleWidth } from "../visible-width.ts";
import { wrappedLines } from "../wrapped-lines.ts";
import type { CalibrationRow } from "./calibration-rows.ts";

const gap = 2;

/** The table of a calibration for a terminal of some width: names and bases are broken over lines where they must be. */
export function calibrationTable(
  rows: readonly CalibrationRow[],
  width: number,
  emphasis: Emphasis,
): string[] {
  const head: CalibrationRow = {
    name: "",
    value: "Value",
    interval: `95\u00a0% interval`,
    basedOn: "Based on",
  };
  const all = [head, ...rows];
  const widest = (of: (row: CalibrationRow) => string) =>
    Math.max(...all.map((row) => visibleWidth(of(row))));
  const value = widest((row) => row.value);
  const interval = widest((row) => row.interval);
  const room = Math.max(20, width - value - interval - 3 * gap);
  const basedOn = Math.min(
    widest((row) => row.basedOn),
    Math.max(8, Math.floor(room / 2)),
  );
  const name = Math.min(
    widest((row) => row.name),
    room - basedOn,
  );
  const space = " ".repeat(gap);
  const lines = (row: CalibrationRow) => {
    const names = wrappedLines(row.name, name);
    const bases = wrappedLines(row.basedOn, basedOn);
    return Array.from({ length: Math.max(names.length, bases.length, 1) }, (_, i) =>
      [
        padToWidth(names[i] ?? "", name, "end"),
        padToWidth(i === 0 ? row.value : "", value, "start"),
        padToWidth(i === 0 ? row.interval : "", interval, "start"),
        bases[i] ?? "",
      ]
        .join(space)
        .trimEnd(),
    );
  };
  const rule = "─".repeat(Math.min(width, name + value + interval + basedOn + 3 * gap));
  return [...lines(head).map(emphasis.bold), rule, ...rows.flatMap(lines)].map((line) =>
    cutToWidth(line, Math.max(width, 40)),
  );
}
