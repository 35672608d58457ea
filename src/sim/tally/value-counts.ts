import type { CountedValues } from "./tally.ts";

/** Counts values exactly: each distinct value takes one place, however often it comes. */
export type ValueCounts = {
  readonly add: (value: number, times: number) => void;
  /** The values in ascending order with their counts. */
  readonly sorted: () => CountedValues;
};

const smallest = 1024;

/** Opens an empty count: a table with open addressing on the bits of a value, at most half full. */
export function openValueCounts(): ValueCounts {
  const bits = new Float64Array(1);
  const words = new Uint32Array(bits.buffer);
  let size = smallest;
  let values = new Float64Array(size);
  let counts = new Float64Array(size);
  let filled = 0;

  const add = (given: number, times: number) => {
    // −0 is 0.
    const value = given + 0;
    bits[0] = value;
    const mixed = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x85ebca6b), 0x9e3779b1);
    let place = (mixed ^ (mixed >>> 15)) & (size - 1);
    while (counts[place] !== 0 && values[place] !== value) place = (place + 1) & (size - 1);
    if (counts[place] === 0) {
      values[place] = value;
      filled += 1;
    }
    counts[place]! += times;
    if (filled * 2 > size) grow();
  };
  const grow = () => {
    const [oldValues, oldCounts] = [values, counts];
    size *= 2;
    values = new Float64Array(size);
    counts = new Float64Array(size);
    filled = 0;
    for (let place = 0; place < oldCounts.length; place++)
      if (oldCounts[place] !== 0) add(oldValues[place]!, oldCounts[place]!);
  };
  return {
    add,
    sorted: () => {
      const ascending = new Float64Array(filled);
      let next = 0;
      for (let place = 0; place < size; place++) if (counts[place] !== 0) ascending[next++] = values[place]!;
      ascending.sort();
      return { values: ascending, counts: ascending.map(countOf) };
    },
  };

  function countOf(value: number): number {
    bits[0] = value;
    const mixed = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x85ebca6b), 0x9e3779b1);
    let place = (mixed ^ (mixed >>> 15)) & (size - 1);
    while (values[place] !== value) place = (place + 1) & (size - 1);
    return counts[place]!;
  }
}
