import { alias, type Column, setUniform } from "../engine/column.ts";
import { type Graph, type NumberNode, numberNode } from "../engine/graph.ts";
import { isPlaced } from "../engine/native/placed.ts";
import { copyColumn } from "../engine/tracked-nodes.ts";
import type { Month, Timeline } from "./timeline.ts";
import type { World } from "./world.ts";

/** The facts of a month that come from the calendar and the world, as nodes that are filled before the month runs. */
export type MonthSources = {
  /** A fact of the calendar: the same for every path. */
  readonly calendar: (name: keyof Month) => NumberNode;
  /** A column of the world; `read` tells which, for a month counted from 1. */
  readonly world: (name: string, read: (world: World, month: number) => Column) => NumberNode;
  readonly load: (world: World, month: number) => void;
};

const phases = ["leadIn", "delivery", "tracking"];

/** Opens the sources of a graph; only those that something reads are filled. */
export function openMonthSources(graph: Graph, timeline: Timeline): MonthSources {
  const loaders: ((world: World, month: number) => void)[] = [];
  const { memory } = graph.loops;
  const source = (key: string, fill: (out: Column, world: World, month: number, own: Float64Array) => void) =>
    numberNode(graph, `source ${key}`, (out, own) => {
      loaders.push((world, month) => fill(out, world, month, own));
      return undefined;
    });
  return {
    calendar: (name) =>
      source(name, (out, _, month) => {
        const value = timeline.months[month - 1]![name];
        setUniform(
          out,
          typeof value === "number"
            ? value
            : typeof value === "boolean"
              ? Number(value)
              : phases.indexOf(value),
        );
      }),
    world: (name, read) =>
      source(`world ${name}`, (out, world, month, own) => {
        const column = read(world, month);
        // What was drawn in other memory than the graph's loops run in is copied.
        if (memory === undefined || column.uniform || isPlaced(column.data)) alias(out, column);
        else copyColumn(out, own, column);
      }),
    load: (world, month) => {
      for (const load of loaders) load(world, month);
    },
  };
}
