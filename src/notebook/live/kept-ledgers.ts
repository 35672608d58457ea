import { blockWidth, openBlocks, type ScaledPolicy } from "../../sim/block.ts";
import { type CashMonths, openCashMonths } from "../../sim/cash-months.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { RememberedMeasures } from "../../sim/compare.ts";
import { blocksFor, openGathering } from "../../sim/gather.ts";
import { type KeptWorlds, keepWorlds } from "../../sim/kept-worlds.ts";
import { columnsOfRun } from "../../sim/ledger-columns.ts";
import type { LedgerColumns } from "../../sim/risk/ledger-columns.ts";
import type { OpenedRequest } from "./open-request.ts";

/** What is known of one policy at one scale of prices: the first futures, and their cash by month. */
type Kept = {
  readonly paths: number;
  readonly ledger: LedgerColumns;
  /** Its first futures, by their number. */
  readonly heads: Map<number, LedgerColumns>;
  readonly cash: CashMonths | undefined;
};

/** Futures whose worlds are kept: a lever moves terms, and terms do not change them. Whole pairs of blocks. */
export const firstPaths = 10 * blockWidth;
/** The most policies that are simulated on kept worlds at once. */
const mostBesideKept = 8;
/** The most futures whose cash is kept by month. */
const cashPaths = 40 * blockWidth;

/**
 * Keeps what was simulated, all columns or those that are named. Of the policies of a request only those are simulated that changed, and of those only the
 * futures that are missing; a lever that moves one policy leaves the others as they are.
 */
export function openKeptLedgers(columns?: readonly string[]) {
  let world = "";
  let worlds: KeptWorlds | undefined;
  let kept = new Map<string, Kept>();
  let remembered: RememberedMeasures = new WeakMap();

  /** Makes ready for a request: forgets what is of other worlds, or of policies that are no longer asked for. */
  const begin = ({ checked, world: asked }: OpenedRequest) => {
    if (asked !== world) {
      worlds?.close();
      worlds = keepWorlds(checked);
      kept = new Map();
      remembered = new WeakMap();
      world = asked;
    }
    const wanted = checked.policies.map((_, place) => keyOf(checked, { place, priceScale: 1 }));
    kept = new Map([...kept].filter(([key]) => wanted.includes(key)));
  };

  /** Simulates some policies on the first futures, as a host does. */
  const simulate = async (
    { checked, seed, keepsCash }: OpenedRequest,
    policies: readonly ScaledPolicy[],
    paths: number,
    rest: (done?: number) => Promise<void> | undefined,
  ): Promise<readonly LedgerColumns[]> => {
    const keys = policies.map((policy) => keyOf(checked, policy));
    const short = (key: string) => {
      const known = kept.get(key)?.paths ?? 0;
      return known < paths ? wholeBlocks(known) : known;
    };
    // Policies that lack the same futures are simulated side by side.
    for (const from of [...new Set(keys.map(short))].filter((known) => known < paths)) {
      const places = keys.flatMap((key, p) => (short(key) === from && keys.indexOf(key) === p ? [p] : []));
      const asked = places.map((p) => policies[p]!);
      const more = await run({ checked, seed, keepsCash, asked, from, to: paths, rest });
      for (const [i, p] of places.entries()) {
        kept.set(keys[p]!, joined(kept.get(keys[p]!), more[i]!));
        await rest();
      }
    }
    return keys.map((key) => head(kept.get(key)!, paths));
  };

  const run = async ({
    checked,
    seed,
    keepsCash,
    asked,
    from,
    to,
    rest,
  }: RunInput): Promise<readonly Kept[]> => {
    const first = blocksFor(from);
    const known = first * blockWidth;
    const cash =
      keepsCash && known < cashPaths
        ? openCashMonths(asked.length, Math.min(to, cashPaths) - known, first)
        : undefined;
    // Many policies side by side leave no room in memory for worlds that are kept: each is drawn with its block.
    const useKept = to <= firstPaths && worlds !== undefined && asked.length <= mostBesideKept;
    const blocks = openBlocks(checked, asked, undefined, {
      // A first answer is mostly steps and not futures, so few and wide; what refines it must not keep a lever waiting.
      ...(useKept ? { worlds: worlds!.open, blocks: 5 } : { blocks: 1 }),
      watch: cash?.watch,
      ...(columns && { columns }),
    });
    try {
      const gathering = openGathering(to - known, asked.length, columns ?? columnsOfRun(checked));
      for (let block = first; block < blocksFor(to); block += blocks.blocks) {
        gathering.add(block - first, blocks.run({ seed, block }));
        await rest(Math.min(to, (block + blocks.blocks) * blockWidth));
      }
      const months = cash?.cash();
      await rest();
      return gathering
        .ledgers()
        .map((ledger, p) => ({ paths: to, ledger, heads: new Map(), cash: months?.[p] }));
    } finally {
      blocks.close();
    }
  };

  return {
    begin,
    simulate,
    /** Measures of ledgers that are kept. */
    remembered: () => remembered,
    /** Cash by month of the first futures of a policy at its own prices, where it was simulated. */
    cashOf: (checked: CheckedScenario, policy: ScaledPolicy) => kept.get(keyOf(checked, policy))?.cash,
  };
}

