/** Values one after the other, as many as come. */
export type ValueList = {
  readonly add: (value: number) => void;
  /** Gives all that were added since the last time. */
  readonly take: () => Float64Array;
};

const atFirst = 256;

/** Opens an empty list: to add to it touches one place in memory, and counting what is equal can wait. */
export function openValueList(): ValueList {
  let values = new Float64Array(atFirst);
  let filled = 0;
  return {
    add: (value) => {
      if (filled === values.length) {
        const more = new Float64Array(2 * filled);
        more.set(values);
        values = more;
      }
      values[filled++] = value;
    },
    take: () => {
      const taken = values.slice(0, filled);
      filled = 0;
      return taken;
    },
  };
}
