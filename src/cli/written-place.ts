import { accessSync, constants, lstatSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { systemWords } from "./system-words.ts";

/** Where a file is to be written once links are followed, or why nothing may be written there. */
export type WrittenPlace =
  | { readonly path: string; readonly refused?: undefined }
  | { readonly path?: undefined; readonly refused: string };

/** Links followed one after another before they are taken to lead nowhere, as systems have it. */
const mostLinks = 40;

/**
 * Finds the place of a file that is to be written: a link stays and what it leads to is written.
 *
 * Only a regular file, or nothing, may be replaced: a file moved over a device or a pipe would take its place.
 */
export function writtenPlace(name: string): WrittenPlace {
  try {
    const about = statSync(name, { throwIfNoEntry: false });
    const path = about === undefined ? endOfLinks(resolve(name)) : realpathSync(name);
    if (about?.isDirectory()) return { refused: "a folder" };
    if (about !== undefined && !about.isFile()) return { refused: "a device or pipe" };
    const folder = dirname(path);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      return { refused: `no such folder: ${folder}` };
    // What is written beside it is moved over it, which needs no right to the file itself.
    if (about !== undefined) accessSync(path, constants.W_OK);
    accessSync(folder, constants.W_OK);
    return { path };
  } catch (error) {
    return { refused: systemWords(error) };
  }
}

/** Where links lead to that end in nothing. */
function endOfLinks(path: string): string {
  let place = path;
  for (let link = 0; link < mostLinks; link++) {
    if (!lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) return place;
    place = resolve(dirname(place), readlinkSync(place));
  }
  throw Object.assign(new Error(path), { code: "ELOOP" });
}
