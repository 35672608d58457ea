import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** The text of a file, or what keeps it from being read: a code of the system, or words. */
export type TextRead =
  | { readonly text: string }
  | { readonly size: number }
  | { readonly notAFile: string }
  | { readonly code: string };

/**
 * Reads the text of a regular file of at most `most` bytes.
 *
 * A device may have no end and a named pipe no writer, so neither is read; nor does a file that grows while it is
 * read give more than it may.
 */
export function readText(path: string, most: number): TextRead {
  let file: number;
  try {
    // Without waiting: opening a named pipe that nobody writes to would never end.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return codeOf(error);
  }
  try {
    const about = fstatSync(file);
    if (!about.isFile()) return { notAFile: about.isDirectory() ? "a folder" : "a device or pipe" };
    if (about.size > most) return { size: about.size };
    const bytes = Buffer.alloc(most + 1);
    let length = 0;
    for (;;) {
      const read = readSync(file, bytes, length, bytes.length - length, null);
      if (read === 0) return { text: bytes.toString("utf8", 0, length) };
      length += read;
      if (length > most) return { size: length };
    }
  } catch (error) {
    return codeOf(error);
  } finally {
    closeSync(file);
  }
}

function codeOf(error: unknown): { code: string } {
  return { code: (error as NodeJS.ErrnoException).code ?? "unknown" };
}
