import type { NativeMemory } from "./web-assembly.ts";

/** Thrown where native memory is used up: whoever opened the loops goes on with plain ones. */
export const nativeMemoryFull = new Error("native memory is used up");

/** A part of native memory that belongs to one run. */
export type Region = {
  /** The address of so many bytes, all 0; throws `nativeMemoryFull`. */
  readonly take: (bytes: number) => number;
  /** Gives all of it back. */
  readonly release: () => void;
};

const chunkBytes = 1 << 20;
/** Columns begin at whole cache lines. */
const line = 64;

/** Opens the sharing of a memory in chunks: a region takes them as it needs them, and gives them back whole. */
export function openRegions(memory: NativeMemory, from: number): () => Region {
  const { buffer } = memory;
  const free: number[] = [];
  /** Chunks that a region gave back; the others are all 0 still, and not yet of the machine's memory. */
  const used = new Set<number>();
  for (
    let at = Math.ceil(from / chunkBytes) * chunkBytes;
    at + chunkBytes <= buffer.byteLength;
    at += chunkBytes
  )
    free.unshift(at);
  return () => {
    const held: number[] = [];
    let next = 0;
    let end = 0;
    return {
      take: (bytes) => {
        const size = Math.ceil(bytes / line) * line;
        if (size > chunkBytes) throw nativeMemoryFull;
        if (next + size > end) {
          const chunk = free.pop();
          if (chunk === undefined) throw nativeMemoryFull;
          if (used.has(chunk)) new Uint8Array(buffer, chunk, chunkBytes).fill(0);
          held.push(chunk);
          next = chunk;
          end = chunk + chunkBytes;
        }
        const at = next;
        next += size;
        return at;
      },
      release: () => {
        for (const chunk of held) used.add(chunk);
        free.push(...held.splice(0));
        next = 0;
        end = 0;
      },
    };
  };
}
