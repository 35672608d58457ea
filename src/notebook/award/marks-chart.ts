import * as Plot from "@observablehq/plot";
import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { Round } from "../../award/judge-round.ts";
import { folded } from "../charts/folded.ts";
import { chartStyle } from "../charts/series.ts";
import type { TableData } from "../data-table.ts";

type Cell = {
  readonly bidder: string;
  readonly criterion: string;
  readonly marks: number;
  readonly available: number;
};

/** Marks by criterion, a strip a criterion on one scale and a row a bidder: where offers differ, and by how much. */
export function marksChart({ criteria }: BoundRequirement, round: Round, width: number): Element {
  const ranked = round.ranking.filter(({ rank }) => rank !== undefined);
  const bidders = ranked.map(({ offer }) => offer.offer.bidder.name);
  const cells = cellsOf(criteria, round);
  const isNarrow = width < 560;
  const left = Math.min(200, width * 0.4);
  const most = Math.max(...criteria.map(({ marks }) => marks / 100));
  const titles = criteria.map(({ title }) => title);
  return Plot.plot({
    width,
    height: isNarrow ? criteria.length * (bidders.length * 20 + 44) + 40 : bidders.length * 30 + 90,
    marginLeft: left,
    marginRight: 42,
    marginTop: isNarrow ? 26 : 48,
    style: chartStyle,
    x: {
      label: null,
      ticks: 3,
      // Room for the number after the longest bar, which would stand in the next strip.
      domain: [0, most * (1 + labelRoom(width, isNarrow ? 1 : criteria.length))],
      axis: null,
    },
    y: {
      label: null,
      domain: bidders,
      tickFormat: (name: string) => short(name, Math.floor(left / 8.2)),
      tickSize: 0,
    },
    ...(isNarrow
      ? { fy: { label: null, domain: titles, axis: null, padding: 0.2 } }
      : { fx: { label: null, domain: titles, axis: null, padding: 0.12 } }),
    marks: [
      Plot.barX(cells, {
        ...place(isNarrow),
        y: "bidder",
        x: "available",
        fill: "none",
        stroke: "var(--quiet)",
        insetTop: 2,
        insetBottom: 2,
      }),
      Plot.barX(cells, {
        ...place(isNarrow),
        y: "bidder",
        x: "marks",
        fill: "var(--series-2)",
        insetTop: 2,
        insetBottom: 2,
      }),
      Plot.text(cells, {
        ...place(isNarrow),
        y: "bidder",
        x: "available",
        text: ({ marks }: Cell) => (Number.isInteger(marks) ? String(marks) : marks.toFixed(1)),
        textAnchor: "start",
        dx: 4,
      }),
      Plot.text(titles, {
        ...(isNarrow ? { fy: (title: string) => title } : { fx: (title: string) => title }),
        text: (title: string) => (isNarrow ? title : folded(title, 14)),
        frameAnchor: "top-left",
        lineAnchor: "bottom",
        dy: -6,
        fontWeight: 600,
      }),
    ],
  });
}

/** The share of a strip that a number of four signs takes, over what is left for bars. */
function labelRoom(width: number, strips: number): number {
  const strip = Math.max(80, ((width - 250) / strips) * 0.88);
  const label = 34 / strip;
  return label / (1 - label);
}

function short(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}

function place(isNarrow: boolean): object {
  return isNarrow ? { fy: "criterion" } : { fx: "criterion" };
}

function cellsOf(criteria: BoundRequirement["criteria"], round: Round): Cell[] {
  return round.ranking.flatMap(({ offer, rank, marks }) =>
    rank === undefined
      ? []
      : criteria.map(({ id, title, marks: available }) => ({
          bidder: offer.offer.bidder.name,
          criterion: title,
          marks: (marks[id] ?? 0) / 100,
          available: available / 100,
        })),
  );
}

/** The data of the chart: a row a bidder, a column a criterion. */
export function marksTable({ criteria }: BoundRequirement, round: Round): TableData {
  const words = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2));
  return {
    columns: [
      { title: "Bidder" },
      { title: "Rank", words },
      { title: "Total", words },
      ...criteria.map(({ title }) => ({ title, words })),
    ],
    rows: round.ranking.map(({ offer, rank, total, marks }) => [
      offer.offer.bidder.name,
      rank ?? null,
      total === undefined ? null : total / 100,
      ...criteria.map(({ id }) => (marks[id] === undefined ? null : marks[id] / 100)),
    ]),
  };
}
