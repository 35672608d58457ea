import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** What keeps a file from being read: its size, a code of the system, or words. */
export type NotRead = { readonly size: number } | { readonly notAFile: string } | { readonly code: string };

/** The text of a file, or what keeps it from being read. */
export type TextRead = { readonly text: string } | NotRead;

/** The bytes of a file, or what keeps it from being read. */
export type BytesRead = { readonly bytes: Uint8Array } | NotRead;

/** Reads the text of a regular file of at most `most` bytes. */
export function readText(path: string, most: number): TextRead {
  const read = readBytes(path, most);
  return "bytes" in read
    ? { text: Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.length).toString("utf8") }
    : read;
}

/**
 * Reads a regular file of at most `most` bytes.
 *
 * A device may have no end and a named pipe no writer, so neither is read; nor does a file that grows while it is
 * read give more than it may.
 */
export function readBytes(path: string, most: number): BytesRead {
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
      if (read === 0) return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, length) };
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
