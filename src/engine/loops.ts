/** Two numbers to one. */
export type BinaryOp = "add" | "sub" | "mul" | "div" | "min" | "max";

/** Two numbers to yes or no. */
export type Comparison =
  | "equal"
  | "notEqual"
  | "lessThan"
  | "lessThanInclusive"
  | "greaterThan"
  | "greaterThanInclusive";

/**
 * The loops that run over all paths of a block, and the memory that they run in.
 *
 * `o` is written, `n` is the number of paths; `o` may be one of the columns that are read. Flags are 0 or 1, a byte a
 * path. There are two of a kind, plain JavaScript and WebAssembly, which give the same to the last bit.
 */
export type Loops = {
  /** Memory for a number a path, all 0; a column that loops read or write must come from here. */
  readonly numbers: (length: number) => Float64Array;
  /** Memory for a yes or no a path, all no. */
  readonly flags: (length: number) => Uint8Array;
  /** Memory for 32 bits of luck a path. */
  readonly words: (length: number) => Uint32Array;
  readonly columns: Readonly<
    Record<BinaryOp, (o: Float64Array, a: Float64Array, b: Float64Array, n: number) => void>
  >;
  readonly columnNumber: Readonly<
    Record<BinaryOp, (o: Float64Array, a: Float64Array, b: number, n: number) => void>
  >;
  readonly numberColumn: Readonly<
    Record<BinaryOp, (o: Float64Array, a: number, b: Float64Array, n: number) => void>
  >;
  /** Comparisons give how many paths are yes. */
  readonly compareColumns: Readonly<
    Record<Comparison, (o: Uint8Array, a: Float64Array, b: Float64Array, n: number) => number>
  >;
  readonly compareNumber: Readonly<
    Record<Comparison, (o: Uint8Array, a: Float64Array, b: number, n: number) => number>
  >;
  /** Where both flags are up; gives how many are. */
  readonly both: (o: Uint8Array, x: Uint8Array, y: Uint8Array, n: number) => number;
  /** Where one of two flags is up; gives how many are. */
  readonly either: (o: Uint8Array, x: Uint8Array, y: Uint8Array, n: number) => number;
  /** Where a flag is not up. */
  readonly opposite: (o: Uint8Array, x: Uint8Array, n: number) => void;
  /** `a` where the flag is up and `b` elsewhere, each a column or one number for all. */
  readonly chooseColumns: (
    o: Float64Array,
    m: Uint8Array,
    a: Float64Array,
    b: Float64Array,
    n: number,
  ) => void;
  readonly chooseColumnNumber: (
    o: Float64Array,
    m: Uint8Array,
    a: Float64Array,
    b: number,
    n: number,
  ) => void;
  readonly chooseNumberColumn: (
    o: Float64Array,
    m: Uint8Array,
    a: number,
    b: Float64Array,
    n: number,
  ) => void;
  readonly chooseNumbers: (o: Float64Array, m: Uint8Array, a: number, b: number, n: number) => void;
  /** One more where the flag is up and 0 elsewhere, in place. */
  readonly countOn: (o: Float64Array, m: Uint8Array, n: number) => void;
  /** Whole units as `round` gives them, half away from zero. */
  readonly round: (o: Float64Array, a: Float64Array, n: number) => void;
  /** Billionths as `tidy` gives them. */
  readonly tidy: (o: Float64Array, a: Float64Array, n: number) => void;
  /** The memory, where it is one that WebAssembly shares; the address of an array is its `byteOffset`. */
  readonly memory: { readonly buffer: ArrayBuffer } | undefined;
  /** Gives the memory back: no array of it may be used any more. */
  readonly release: () => void;
};
