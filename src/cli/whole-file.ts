import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { type WriteSome, writeBytes } from "./write-bytes.ts";

/** What writing a file asks of the system; tests stand a failing one in its place. */
export type FileSystem = {
  readonly open: (path: string, flags: string, mode: number) => number;
  readonly write: WriteSome;
  readonly sync: (file: number) => void;
  readonly close: (file: number) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
};

export const nodeFileSystem: FileSystem = {
  open: openSync,
  write: writeSync,
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
};

/** A file that is being written beside its place: whole in its place at the end, or not there. All may throw. */
export type WholeFile = {
  readonly write: (content: string | Uint8Array) => void;
  /** Makes sure that all of it is on the disk; some disks only say here that it is not. */
  readonly complete: () => void;
  /** Puts it in its place, completed before. */
  readonly place: () => void;
  /** Removes what was written and not placed; never throws. */
  readonly abandon: () => void;
};

const open = new Set<WholeFile>();
// Ctrl-C and a stdout that fails end the process at once: what is half written then goes with it.
process.on("exit", () => {
  for (const file of open) file.abandon();
});

/** Opens a file for writing beside its place; `path` follows links already. */
export function openWholeFile(path: string, system: FileSystem = nodeFileSystem): WholeFile {
  const part = `${path}.${process.pid}.part`;
  // One of this name was left by a process of the same number that was killed.
  quietly(() => system.remove(part));
  // "x": what stands there is not followed and not written over. What is replaced keeps who may read it.
  const file = system.open(part, "wx", modeOf(path));
  let state: "open" | "closed" | "gone" = "open";
  const whole: WholeFile = {
    write: (content) => writeBytes(file, content, system.write),
    complete: () => {
      if (state !== "open") return;
      syncIfItCan(() => system.sync(file));
      state = "closed";
      system.close(file);
    },
    place: () => {
      system.rename(part, path);
      state = "gone";
      open.delete(whole);
    },
    abandon: () => {
      if (state === "open") quietly(() => system.close(file));
      if (state !== "gone") quietly(() => system.remove(part));
      state = "gone";
      open.delete(whole);
    },
  };
  open.add(whole);
  return whole;
}

function modeOf(path: string): number {
  const about = statSync(path, { throwIfNoEntry: false });
  return about === undefined ? 0o666 : about.mode & 0o777;
}

/** Some file systems have no such call and say so; nothing is lost by that. */
function syncIfItCan(sync: () => void): void {
  try {
    sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "ENOSYS"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // What could not be written may be where nothing can be removed either; the problem is told all the same.
  }
}
