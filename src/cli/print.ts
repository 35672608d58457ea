import { fstatSync } from "node:fs";
import { writeBytes } from "./write-bytes.ts";

const stdout = 1;

/**
 * Prints on stdout; resolves when there is room for more.
 *
 * Where stdout is a file, Node's own stream forgets what a full disk did not take, so it is written here.
 */
export async function print(content: string | Uint8Array): Promise<void> {
  if (isFile()) {
    try {
      writeBytes(stdout, content);
    } catch (error) {
      process.stdout.emit("error", error);
    }
    return;
  }
  if (process.stdout.write(content)) return;
  await new Promise((room) => process.stdout.once("drain", room));
}

function isFile(): boolean {
  try {
    return fstatSync(stdout).isFile();
  } catch {
    // Closed: the stream says so.
    return false;
  }
}
