import { type Column, type Mask, setUniform } from "../engine/column.ts";
import {
  carry,
  type Graph,
  type MaskNode,
  maskNode,
  type NumberNode,
  numberNode,
  read,
  readMask,
} from "../engine/graph.ts";
import { settleMask, setUniformMask } from "../engine/mask-nodes.ts";
import { spread } from "../engine/tracked-nodes.ts";

/** Which paths a contract still runs on, and how it ended on the others; as at the start of the month. */
export type Running = {
  readonly live: MaskNode;
  /** The month after which the contract ended; 0 while it runs. */
  readonly endMonth: NumberNode;
  /** The code of the ground; 0 while it runs. */
  readonly endGround: NumberNode;
  /** The paths whose contract has ended, in the order of their ends. */
  readonly ended: EndedPaths;
  /**
   * To be called once with what ends the contract in a month: `mask` (of live paths) and the ground's code.
   * Several calls are asked in turn; the first that ends a path counts.
   */
  readonly endsWhere: (mask: MaskNode, ground: NumberNode) => void;
};

/** A list that grows as contracts end: the first `count` of `paths`. */
export type EndedPaths = { readonly paths: Int32Array; count: number };

const listed = new WeakMap<NumberNode, EndedPaths>();

/**
 * Opens the memory of which paths still run. Policies that end alike on every path share it, under one key.
 *
 * `month` is a uniform column. The update belongs to the end of the month: an end holds from the next on.
 */
export function openRunning(graph: Graph, key: string, month: NumberNode): Running {
  const live = maskNode(graph, `live ${key}`, (out) => {
    graph.resets.push(() => setUniformMask(out, true));
    return undefined;
  });
  const memory = (name: string) =>
    numberNode(graph, `${name} ${key}`, (out) => {
      graph.resets.push(() => setUniform(out, 0));
      return undefined;
    });
  const endMonth = memory("end month");
  const endGround = memory("end ground");
  const own = { month: endMonth.out.data, ground: endGround.out.data, live: live.out.data };
  const ended = listed.get(endMonth) ?? { paths: new Int32Array(graph.width), count: 0 };
  if (!listed.has(endMonth)) {
    listed.set(endMonth, ended);
    graph.resets.push(() => {
      ended.count = 0;
    });
  }
  const asked = new Set<string>();
  return {
    live,
    endMonth,
    endGround,
    ended,
    endsWhere: (mask, ground) => {
      const name = `ends ${key} ${mask.id} ${ground.id}`;
      if (asked.has(name) || graph.nodes.has(name)) return;
      asked.add(name);
      maskNode(graph, name, () => undefined);
      carry(graph, [mask, ground], () => {
        const hits = readMask(mask);
        if (hits.uniform && !hits.value) return;
        end(
          graph.width,
          live.out,
          endMonth.out,
          endGround.out,
          own,
          ended,
          hits,
          read(ground),
          read(month).value,
        );
      });
    },
  };
}

function end(
  width: number,
  live: Mask,
  endMonth: Column,
  endGround: Column,
  own: { month: Float64Array; ground: Float64Array; live: Uint8Array },
  ended: EndedPaths,
  mask: Mask,
  ground: Column,
  month: number,
): void {
  if (live.uniform) {
    if (!live.value) return;
    own.live.fill(1);
    live.data = own.live;
  }
  spread(endMonth, own.month);
  spread(endGround, own.ground);
  let left = 0;
  for (let i = 0; i < width; i++) {
    if (own.live[i] === 1 && (mask.uniform || mask.data[i] === 1)) {
      own.live[i] = 0;
      own.month[i] = month;
      own.ground[i] = ground.uniform ? ground.value : ground.data[i]!;
      ended.paths[ended.count++] = i;
    }
    left += own.live[i]!;
  }
  settleMask(live, own.live, left, width);
}