type RunInput = {
  readonly checked: CheckedScenario;
  readonly seed: string;
  readonly keepsCash: boolean;
  readonly asked: readonly ScaledPolicy[];
  /** Futures that are known. */
  readonly from: number;
  readonly to: number;
  readonly rest: (done?: number) => Promise<void> | undefined;
};

/** The same for policies that leave the same ledger on the same worlds. */
function keyOf({ policies }: CheckedScenario, { place, priceScale }: ScaledPolicy): string {
  const { rulesets, parameters, levers } = policies[place]!.spec;
  return JSON.stringify([rulesets, parameters, levers, priceScale]);
}

/** What was known, and what goes on where its whole blocks end. */
function joined(before: Kept | undefined, more: Kept): Kept {
  const known = wholeBlocks(before?.paths ?? 0);
  if (before === undefined || known === 0) return more;
  const join = openJoining(known);
  const columns = Object.entries(before.ledger).map(([name, column]) => [
    name,
    join(column, more.ledger[name]!),
  ]);
  return {
    paths: more.paths,
    // The first answer's are asked for again at the next move.
    heads: before.heads.size > 0 ? before.heads : new Map([[before.paths, before.ledger]]),
    ledger: Object.fromEntries(columns) as LedgerColumns,
    cash: more.cash === undefined ? before.cash : joinedCash(before.cash!, more.cash, join),
  };
}

type Join = (a: Float64Array, b: Float64Array) => Float64Array;

function joinedCash(before: CashMonths, more: CashMonths, join: Join): CashMonths {
  // Side by side with policies that pay later, a policy has more months: its cash stays as it was.
  const months = Math.max(before.months.length, more.months.length);
  const of = (cash: CashMonths, m: number) => cash.months[m] ?? cash.months.at(-1)!;
  const joinedMonths = Array.from({ length: months }, (_, m) => join(of(before, m), of(more, m)));
  return { futures: joinedMonths[0]!.length, months: joinedMonths };
}

function wholeBlocks(paths: number): number {
  return Math.floor(paths / blockWidth) * blockWidth;
}

/** Joins the first numbers of columns with others; what was one column before stays one. */
function openJoining(known: number): Join {
  const made = new Map<Float64Array, Map<Float64Array, Float64Array>>();
  return (a, b) => {
    const others = made.get(a) ?? new Map<Float64Array, Float64Array>();
    made.set(a, others);
    let both = others.get(b);
    if (both === undefined) {
      both = new Float64Array(known + b.length);
      both.set(a.subarray(0, known));
      both.set(b, known);
      others.set(b, both);
    }
    return both;
  };
}

/** The first futures of a ledger; the same object each time, as its measures are remembered by it. */
function head({ paths, ledger, heads }: Kept, wanted: number): LedgerColumns {
  if (paths === wanted) return ledger;
  const known = heads.get(wanted);
  if (known !== undefined) return known;
  const entries = Object.entries(ledger).map(([name, column]) => [name, column.subarray(0, wanted)]);
  const first = Object.fromEntries(entries) as LedgerColumns;
  heads.set(wanted, first);
  return first;
}
