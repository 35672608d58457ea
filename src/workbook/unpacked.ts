import { unzipSync, zipSync } from "fflate";

/** The XML parts of a workbook by their names, or why they could not be had. */
export type Unpacked =
  | { readonly parts: Readonly<Record<string, Uint8Array>>; readonly refused?: undefined }
  | { readonly parts?: undefined; readonly refused: string; readonly hint?: string };

/** A form that was filled in takes 20 KB and unpacks to 100; a small file can unpack to gigabytes. */
const mostUnpacked = 8 * 1024 * 1024;
const mostParts = 300;

/** Unpacks a workbook from an untrusted source, if it says that it is small; never more than it says. */
export function unpacked(bytes: Uint8Array): Unpacked {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return {
      refused: "an old workbook, or one with a password",
      hint: "save it as .xlsx without a password",
    };
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return { refused: "a file that is no workbook" };
  let [size, count] = [0, 0];
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count++;
        const isRead = /\.(xml|rels)$/.test(name);
        if (isRead) size += originalSize;
        return isRead && size <= mostUnpacked && count <= mostParts;
      },
    });
    if (count > mostParts) return { refused: `a file of ${count} parts` };
    if (size > mostUnpacked)
      return {
        refused: `${Math.ceil(size / 1024 / 1024)} MiB when unpacked`,
        hint: "at most 8 MiB are read",
      };
    return { parts };
  } catch {
    return { refused: "a damaged file", hint: "open it in a spreadsheet and save it again" };
  }
}

/** Packs parts again, as they are and always as the same bytes. */
export function packed(parts: Readonly<Record<string, Uint8Array>>, level: 0 | 6): Uint8Array {
  return zipSync({ ...parts }, { level, mtime: "1980-01-01T00:00:00" });
}
