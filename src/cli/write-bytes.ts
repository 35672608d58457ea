import { writeSync } from "node:fs";

/** As node:fs has it: writes a part of some bytes and says how many were taken. */
export type WriteSome = (file: number, bytes: Uint8Array, from: number, length: number) => number;

/**
 * Writes all of a text or of some bytes, or throws.
 *
 * A system may take a part of what it is given and say so in a number alone: on a disk that fills up the last part
 * that fits is taken without an error, and only the next write fails. So writing goes on until nothing is left.
 */
export function writeBytes(
  file: number,
  content: string | Uint8Array,
  writeSome: WriteSome = writeSync,
): void {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  for (let done = 0; done < bytes.length; ) {
    const taken = writeSome(file, bytes, done, bytes.length - done);
    // Nothing taken and no error: to ask again would never end.
    if (taken <= 0) throw Object.assign(new Error("nothing was written"), { code: "EIO" });
    done += taken;
  }
}
