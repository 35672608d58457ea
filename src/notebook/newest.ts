/** A value that changes: whoever reads gets the newest and misses what came between. */
export type Newest<T> = {
  readonly put: (value: T) => void;
  /** The value now; undefined before the first. */
  readonly now: () => T | undefined;
  /** Every newest value, for a notebook's cell: `const answer = live.answers()` is a variable that changes. */
  readonly values: () => AsyncGenerator<T, void, void>;
};

export function openNewest<T>(): Newest<T> {
  let held: { readonly value: T } | undefined;
  const waiting: (() => void)[] = [];
  return {
    put: (value) => {
      held = { value };
      for (const wake of waiting.splice(0)) wake();
    },
    now: () => held?.value,
    values: async function* () {
      let seen: typeof held;
      for (;;) {
        while (held === seen) await new Promise<void>((wake) => waiting.push(wake));
        seen = held;
        yield seen!.value;
      }
    },
  };
}
